import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { hashTables, type TableState } from '../../support/table-hashes';
import { makeDataFolder, removeDataFolder, startProduct } from '../../e2e/support/start-product';
import type { Figure } from '../bench/figure';
import { ask } from '../bench/requests';
import { differing } from './differing';
import { NotPossibleHere } from './not-possible-here';
import { countFaults, signIn, startWriters } from './writers';
import { openEmbeddedPostgres } from '../../../src/lib/server/platform/embedded-postgres';

const PEOPLE = 6;
const section = 'backup';

/**
 * The backup of docs/operations.md, restored: stop, copy the whole of the data folder with rights and owners, lose the
 * original, start the copy. Every table is compared row by row, and a message is read through the restored product,
 * which only the restored keys can open.
 */
export async function drillBackup(): Promise<Figure[]> {
  const dataDir = makeDataFolder();
  const kept = mkdtempSync(path.join(tmpdir(), 'oxygene-backup-'));
  chmodSync(kept, 0o711);
  const copy = path.join(kept, 'data');
  try {
    const product = await startProduct({ dataDir, environment: { LOG_LEVEL: 'silent' } });
    if (existsSync(path.join(dataDir, 'postgres-elsewhere')))
      throw new NotPossibleHere('the user postgres cannot enter the folder for temporary files');
    const cookies = await signIn(dataDir, PEOPLE);
    const writers = startWriters(product.url, cookies);
    await sleep(3_000);
    await writers.stop();
    const hers = await thread(product.url, cookies[0]!);
    await product.stop();
    const before = await tablesOf(dataDir);

    // as docs/operations.md says
    execFileSync('cp', ['-a', dataDir, copy]);
    removeDataFolder(dataDir);

    const startedAt = performance.now();
    const after = await tablesOf(copy);
    const restored = await startProduct({ dataDir: copy, environment: { LOG_LEVEL: 'silent' } });
    const restoreMs = performance.now() - startedAt;
    const hersAgain = await thread(restored.url, cookies[0]!);
    await restored.stop();
    const { lost } = await countFaults(copy, writers.acknowledged);
    const rows = Object.values(before).reduce((sum, table) => sum + table.rows, 0);
    return [
      { section, name: 'rows compared', value: rows, unit: '', target: { atLeast: 1_000 } },
      {
        section,
        name: 'tables that differ',
        value: differing(before, after),
        unit: '',
        target: { atMost: 0 }
      },
      { section, name: 'messages acknowledged and lost', value: lost, unit: '', target: { atMost: 0 } },
      {
        section,
        name: 'messages read with the restored keys',
        value: hersAgain.filter((message) => hers.includes(message)).length,
        unit: `of ${hers.length}`,
        target: { atLeast: Math.max(1, hers.length) }
      },
      {
        section,
        name: 'from the copy to a page',
        value: restoreMs / 1000,
        unit: 's',
        target: { atMost: 900 }
      }
    ];
  } finally {
    removeDataFolder(dataDir);
    rmSync(kept, { recursive: true, force: true });
  }
}

/** The messages of the drill that her page shows. */
async function thread(url: string, cookie: string): Promise<string[]> {
  const { body } = await ask(url, { path: '/messages', cookie });
  return [...new Set(body.match(/Essai [0-9a-f-]{36}/g) ?? [])];
}

async function tablesOf(dataDir: string): Promise<Readonly<Record<string, TableState>>> {
  const embedded = await openEmbeddedPostgres({ dataDir });
  const url = new URL(embedded.superuserUrl);
  url.pathname = new URL(embedded.ownerUrl).pathname;
  const sql = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  try {
    return await hashTables(sql);
  } finally {
    await sql.end({ timeout: 1 });
    await embedded.release();
  }
}
