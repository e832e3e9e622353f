import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../e2e/support/start-product';
import { median, type Figure } from '../bench/figure';
import { openHouseBeside } from './house-beside';
import { isPromoted, until } from './moment-section';
import { embeddedBinaries, makeClusterHome, OwnCluster, writeOwned } from './own-cluster';
import { countFaults, startWriters } from './writers';

const section = 'standby';
/** How often the standby takes over while the primary waits for it; once more when it does not. */
const ROUNDS = Number(process.env.DRILL_TAKEOVERS ?? 2);
const BACK_WITHIN_MS = 30_000;

/**
 * The primary dies while people write, the standby takes its place, and the product, whose address lists both, finds it
 * by itself. While the primary waits for its standby nothing acknowledged may be lost; without waiting, what is lost is
 * counted and said. The one that died never comes back as it was: its place is taken by a copy of the other.
 */
export async function drillStandby(): Promise<Figure[]> {
  const home = makeClusterHome();
  const ports = [await freePort(), await freePort()] as const;
  const binaries = embeddedBinaries();
  let primary = await OwnCluster.create(binaries, path.join(home, 'first'), ports[0]);
  let standby: OwnCluster | null = null;
  const backMs: number[] = [];
  const acknowledged: string[] = [];
  try {
    await primary.start();
    await primary.makeDatabase();
    const both = primary.ownerUrl.replace(/@[^/]+/, `@127.0.0.1:${ports[0]},127.0.0.1:${ports[1]}`);
    const house = await openHouseBeside(primary, both);
    let unsaidLost = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      const waits = round < ROUNDS;
      const port = ports.find((one) => one !== primary.port)!;
      const folder = path.join(home, `copy-${round}`);
      standby = await follow(primary, folder, port, waits);
      const writers = startWriters(house.product.url, house.cookies);
      await sleep(1_500);
      const diedAt = performance.now();
      await primary.stop('SIGQUIT');
      const told = writers.acknowledged.length;
      rmSync(primary.folder, { recursive: true, force: true });
      await standby.ask((sql) => sql`select pg_promote()`);
      await isPromoted(standby);
      // it waits for nobody now
      await standby.ask(async (sql) => {
        await sql`alter system set synchronous_standby_names = ''`;
        await sql`select pg_reload_conf()`;
      });
      while (writers.acknowledged.length === told && performance.now() - diedAt < BACK_WITHIN_MS)
        await sleep(20);
      backMs.push(performance.now() - diedAt);
      await sleep(500);
      await writers.stop();
      [primary, standby] = [standby, null];
      if (waits) acknowledged.push(...writers.acknowledged);
      else unsaidLost = (await countFaults(house.dataDir, writers.acknowledged)).lost;
    }
    const { lost, wrong } = await countFaults(house.dataDir, acknowledged);
    await until(async () => (await sessionsOfJobs(primary)) > 0).catch(() => undefined);
    const jobs = await sessionsOfJobs(primary);
    const lives = house.product.process.exitCode === null ? 1 : 0;
    await house.close();
    return [
      { section, name: 'processes that went on', value: lives, unit: '', target: { atLeast: 1 } },
      { section, name: 'times the standby took over', value: backMs.length, unit: '' },
      {
        section,
        name: 'acknowledged',
        value: acknowledged.length,
        unit: 'messages',
        target: { atLeast: 20 }
      },
      {
        section,
        name: 'RPO: acknowledged and lost, the primary waiting',
        value: lost,
        unit: '',
        target: { atMost: 0 }
      },
      { section, name: 'RPO: acknowledged and lost, not waiting', value: unsaidLost, unit: '' },
      { section, name: 'half written, or twice', value: wrong, unit: '', target: { atMost: 0 } },
      { section, name: 'RTO, from the death to a message taken', value: median(backMs) / 1000, unit: 's' },
      {
        section,
        name: 'sessions of the jobs at the new primary',
        value: jobs,
        unit: '',
        target: { atLeast: 1 }
      },
      {
        section,
        name: 'RTO, the longest',
        value: Math.max(...backMs) / 1000,
        unit: 's',
        target: { atMost: BACK_WITHIN_MS / 1000 }
      }
    ];
  } finally {
    await primary.stop('SIGQUIT');
    await standby?.stop('SIGQUIT');
    rmSync(home, { recursive: true, force: true });
  }
}

/** How many sessions the jobs of the product have on a cluster. */
const sessionsOfJobs = (cluster: OwnCluster) =>
  cluster.ask(async (sql) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where application_name like 'pgboss%'`;
    return row!.n;
  });

/** A copy of the primary that follows it, and that it waits for when it should. */
async function follow(
  primary: OwnCluster,
  folder: string,
  port: number,
  waits: boolean
): Promise<OwnCluster> {
  await primary.copyTo(folder);
  const standby = await OwnCluster.of(primary.binaries, folder, port);
  standby.configure(`primary_conninfo='${primary.connInfo}'`);
  writeOwned(path.join(folder, 'standby.signal'), '');
  await standby.start();
  await primary.ask(async (sql) => {
    await sql.unsafe(`alter system set synchronous_standby_names = '${waits ? '*' : ''}'`);
    await sql`select pg_reload_conf()`;
  });
  await until(() =>
    primary.ask(async (sql) => {
      const [row] = await sql<{ state: string; sync: string }[]>`
        select state, sync_state as sync from pg_stat_replication`;
      return row?.state === 'streaming' && (row.sync === 'sync') === waits;
    })
  );
  return standby;
}
