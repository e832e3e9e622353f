import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import type { AppLogin } from '../../src/lib/server/platform/app-role';
import { prepareDatabase } from '../../src/lib/server/platform/database-setup';
import { openEmbeddedPostgres } from '../../src/lib/server/platform/embedded-postgres';

const TEMPLATE = 'oxygene_template';
const PROJECT = path.resolve(import.meta.dirname, '../..');

declare module 'vitest' {
  /** What the set-up of a run hands to the test files. */
  export interface ProvidedContext {
    testCluster: { superuserUrl: string; ownerUrl: string; template: string; appLogin: AppLogin };
  }
}

/** One PostgreSQL for the run and one migrated database, which each test file copies; all gone afterwards. */
export default async function setUp(project: TestProject) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'oxygene-test-'));
  chmodSync(dataDir, 0o711);
  const cluster = await openEmbeddedPostgres({ dataDir, disposable: true });
  const ownerUrl = inDatabase(cluster.ownerUrl, TEMPLATE);
  const superuser = postgres(cluster.superuserUrl, { max: 1, onnotice: () => {} });
  await superuser.unsafe(`create database ${TEMPLATE} owner ${new URL(ownerUrl).username}`);
  await superuser.end();
  const appLogin = await prepareDatabase({ ownerUrl, projectDir: PROJECT });
  project.provide('testCluster', {
    superuserUrl: cluster.superuserUrl,
    ownerUrl: cluster.ownerUrl,
    template: TEMPLATE,
    appLogin
  });

  return async () => {
    await cluster.release();
    const pointer = path.join(dataDir, 'postgres-elsewhere');
    if (existsSync(pointer)) rmSync(path.dirname(readFileSync(pointer, 'utf8')), { recursive: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}
