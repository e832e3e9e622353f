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

/** A page sets this cookie for the moment it asks something by itself, such as a live refresh. */
export const BY_ITSELF_COOKIE = 'oxygene-seul';

/** How old the written last use may be: half an hour of staff is counted to the second, her half day is not. */
const WRITTEN_EVERY_MS: Readonly<Record<SessionKind, number>> = { staff: 1_000, debtor: MINUTE_MS };

/** Whether the last use should be written again: not at each request of a page, so that reading stays cheap. */
export function isUseWorthWriting(kind: SessionKind, lastSeenAt: Date, instant: Date): boolean {
  return instant.getTime() - lastSeenAt.getTime() >= WRITTEN_EVERY_MS[kind];
}
