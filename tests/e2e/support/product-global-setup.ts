import { existsSync } from 'node:fs';
import path from 'node:path';
import { startProduct } from './start-product';

/** Builds if needed, starts the product on its own data, and stops it after the last test. */
export default async function setUp() {
  const product = await startProduct();
  process.env.OXYGENE_E2E_URL = product.url;
  process.env.OXYGENE_E2E_DATA_DIR = product.dataDir;
  const demo = path.join(product.dataDir, 'demo.json');
  if (existsSync(demo)) process.env.OXYGENE_E2E_DEMO = demo;
  return async () => {
    await product.remove();
  };
}
