import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import {
  refreshDemonstrationAccess,
  seedDemonstration,
  type DemonstrationAccess
} from '../../lib/server/db/seed';
import type { Settings } from '../../lib/server/platform/env';
import { DEMO_FILE, MORE_DEMO_FILE } from './demonstration-access';
import { say } from './say';

/** An arbitrary number that names this lock among the advisory locks of the database. */
const SEED_LOCK = 7_113_580_226;

/**
 * Loads the demonstration into an empty embedded database, or renews its accesses on later starts; null when the
 * database holds real cases. The accesses are left in `demo.json` and `demo-more.json`, mode 0600.
 */
export async function prepareDemonstration(
  settings: Settings,
  ownerUrl: string
): Promise<DemonstrationAccess | null> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // a second start of the same demonstration waits until the first has loaded it
    await sql`select pg_advisory_lock(${SEED_LOCK})`;
    const state = await stateOf(sql);
    if (state === 'real') return null;
    const options = { origin: settings.origin, say };
    if (state === 'empty') await mark(sql, 'demonstration_started');
    const access =
      state === 'seeded' ? await refreshDemonstrationAccess(options) : await seedDemonstration(options);
    await mark(sql, 'demonstration_done');
    writeAccess(settings, access);
    return access;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

type State = 'empty' | 'started' | 'seeded' | 'real';

async function stateOf(sql: Sql): Promise<State> {
  await sql`create table if not exists ops.marks (name text primary key, made_at timestamptz not null)`;
  const marks = (await sql<{ name: string }[]>`select name from ops.marks`).map(({ name }) => name);
  if (marks.includes('demonstration_done')) return 'seeded';
  if (marks.includes('demonstration_started')) return 'started';
  return sql.begin(async (tx) => {
    // row-level security holds for the owner too
    await tx`select app.say('system', null, null, null)`;
    const [found] = await tx`select exists (select from staff) or exists (select from case_files) as any`;
    return found?.any ? 'real' : 'empty';
  });
}

async function mark(sql: Sql, name: string): Promise<void> {
  await sql`insert into ops.marks (name, made_at) values (${name}, now()) on conflict do nothing`;
}

/** `demo.json` holds one account of each kind, and nothing else: programs of others read it. */
function writeAccess({ dataDir, origin }: Settings, access: DemonstrationAccess): void {
  const { secondSupervisor, ...oneOfEach } = access;
  writeSecret(path.join(dataDir, DEMO_FILE), { url: origin, ...oneOfEach });
  writeSecret(path.join(dataDir, MORE_DEMO_FILE), { secondSupervisor });
}

function writeSecret(file: string, content: object): void {
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(whole, 0o600);
  renameSync(whole, file);
}
