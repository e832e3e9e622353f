import postgres from 'postgres';
import type { Actor } from '$lib/access';
import type { CaseId, StaffId, TeamId } from '$lib/kernel';
import { log } from '../platform/logger';
import { StartupFailure } from '../platform/startup-failure';

const DEAF =
  'La base n’entend pas LISTEN à cette adresse, sans doute celle d’un pooler : donnez l’adresse directe de PostgreSQL dans DATABASE_DIRECT_URL.';

/** Something happened on a case. Ids and codes only: what was written is fetched by the screen, under its rights. */
export interface CaseEvent {
  readonly caseId: CaseId;
  readonly eventId: string;
  readonly action: string;
  readonly referentId: StaffId | null;
  readonly standInId: StaffId | null;
  readonly teamId: TeamId;
}

/** What a screen gives to be woken up. */
export interface Subscriber {
  readonly actor: Actor;
  /** The session the screen was opened in, as kept at rest. */
  readonly sessionId: string;
  /** Called for each event of a case the actor follows. */
  wake(event: CaseEvent): void;
  /** Called when events may have been missed (the connection was lost): the screen reads everything again. */
  resync(): void;
  /** Called when the session is closed, and when the process ends. */
  end(): void;
}

const CHANNEL = 'case_events';
const CLOSED_SESSIONS = 'closed_sessions';
const SELF_TEST_MS = 5_000;

/** How often the hub asks whether it still hears, how long it waits for the answer, and who counts the time. */
export interface Heartbeat {
  readonly everyMs: number;
  readonly withinMs: number;
  /** Does `work` once, so much later; the answer calls it off. */
  after(ms: number, work: () => void): () => void;
}

const HEARTBEAT: Heartbeat = {
  everyMs: 30_000,
  withinMs: 10_000,
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  }
};

/**
 * One LISTEN connection for the whole process, shared by all live screens; any number of processes may do the same
 * on one database. postgres.js reconnects by itself when a connection ends. One whose other end has gone without a word
 * ends never: a heartbeat goes round through the database, and when it does not come back the connection is replaced.
 * Either way every screen is then told to read again.
 */
export class LiveHub {
  readonly #subscribers = new Set<Subscriber>();
  readonly #url: string;
  readonly #heartbeat: Heartbeat;
  /** Its own: the heartbeat of one process wakes no other. */
  readonly #pulse = `live_${crypto.randomUUID().replaceAll('-', '')}`;
  #connection: postgres.Sql;
  #listening = false;
  #isClosed = false;
  #waitsFor: { readonly probe: string; readonly heard: () => void } | null = null;
  #callOff: () => void = () => undefined;

  /** `url` must reach the server itself, not a transaction pooler: LISTEN is deaf behind one. */
  constructor(url: string, heartbeat: Heartbeat = HEARTBEAT) {
    this.#url = url;
    this.#heartbeat = heartbeat;
    this.#connection = connect(url);
  }

  /** Starts to listen, and notifies itself once. Throws when nothing is heard within five seconds. */
  async start(): Promise<void> {
    await this.#listen();
    if (!(await this.#hears(SELF_TEST_MS))) throw new StartupFailure(DEAF);
    this.#nextBeat();
  }

  /** Adds a screen; call the answer to remove it. */
  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** How many screens are live. */
  get size(): number {
    return this.#subscribers.size;
  }

  /** Ends every stream and the connection. */
  async close(): Promise<void> {
    for (const subscriber of [...this.#subscribers]) subscriber.end();
    this.#subscribers.clear();
    this.#isClosed = true;
    this.#callOff();
    await this.#connection.end({ timeout: 1 });
  }

  async #listen(): Promise<void> {
    await this.#connection.listen(this.#pulse, (probe) => {
      if (probe === this.#waitsFor?.probe) this.#waitsFor.heard();
    });
    await this.#connection.listen(CLOSED_SESSIONS, (sessionId) => this.#end(sessionId));
    await this.#connection.listen(
      CHANNEL,
      (payload) => this.#dispatch(payload),
      () => this.#onListening()
    );
  }

  /** Whether its own word, said through the database, comes back in time. */
  async #hears(withinMs: number): Promise<boolean> {
    const probe = crypto.randomUUID();
    const answer = new Promise<boolean>((resolve) => {
      this.#waitsFor = { probe, heard: () => resolve(true) };
      this.#callOff = this.#heartbeat.after(withinMs, () => resolve(false));
    });
    // a word that cannot be said is not heard either
    this.#connection.notify(this.#pulse, probe).catch(() => undefined);
    const hears = await answer;
    this.#callOff();
    this.#waitsFor = null;
    return hears;
  }

  #nextBeat(): void {
    if (!this.#isClosed)
      this.#callOff = this.#heartbeat.after(this.#heartbeat.everyMs, () => void this.#beat());
  }

  async #beat(): Promise<void> {
    const hears = await this.#hears(this.#heartbeat.withinMs);
    if (!hears && !this.#isClosed) this.#reconnect();
    this.#nextBeat();
  }

  /** Leaves the connection that says nothing to itself. Should the new one fail, the next beat tries again. */
  #reconnect(): void {
    log().warn('live.deaf');
    const silent = this.#connection;
    this.#connection = connect(this.#url);
    silent.end({ timeout: 0 }).catch(() => undefined);
    this.#listen().catch(() => undefined);
  }

  #dispatch(payload: string): void {
    const event = JSON.parse(payload) as CaseEvent;
    for (const subscriber of this.#subscribers) {
      if (concerns(event, subscriber.actor)) subscriber.wake(event);
    }
  }

  #end(sessionId: string): void {
    for (const subscriber of [...this.#subscribers]) if (subscriber.sessionId === sessionId) subscriber.end();
  }

  #onListening(): void {
    if (this.#listening) for (const subscriber of this.#subscribers) subscriber.resync();
    this.#listening = true;
  }
}

function connect(url: string): postgres.Sql {
  return postgres(url, { max: 1, idle_timeout: 0, onnotice: () => undefined });
}

/** Whether an event is of a case the actor follows: her own, those she is referent or stand-in of, or her team's. */
export function concerns(event: CaseEvent, actor: Actor): boolean {
  if (actor.kind === 'debtor') return event.caseId === actor.caseId;
  if (actor.kind === 'system') return false;
  if (actor.role === 'supervisor') return event.teamId === actor.teamId;
  return event.referentId === actor.staffId || event.standInId === actor.staffId;
}
