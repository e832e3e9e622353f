import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, makeDataFolder, removeDataFolder, startProduct } from '../../e2e/support/start-product';
import { median, type Figure } from '../bench/figure';
import { countFaults, signIn, startWriters } from './writers';

const ROUNDS = Number(process.env.DRILL_ROUNDS ?? 10);
const PEOPLE = 6;
const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');

/**
 * Kills the product and its database at the same moment, again and again: while people write, and while it starts,
 * the first start of all (roles, migrations, demonstration) included. It must always start again, with all that was
 * acknowledged.
 */
export async function drillKills(): Promise<Figure[]> {
  const dataDir = makeDataFolder();
  const acknowledged: string[] = [];
  const startsMs: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) await killWhileStarting(dataDir, 200 + round * 400);
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now();
      const product = await startProduct({ dataDir, environment: { LOG_LEVEL: 'silent' } });
      startsMs.push(performance.now() - startedAt);
      const cookies = await signIn(dataDir, PEOPLE);
      const writers = startWriters(product.url, cookies);
      await sleep(400 + Math.random() * 800);
      killBoth(product.process.pid!, dataDir);
      await writers.stop();
      acknowledged.push(...writers.acknowledged);
      await killWhileStarting(dataDir, 100 + Math.random() * 2_000);
    }
    const { lost, wrong } = await countFaults(dataDir, acknowledged);
    const section = 'kill';
    return [
      { section, name: 'times both were killed', value: 3 * ROUNDS, unit: '' },
      {
        section,
        name: 'acknowledged',
        value: acknowledged.length,
        unit: 'messages',
        target: { atLeast: ROUNDS }
      },
      { section, name: 'acknowledged and lost', value: lost, unit: '', target: { atMost: 0 } },
      { section, name: 'half written, or twice', value: wrong, unit: '', target: { atMost: 0 } },
      {
        section,
        name: 'starts that came back',
        value: startsMs.length,
        unit: '',
        target: { atLeast: ROUNDS }
      },
      { section, name: 'a start after a kill', value: median(startsMs) / 1000, unit: 's' }
    ];
  } finally {
    removeDataFolder(dataDir);
  }
}

async function killWhileStarting(dataDir: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['src/bin/start.js'], {
    cwd: PROJECT_DIR,
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: 'ignore'
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await sleep(afterMs);
  killBoth(child.pid!, dataDir);
  await ended;
}

/** The process, the server of the database and all that it made, before any of them can see another go. */
function killBoth(pid: number, dataDir: string): void {
  const postmaster = postmasterOf(dataDir);
  const victims = postmaster === null ? [pid] : [pid, postmaster, ...childrenOf(postmaster)];
  for (const victim of victims) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // gone already
    }
  }
}

function postmasterOf(dataDir: string): number | null {
  const pointer = path.join(dataDir, 'postgres-elsewhere');
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : path.join(dataDir, 'postgres');
  const file = path.join(folder, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || null : null;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}
