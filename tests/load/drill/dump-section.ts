import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashTables } from '../../support/table-hashes';
import type { Figure } from '../bench/figure';
import { ask } from '../bench/requests';
import { differing } from './differing';
import { openHouseBeside, startBeside } from './house-beside';
import { NotPossibleHere } from './not-possible-here';
import { makeClusterHome, OwnCluster } from './own-cluster';
import { countFaults, startWriters } from './writers';

const section = 'dump';
const NEEDED = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];
const OLDEST = 15;
/** As docs/operations.md says: row-level security holds for the owner of the tables too, so the owner cannot copy them. */
const BACKUP_ROLE =
  "create role oxygene_backup login bypassrls password 'drill'; grant pg_read_all_data to oxygene_backup";

/**
 * The backup of an external database, restored: `pg_dump -Fc` while people write, the server is lost, `pg_restore` into
 * a new one, and the product makes its roles again.
 */
export async function drillDump(): Promise<Figure[]> {
  const binaries = findServerPrograms();
  const home = makeClusterHome();
  const original = await OwnCluster.create(binaries, path.join(home, 'original'));
  const restored = await OwnCluster.create(binaries, path.join(home, 'restored'));
  try {
    await original.start();
    await original.makeDatabase();
    const house = await openHouseBeside(original);
    const writers = startWriters(house.product.url, house.cookies);
    await sleep(2_000);
    await writers.stop();
    await house.product.stop();
    const before = await original.ask(hashTables, 'oxygene');
    const dump = path.join(home, 'oxygene.dump');
    const run = (program: string, ...options: string[]) =>
      execFileSync(path.join(binaries, program), options, { stdio: 'pipe' });
    await original.ask((sql) => sql.unsafe(BACKUP_ROLE));
    const backupUrl = original.ownerUrl.replace('oxygene_owner:', 'oxygene_backup:');
    run('pg_dump', '-Fc', `--file=${dump}`, backupUrl);
    await original.stop('SIGQUIT');
    rmSync(original.folder, { recursive: true, force: true });

    const startedAt = performance.now();
    await restored.start();
    await restored.makeDatabase();
    // the role of the application is made by the next start, so nothing can be granted to it yet
    run('pg_restore', '--exit-on-error', '--no-privileges', `--dbname=${restored.ownerUrl}`, dump);
    const after = await restored.ask(hashTables, 'oxygene');
    process.env.DATABASE_URL = restored.ownerUrl;
    const product = await startBeside(house.dataDir, restored.ownerUrl);
    const { status, body } = await ask(product.url, { path: '/messages', cookie: house.cookies[0]! });
    const rtoMs = performance.now() - startedAt;
    const { lost, wrong } = await countFaults(house.dataDir, writers.acknowledged);
    await product.stop();
    await house.close();
    const rows = Object.values(before).reduce((sum, table) => sum + table.rows, 0);
    const read = status === 200 ? (body.match(/Essai [0-9a-f-]{36}/g) ?? []).length : 0;
    return [
      { section, name: 'rows compared', value: rows, unit: '', target: { atLeast: 100 } },
      {
        section,
        name: 'tables that differ',
        value: differing(before, after),
        unit: '',
        target: { atMost: 0 }
      },
      {
        section,
        name: 'acknowledged before the backup, and lost',
        value: lost,
        unit: '',
        target: { atMost: 0 }
      },
      { section, name: 'half written, or twice', value: wrong, unit: '', target: { atMost: 0 } },
      { section, name: 'messages read with the kept keys', value: read, unit: '', target: { atLeast: 1 } },
      {
        section,
        name: 'RTO, from the file to a page',
        value: rtoMs / 1000,
        unit: 's',
        target: { atMost: 900 }
      }
    ];
  } finally {
    await original.stop('SIGQUIT');
    await restored.stop('SIGQUIT');
    rmSync(home, { recursive: true, force: true });
  }
}

/** The folder of a whole PostgreSQL, 15 or newer: where `pg_config` says, or where Debian puts them. */
function findServerPrograms(): string {
  const said = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...(said ? [said] : []),
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => path.join(debian, version, 'bin'))
  ];
  const isWhole = (folder: string) =>
    NEEDED.every((program) => existsSync(path.join(folder, program))) && versionOf(folder) >= OLDEST;
  const found = folders.find(isWhole);
  if (found) return found;
  throw new NotPossibleHere(
    `${NEEDED.join(', ')} of one PostgreSQL ${OLDEST} or newer are needed; the embedded one brings no pg_dump`
  );
}

function versionOf(folder: string): number {
  const { stdout } = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)(?:\.\d+)*/.exec(stdout ?? '')?.[1] ?? 0);
}
