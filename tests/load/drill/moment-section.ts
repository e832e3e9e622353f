import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashTables } from '../../support/table-hashes';
import type { Figure } from '../bench/figure';
import { ask } from '../bench/requests';
import { differing } from './differing';
import { openHouseBeside, startBeside } from './house-beside';
import { embeddedBinaries, makeClusterHome, makeFolder, OwnCluster, writeOwned } from './own-cluster';
import { countFaults, startWriters } from './writers';

const section = 'moment';

/**
 * Recovery to a moment: a copy is taken while people write, the log of the database is archived, everything is deleted
 * by mistake, and the database is brought back to the second before. No row may differ from what was there then.
 */
export async function drillMoment(): Promise<Figure[]> {
  const home = makeClusterHome();
  const archive = path.join(home, 'archive');
  makeFolder(archive);
  const original = await OwnCluster.create(embeddedBinaries(), path.join(home, 'original'));
  original.configure(
    'archive_mode=on',
    `archive_command='test ! -f "${archive}/%f" && cp "%p" "${archive}/%f"'`
  );
  const copy = path.join(home, 'copy');
  let restored: OwnCluster | null = null;
  try {
    await original.start();
    await original.makeDatabase();
    const house = await openHouseBeside(original);
    const writers = startWriters(house.product.url, house.cookies);
    await sleep(1_000);
    await original.copyTo(copy);
    const copied = writers.acknowledged.length;
    await sleep(2_000);
    await writers.stop();
    await house.product.stop();
    const before = await original.ask(hashTables, 'oxygene');
    const moment = await original.ask(async (sql) => {
      const [row] = await sql<{ at: string }[]>`select clock_timestamp()::text as at`;
      return row!.at;
    });
    await sleep(1_000);
    await original.ask(async (sql) => {
      await sql`truncate case_files cascade`;
      await sql`select pg_switch_wal()`;
    }, 'oxygene');
    await isArchived(original);
    await original.stop('SIGQUIT');
    rmSync(original.folder, { recursive: true, force: true });

    const startedAt = performance.now();
    restored = await OwnCluster.of(embeddedBinaries(), copy);
    restored.configure(
      'archive_mode=off',
      `restore_command='cp "${archive}/%f" "%p"'`,
      `recovery_target_time='${moment}'`,
      'recovery_target_action=promote'
    );
    writeOwned(path.join(copy, 'recovery.signal'), '');
    await restored.start();
    await isPromoted(restored);
    const after = await restored.ask(hashTables, 'oxygene');
    process.env.DATABASE_URL = restored.ownerUrl;
    const product = await startBeside(house.dataDir, restored.ownerUrl);
    const { status } = await ask(product.url, { path: '/messages', cookie: house.cookies[0]! });
    const rtoMs = performance.now() - startedAt;
    const { lost, wrong } = await countFaults(house.dataDir, writers.acknowledged);
    await product.stop();
    await house.close();
    const sinceCopy = writers.acknowledged.length - copied;
    return [
      { section, name: 'acknowledged since the copy', value: sinceCopy, unit: '', target: { atLeast: 10 } },
      {
        section,
        name: 'tables that differ',
        value: differing(before, after),
        unit: '',
        target: { atMost: 0 }
      },
      {
        section,
        name: 'RPO: acknowledged before the moment, and lost',
        value: lost,
        unit: '',
        target: { atMost: 0 }
      },
      { section, name: 'half written, or twice', value: wrong, unit: '', target: { atMost: 0 } },
      {
        section,
        name: 'her pages that answer',
        value: status === 200 ? 1 : 0,
        unit: '',
        target: { atLeast: 1 }
      },
      {
        section,
        name: 'RTO, from the copy to a page',
        value: rtoMs / 1000,
        unit: 's',
        target: { atMost: 900 }
      }
    ];
  } finally {
    await original.stop('SIGQUIT');
    await restored?.stop('SIGQUIT');
    rmSync(home, { recursive: true, force: true });
  }
}

/** Waits until the last whole part of the log is in the archive. */
async function isArchived(cluster: OwnCluster): Promise<void> {
  await until(() =>
    cluster.ask(async (sql) => {
      const [row] = await sql<{ waits: boolean }[]>`
        select last_archived_wal is null
          or last_archived_wal < pg_walfile_name(pg_current_wal_lsn() - 16 * 1024 * 1024) as waits
        from pg_stat_archiver`;
      return !row!.waits;
    })
  );
}

/** Waits until a cluster takes changes. */
export async function isPromoted(cluster: OwnCluster): Promise<void> {
  await until(() =>
    cluster.ask(async (sql) => {
      const [row] = await sql<{ recovers: boolean }[]>`select pg_is_in_recovery() as recovers`;
      return !row!.recovers;
    })
  );
}

/** Asks again until it is so. Throws after a minute. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > giveUpAt) throw new Error('Waited a minute for nothing');
    await sleep(50);
  }
}
