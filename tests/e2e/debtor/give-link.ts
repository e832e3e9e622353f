/**
 * Gives a person of the product under test a one-time link, as an invitation by e-mail would: at the hour of the test
 * the rules may hold e-mails back. A program of its own when it is run, since use cases need the runtime.
 */
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A fresh link of this case, whole. */
export async function giveLink(caseId: string): Promise<string> {
  const program = ['--import', 'tsx', import.meta.filename, caseId];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, DATA_DIR: process.env.OXYGENE_E2E_DATA_DIR }
  });
  return `${process.env.OXYGENE_E2E_URL}/lien/${stdout.trim().split('\n').at(-1)}`;
}

async function printLink(caseId: string): Promise<void> {
  const { openHouse } = await import('../../../src/bin/start/open-house');
  const { systemActor } = await import('../../../src/lib/access');
  const { createLink } = await import('../../../src/lib/server/access');
  const { enter, openDatabase, useDatabase } = await import('../../../src/lib/server/db');
  const house = await openHouse();
  const pool = openDatabase({ url: house.runtime.appUrl, poolSize: 1 });
  useDatabase(pool);
  const link = await enter(systemActor('seed'), { permission: 'system.seed' }, (tx) =>
    createLink(tx, caseId as Parameters<typeof createLink>[1], new Date())
  );
  process.stdout.write(`${link}\n`);
  await pool.close(1);
  await house.close();
}

const [, started, caseId] = process.argv;
if (started && caseId && import.meta.url === pathToFileURL(started).href) await printLink(caseId);
