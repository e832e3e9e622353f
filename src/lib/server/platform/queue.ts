import { PgBoss, fromDrizzle } from 'pg-boss';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { findPrimary } from './find-primary';

/** The jobs of the product and what each is given: ids only, since job tables are readable by operators. */
export interface Jobs {
  /** Sends one outgoing letter, e-mail or SMS. */
  deliver: { caseId: string; deliveryId: string };
  /** Every minute: sends what is due and was not picked up. */
  'deliver-due': Record<string, never>;
  /** Every night: ends signals and sessions whose time is over. */
  'end-of-day': Record<string, never>;
  /** Every working morning: asks people how it went, after something was done for them. */
  'invite-to-surveys': Record<string, never>;
  /** Screens stored aid profiles again after a rule changed; every hour, goes on where a stopped pass was. */
  'rescreen-aids': Record<string, never>;
  /** Every working morning: tells people who agreed, and gain, that a rule changed. */
  'tell-aid-news': Record<string, never>;
  /** Every working morning: sends the reminders people asked for. */
  'remind-of-claims': Record<string, never>;
  /** Every working morning: recalls near instalments to people who asked for it. */
  'remind-of-instalments': Record<string, never>;
}

/** The name of a job. */
export type JobName = keyof Jobs;

interface QueueRules {
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
  readonly cron?: string;
}

const QUEUES: Readonly<Record<JobName, QueueRules>> = {
  // 12 tries, the waits doubling from 30 s: about a day and a half
  deliver: { retryLimit: 12, retryDelay: 30, retryBackoff: true },
  'deliver-due': { retryLimit: 0, retryDelay: 0, retryBackoff: false, cron: '* * * * *' },
  'end-of-day': { retryLimit: 3, retryDelay: 300, retryBackoff: false, cron: '17 2 * * *' },
  'invite-to-surveys': { retryLimit: 2, retryDelay: 600, retryBackoff: false, cron: '30 10 * * 1-5' },
  'rescreen-aids': { retryLimit: 3, retryDelay: 60, retryBackoff: true, cron: '7 * * * *' },
  'tell-aid-news': { retryLimit: 2, retryDelay: 600, retryBackoff: false, cron: '45 10 * * 1-5' },
  'remind-of-claims': { retryLimit: 2, retryDelay: 600, retryBackoff: false, cron: '15 10 * * 1-5' },
  'remind-of-instalments': { retryLimit: 2, retryDelay: 600, retryBackoff: false, cron: '5 10 * * 1-5' }
};

const SCHEMA = 'pgboss';
/**
 * How long the database may take to answer the queue. A connection whose other end is gone without a word says nothing for
 * a quarter of an hour and more, and no job would run meanwhile: past this it is replaced.
 */
const ANSWER_WITHIN_MS = 30_000;

/** What a use case needs to send a job in its own transaction. */
interface SqlRunner {
  execute(query: unknown): Promise<{ rows: unknown[] }[] | unknown[]>;
}

let boss: PgBoss | undefined;
let following: NodeJS.Timeout | undefined;
/** How often it is looked whether a standby took over. */
const LOOK_EVERY_MS = 5_000;

/**
 * Makes the tables and queues of pg-boss, and lets `appRole` use them. Run by the owner of the schema, after the
 * migrations; safe to run again.
 */
export async function prepareQueue(ownerUrl: string, appRole: string): Promise<void> {
  const owner = new PgBoss({
    connectionString: await findPrimary(ownerUrl),
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false
  });
  owner.on('error', () => undefined);
  await owner.start();
  for (const name of Object.keys(QUEUES) as JobName[]) {
    const { retryLimit, retryDelay, retryBackoff } = QUEUES[name];
    await owner.createQueue(name, { retryLimit, retryDelay, retryBackoff });
  }
  await owner.stop({ graceful: false });
  const setup = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const role = setup(appRole);
    await setup`grant usage on schema ${setup(SCHEMA)} to ${role}`;
    await setup`grant select, insert, update, delete on all tables in schema ${setup(SCHEMA)} to ${role}`;
    await setup`grant usage on all sequences in schema ${setup(SCHEMA)} to ${role}`;
    await setup`grant execute on all functions in schema ${setup(SCHEMA)} to ${role}`;
  } finally {
    await setup.end({ timeout: 2 });
  }
}

