import { rmSync } from 'node:fs';
import { makeDataFolder, startProduct, type RunningProduct } from '../../e2e/support/start-product';
import { aCase, aTeam } from '../../support/cases';
import type { TestDatabase } from '../../support/database';
import type { OwnCluster } from './own-cluster';
import { signIn } from './writers';

const PEOPLE = 6;

/** The product on a database that somebody else runs, with a few people who are signed in. */
export interface HouseBeside {
  readonly dataDir: string;
  readonly product: RunningProduct;
  readonly cookies: readonly string[];
  close(): Promise<void>;
}

/** Starts the product on `databaseUrl`, which leads to this empty cluster, with a team and some cases of its own. */
export async function openHouseBeside(
  cluster: OwnCluster,
  databaseUrl = cluster.ownerUrl
): Promise<HouseBeside> {
  const dataDir = makeDataFolder();
  const product = await startBeside(dataDir, databaseUrl);
  await cluster.ask(async (sql) => {
    const database = { superuserSql: sql } as TestDatabase;
    const team = await aTeam(database);
    for (let number = 0; number < PEOPLE; number++)
      await aCase(database, team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
  }, 'oxygene');
  // read by whatever opens the house of this process
  process.env.DATABASE_URL = databaseUrl;
  const cookies = await signIn(dataDir, PEOPLE);
  return {
    dataDir,
    product,
    cookies,
    async close() {
      await product.stop();
      delete process.env.DATABASE_URL;
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

/** The product with the keys of this folder, on this database. */
export const startBeside = (dataDir: string, databaseUrl: string): Promise<RunningProduct> =>
  startProduct({ dataDir, environment: { LOG_LEVEL: 'silent', DATABASE_URL: databaseUrl } });
