import postgres from 'postgres';
import type { Actor } from '$lib/access';
import type { CaseId, StaffId, TeamId } from '$lib/kernel';
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
  /** Called for each event of a case the actor follows. */
  wake(event: CaseEvent): void;
  /** Called when events may have been missed (the connection was lost): the screen reads everything again. */
  resync(): void;
  /** Called when the process ends. */
  end(): void;
}

const CHANNEL = 'case_events';
const SELF_TEST_MS = 5_000;

/**
 * One LISTEN connection for the whole process, shared by all live screens; any number of processes may do the same
 * on one database. postgres.js reconnects by itself; every screen is then told to read again.
 */
export class LiveHub {
  readonly #subscribers = new Set<Subscriber>();
  readonly #connection: postgres.Sql;
  #listening = false;

  /** `url` must reach the server itself, not a transaction pooler: LISTEN is deaf behind one. */
  constructor(url: string) {
    this.#connection = postgres(url, { max: 1, idle_timeout: 0, onnotice: () => undefined });
  }

  /** Starts to listen, and notifies itself once. Throws when nothing is heard within five seconds. */
  async start(): Promise<void> {
    const probe = crypto.randomUUID();
    let heard: () => void = () => undefined;
    const echo = new Promise<void>((resolve) => (heard = resolve));
    await this.#connection.listen(
      CHANNEL,
      (payload) => (payload === probe ? heard() : this.#dispatch(payload)),
      () => this.#onListening()
    );
    await this.#connection.notify(CHANNEL, probe);
    let timer: NodeJS.Timeout | undefined;
    const deaf = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StartupFailure(DEAF)), SELF_TEST_MS);
    });
    await Promise.race([echo, deaf]).finally(() => clearTimeout(timer));
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
    await this.#connection.end({ timeout: 1 });
  }

  #dispatch(payload: string): void {
    const event = JSON.parse(payload) as CaseEvent;
    for (const subscriber of this.#subscribers) {
      if (concerns(event, subscriber.actor)) subscriber.wake(event);
    }
  }

  #onListening(): void {
    if (this.#listening) for (const subscriber of this.#subscribers) subscriber.resync();
    this.#listening = true;
  }
}

/** Whether an event is of a case the actor follows: her own, those she is referent or stand-in of, or her team's. */
export function concerns(event: CaseEvent, actor: Actor): boolean {
  if (actor.kind === 'debtor') return event.caseId === actor.caseId;
  if (actor.kind === 'system') return false;
  if (actor.role === 'supervisor') return event.teamId === actor.teamId;
  return event.referentId === actor.staffId || event.standInId === actor.staffId;
}
