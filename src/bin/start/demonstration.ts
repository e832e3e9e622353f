import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import type { Settings } from '../../lib/server/platform/env';
import { errorCode } from '../../lib/server/platform/startup-failure';
import { say } from './say';

/** How one member of staff of the demonstration signs in. */
export interface StaffAccess {
  readonly email: string;
  readonly password: string;
  /** Base 32, as an authenticator takes it. */
  readonly totpSecret: string;
}

/** Who can come in to the demonstration, and with what. */
export interface DemonstrationAccess {
  readonly debtor: {
    readonly reference: string;
    readonly letterCode: string;
    /** `YYYY-MM-DD`. */
    readonly birthDate: string;
    readonly postcode: string;
    /** The whole address of a fresh link. */
    readonly link: string;
  };
  readonly referent: StaffAccess;
  readonly supervisor: StaffAccess;
  /** Publishes what the first proposes. */
  readonly secondSupervisor: StaffAccess;
}

/** An arbitrary number that names this lock among the advisory locks of the database. */
const SEED_LOCK = 7_113_580_226;

/** What `$lib/server/db/seed` offers. Both work on the database chosen by `useDatabase`. */
interface SeedModule {
  /** Loads the demonstration portfolio through the ordinary import. Run again after an interruption, it completes. */
  seedDemonstration(options: { origin: string; say: (line: string) => void }): Promise<DemonstrationAccess>;
  /** The same people, with a link and a letter code that are valid again. */
  refreshDemonstrationAccess(options: { origin: string }): Promise<DemonstrationAccess>;
}

/**
 * Loads the demonstration into an empty embedded database, or renews its accesses on later starts; null when the
 * database holds real cases. The accesses are left in `demo.json`, mode 0600.
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
    const seed = await loadSeed();
    if (!seed) return null;
    const options = { origin: settings.origin, say };
    if (state === 'empty') await mark(sql, 'demonstration_started');
    const access =
      state === 'seeded'
        ? await seed.refreshDemonstrationAccess(options)
        : await seed.seedDemonstration(options);
    await mark(sql, 'demonstration_done');
    writeAccess(settings, access);
    return access;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function loadSeed(): Promise<SeedModule | null> {
  const name: string = '$lib/server/db/seed';
  const seed = (await import(name).catch((error: unknown) => {
    if (errorCode(error) === 'ERR_MODULE_NOT_FOUND') return {};
    throw error;
  })) as Partial<SeedModule>;
  return seed.seedDemonstration && seed.refreshDemonstrationAccess ? (seed as SeedModule) : null;
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

function writeAccess(settings: Settings, access: DemonstrationAccess): void {
  const file = path.join(settings.dataDir, 'demo.json');
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, `${JSON.stringify({ url: settings.origin, ...access }, null, 2)}\n`, { mode: 0o600 });
  chmodSync(whole, 0o600);
  renameSync(whole, file);
}
