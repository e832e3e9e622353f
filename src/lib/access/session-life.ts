import type { Actor } from './actor';

/** Whose session it is. */
export type SessionKind = Exclude<Actor['kind'], 'system'>;

/** How long a session lives: without use, and at most. */
export interface SessionLife {
  readonly idleMinutes: number;
  readonly maxMinutes: number;
}

/**
 * Staff are signed out after 30 minutes without use, and each working day starts with a sign-in. A debtor keeps her
 * place for an evening and a morning: 12 hours without use, a week at most.
 */
export const SESSION_LIFE: Readonly<Record<SessionKind, SessionLife>> = {
  staff: { idleMinutes: 30, maxMinutes: 12 * 60 },
  debtor: { idleMinutes: 12 * 60, maxMinutes: 7 * 24 * 60 }
};

/** When a session was made and last used. */
export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

const MINUTE_MS = 60_000;

/** The instant a session ends if it is not used again. At that very instant it is over. */
export function sessionEndsAt(kind: SessionKind, { createdAt, lastSeenAt }: SessionTimes): Date {
  const life = SESSION_LIFE[kind];
  const idleEnd = lastSeenAt.getTime() + life.idleMinutes * MINUTE_MS;
  const lastEnd = createdAt.getTime() + life.maxMinutes * MINUTE_MS;
  return new Date(Math.min(idleEnd, lastEnd));
}

/** Whether the last use should be written again: at most once a minute, so that reading stays cheap. */
export function isUseWorthWriting(lastSeenAt: Date, instant: Date): boolean {
  return instant.getTime() - lastSeenAt.getTime() >= MINUTE_MS;
}
