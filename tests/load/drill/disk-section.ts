import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../../e2e/support/start-product';
import type { Figure } from '../bench/figure';
import { NotPossibleHere } from './not-possible-here';
import { countFaults, signIn, startWriters } from './writers';

const SIZE_MB = 400;
const PEOPLE = 6;
const RECOVERS_WITHIN_MS = 30_000;
const section = 'disk';

/**
 * Fills the disk of the database while people write, and empties it again. Meanwhile nothing may be acknowledged that
 * is not kept; afterwards the product must come back by itself.
 */
export async function drillFullDisk(): Promise<Figure[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'oxygene-disk-'));
  mountSmallDisk(dataDir);
  try {
    const product = await startProduct({ dataDir, environment: { LOG_LEVEL: 'silent' } });
    try {
      const cookies = await signIn(dataDir, PEOPLE);
      const before = startWriters(product.url, cookies);
      await sleep(2_000);
      await before.stop();

      const ballast = fill(dataDir);
      const full = startWriters(product.url, cookies);
      await sleep(20_000);
      const stillFull = full.acknowledged.length;
      rmSync(ballast);
      const emptiedAt = performance.now();
      while (full.acknowledged.length === stillFull && performance.now() - emptiedAt < RECOVERS_WITHIN_MS)
        await sleep(50);
      const recoveredMs = performance.now() - emptiedAt;
      await full.stop();

      const acknowledged = [...before.acknowledged, ...full.acknowledged];
      const { lost, wrong } = await countFaults(dataDir, acknowledged);
      const refused = full.statuses.get(503) ?? 0;
      const others = [...full.statuses].filter(([status]) => ![200, 503].includes(status));
      return [
        {
          section,
          name: 'acknowledged before and after',
          value: acknowledged.length,
          unit: '',
          target: { atLeast: 20 }
        },
        {
          section,
          name: 'told to come back later (503) while full',
          value: refused,
          unit: '',
          target: { atLeast: 1 }
        },
        {
          section,
          name: 'answered otherwise',
          value: others.reduce((sum, [, n]) => sum + n, 0),
          unit: others.map(([status]) => status).join(),
          target: { atMost: 0 }
        },
        { section, name: 'acknowledged and lost', value: lost, unit: '', target: { atMost: 0 } },
        { section, name: 'half written, or twice', value: wrong, unit: '', target: { atMost: 0 } },
        {
          section,
          name: 'until messages are taken again',
          value: recoveredMs / 1000,
          unit: 's',
          target: { atMost: RECOVERS_WITHIN_MS / 1000 }
        }
      ];
    } finally {
      await product.stop();
    }
  } finally {
    execFileSync('umount', ['-l', dataDir]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function mountSmallDisk(folder: string): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    throw new NotPossibleHere('a disk of a chosen size can only be mounted by root');
  }
  chmodSync(folder, 0o711);
}

/** Takes all the room that is left. Answers the file that holds it. */
function fill(folder: string): string {
  const file = path.join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, Buffer.alloc(bavail * bsize));
  return file;
}