/** Hears of what fails in the queue: a job by its name, or the queue itself. */
export type FailureListener = (error: unknown, job?: JobName) => void;

/** What each job does; a thrown error makes pg-boss try again later. */
export type JobHandlers = { readonly [Name in JobName]?: (data: Jobs[Name]) => Promise<void> };

/**
 * Starts taking jobs in this process. `url` must be direct, not through a transaction pooler. pg-boss knows one host only:
 * of several, the one that takes changes is looked for, again and again.
 */
export async function startQueue(
  url: string,
  handlers: JobHandlers,
  onError: FailureListener,
  answerWithinMs = ANSWER_WITHIN_MS
): Promise<void> {
  const takeJobsOf = (primary: string) => takeJobs(primary, handlers, onError, answerWithinMs);
  let primary = await findPrimary(url);
  boss = await takeJobsOf(primary);
  if (primary === url) return;
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const found = await findPrimary(url);
      if (found === primary || !following) return;
      const former = boss;
      // what is sent meanwhile is found again by the job that runs every minute
      boss = undefined;
      await former?.stop({ graceful: false }).catch((error: unknown) => onError(error));
      const fresh = await takeJobsOf(found);
      // the process may have begun to stop meanwhile
      if (!following) return void (await fresh.stop({ graceful: false }));
      boss = fresh;
      primary = found;
    } catch (error) {
      onError(error);
    } finally {
      isLooking = false;
    }
  };
  following = setInterval(() => void look(), LOOK_EVERY_MS);
  following.unref();
}

async function takeJobs(
  url: string,
  handlers: JobHandlers,
  onError: FailureListener,
  answerWithinMs: number
): Promise<PgBoss> {
  // passed on to pg as it is
  const waiting = { query_timeout: answerWithinMs };
  const fresh = new PgBoss({
    ...waiting,
    connectionString: url,
    schema: SCHEMA,
    max: 3,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false
  });
  fresh.on('error', (error) => onError(error));
  await fresh.start();
  for (const name of Object.keys(handlers) as JobName[]) {
    await fresh.work(
      name,
      { pollingIntervalSeconds: name === 'deliver' ? 1 : 20 },
      async (jobs: { data: unknown }[]) => {
        try {
          for (const job of jobs) await run(handlers, name, job.data);
        } catch (error) {
          // pg-boss keeps it in its table and tells nobody
          onError(error, name);
          throw error;
        }
      }
    );
    const { cron } = QUEUES[name];
    if (cron) await fresh.schedule(name, cron, {}, { tz: 'Europe/Paris' });
  }
  return fresh;
}

/**
 * Sends a job in the transaction that causes it, to run at `startAfter` or as soon as possible. Without a queue in
 * this process (programs, tests) nothing is sent: what is due is found again by the job that runs every minute.
 */
export async function sendJob<Name extends JobName>(
  tx: SqlRunner,
  name: Name,
  data: Jobs[Name],
  startAfter?: Date
): Promise<void> {
  if (!boss) return;
  await boss.send(name, data, { db: fromDrizzle(tx as never, sql), ...(startAfter && { startAfter }) });
}

/** Stops taking jobs and waits for those running, a few seconds at most. */
export async function stopQueue(): Promise<void> {
  clearInterval(following);
  following = undefined;
  const ending = boss;
  boss = undefined;
  await ending?.stop({ graceful: true, timeout: 3_000 });
}

function run(handlers: JobHandlers, name: JobName, data: unknown): Promise<void> {
  const handler = handlers[name] as ((data: unknown) => Promise<void>) | undefined;
  return handler ? handler(data) : Promise.resolve();
}
