import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { openHouse, type House } from '../../../src/bin/start/open-house';
import type { StaffActor } from '../../../src/lib/access';
import {
  proposeParameterChange,
  publishRevision,
  rescreenDue,
  startRescreening,
  type RevisionId
} from '../../../src/lib/server/aids';
import { openDatabase, useDatabase } from '../../../src/lib/server/db';
import { screenParts } from '../../../src/lib/server/http/screen-parts';
import { makeVault } from '../../../src/lib/server/platform/crypto';
import { newId } from '../../../src/lib/server/platform/ids';
import { useVault } from '../../../src/lib/server/platform/runtime';
import type { Figure } from './figure';
import { insertProfiles } from './profiles';

/** How many stored profiles are screened; fewer when one only wants to try. */
const PROFILES = Number(process.env.BENCH_PROFILES ?? 1_000_000);
const SAMPLE_EVERY_MS = 500;
const KILL_AFTER_MS = 8_000;
const MB = 1_048_576;

/**
 * Screens a million stored profiles again after a publication, from Postgres and back, in a house of its own; then
 * once more, one of the workers killed on the way, and counts whether anybody was missed or found twice.
 */
export async function measureRescreening(): Promise<Figure[]> {
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'oxygene-rescreening-'));
  const house = await openHouse();
  const owner = postgres(house.ownerUrl, { max: 2, onnotice: () => undefined });
  const pool = openDatabase({ url: house.runtime.appUrl, poolSize: 4 });
  useDatabase(pool);
  useVault(makeVault(house.runtime.dataKeys));
  try {
    await insertProfiles(owner, PROFILES);
    return await measure(house, owner);
  } finally {
    await Promise.all([owner.end({ timeout: 1 }), pool.close(1)]);
    await house.close();
    rmSync(process.env.DATA_DIR, { recursive: true, force: true });
  }
}

async function measure(_house: House, owner: postgres.Sql): Promise<Figure[]> {
  const [first, second] = [await supervisor(owner, 'une'), await supervisor(owner, 'deux')];
  const revisionId = await published(first, second);
  const memory = watchMemory();
  const started = performance.now();
  await rescreenDue(screenParts);
  const seconds = (performance.now() - started) / 1000;
  const { early, late } = memory.stop();
  const once = await counted(owner);
  const killed = await rescreenKilled(second, revisionId);
  const twice = await counted(owner);
  const section = 're-screening';
  const scale = 1_000_000 / PROFILES;
  return [
    { section, name: 'profiles screened', value: once.seen, unit: '', target: { atLeast: PROFILES } },
    { section, name: 'who gains', value: once.news, unit: '' },
    {
      section,
      name: `a million profiles${scale === 1 ? '' : `, from ${PROFILES}`}`,
      value: seconds * scale,
      unit: 's',
      target: { atMost: 180 }
    },
    { section, name: 'memory of a worker, half way', value: early, unit: 'MB' },
    {
      section,
      name: 'memory of a worker, at the end',
      value: late / early,
      unit: '× half way',
      target: { atMost: 1.25 }
    },
    { section, name: 'a worker was killed on the way', value: killed, unit: '', target: { atLeast: 1 } },
    {
      section,
      name: 'missed or seen twice after it',
      value: Math.abs(twice.lastSeen - PROFILES),
      unit: '',
      target: { atMost: 0 }
    },
    { section, name: 'found twice after it', value: twice.news - once.news, unit: '', target: { atMost: 0 } }
  ];
}

async function supervisor(owner: postgres.Sql, name: string): Promise<StaffActor> {
  const [staffId, teamId] = [newId<'staff'>(), newId<'team'>()];
  await owner`insert into teams (id, name, created_at) values (${teamId}, ${`Équipe ${name}`}, now())`;
  await owner`
    insert into staff (id, team_id, role, email, first_name, last_name, password_hash, totp_secret_sealed, created_at)
    values (${staffId}, ${teamId}, 'supervisor', ${`${name}@exemple.fr`}, 'Camille', ${name}, 'x', 'x', now())`;
  return {
    kind: 'staff',
    role: 'supervisor',
    staffId,
    teamId,
    name: `Camille ${name}`,
    firstName: 'Camille'
  };
}

/** The base of the RSA and of the prime d'activité from this month on, so that many gain and many do not. */
async function published(first: StaffActor, second: StaffActor): Promise<RevisionId> {
  const today = new Date().toISOString().slice(0, 10);
  const proposed = await proposeParameterChange(first, {
    name: 'rsa_base',
    from: `${today.slice(0, 8)}01`,
    numbers: [690],
    corrects: false,
    law: 'Décret du banc d’essai',
    url: 'https://www.legifrance.gouv.fr/',
    checked: today,
    reason: 'Mesure de la reprise des profils'
  });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.why));
  const decided = await publishRevision(second, { id: proposed.value, publishedOn: today });
  if (!decided.ok) throw new Error(decided.why.code);
  return proposed.value;
}

async function counted(owner: postgres.Sql) {
  return owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    const [row] = await sql<{ seen: string; last_seen: string; news: string }[]>`
      select (select sum(seen) from aid_rescreening_parts) as seen, (select count(*) from aid_news) as news,
        (select sum(seen) from aid_rescreening_parts where rescreening_id =
          (select id from aid_rescreenings order by id desc limit 1)) as last_seen`;
    return { seen: Number(row?.seen), lastSeen: Number(row?.last_seen), news: Number(row?.news) };
  });
}

/** Starts the pass again and kills one worker on the way; then carries it to its end. How many were killed. */
async function rescreenKilled(actor: StaffActor, revisionId: RevisionId): Promise<number> {
  const started = await startRescreening(actor, revisionId);
  if (!started.ok) throw new Error(started.why.code);
  let killed = 0;
  const timer = setTimeout(
    () => {
      const [victim] = workers();
      if (victim) process.kill(victim.pid, 'SIGKILL');
      if (victim) killed += 1;
    },
    Math.min(KILL_AFTER_MS, PROFILES / 50)
  );
  await rescreenDue(screenParts).catch(() => undefined);
  clearTimeout(timer);
  await rescreenDue(screenParts);
  return killed;
}

/** The processes this one started that screen, with the memory they hold. */
function workers(): { pid: number; megabytes: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const isOurs = status.includes(`\nPPid:\t${process.pid}\n`);
        const program = isOurs ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
        const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
        return program.includes('rescreen-aids')
          ? [{ pid: Number(pid), megabytes: (kilobytes * 1024) / MB }]
          : [];
      } catch {
        // it ended while it was looked at
        return [];
      }
    });
}

/** Samples the memory of the largest worker; the highest of the first and of the second half of the time. */
function watchMemory() {
  const samples: number[] = [];
  const timer = setInterval(
    () => samples.push(Math.max(0, ...workers().map(({ megabytes }) => megabytes))),
    SAMPLE_EVERY_MS
  );
  return {
    stop() {
      clearInterval(timer);
      const half = samples.length >> 1;
      return { early: Math.max(1, ...samples.slice(0, half)), late: Math.max(1, ...samples.slice(half)) };
    }
  };
}
