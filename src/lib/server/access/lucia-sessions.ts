import { and, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { isUseWorthWriting, sessionEndsAt, type Actor, type SessionKind } from '$lib/access';
import type { CaseId, Id, StaffId, TeamId } from '$lib/kernel';
import { database, readAlone, reading } from '../db';
import { sessions, staff } from '../db/schema/access';
import { randomSecret, sha256Hex } from '../platform/crypto';
import { now } from '../platform/runtime';

/*
 * Everything that knows lucia stands in this file: the library has no upkeep any more, so it must be easy to replace.
 * It judges whether a session is over and calls the adapter; ids, times and what is kept at rest are ours.
 */

/** What lucia keeps beside a session. */
interface SessionAttributes {
  readonly idAtRest: string;
  readonly device: string;
  readonly lastSeenAt: Date;
}

/** What lucia gives with the owner of a session. */
interface OwnerAttributes {
  readonly actor: Actor;
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: OwnerAttributes;
  }
}

/** A session just opened: the secret goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly secret: string;
  /** The id as kept at rest. */
  readonly id: string;
}

/** A session in use, and whose it is. */
export interface CurrentSession {
  readonly id: string;
  readonly actor: Actor;
}

/** A device somebody is signed in on. */
export interface Device {
  readonly sessionId: string;
  readonly label: string;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

/** Whose sessions: the case of a debtor, or a member of staff. */
export interface SessionOwner {
  readonly kind: SessionKind;
  readonly id: Id;
}

/** The owner of sessions an actor is; null for jobs, which have none. */
export function sessionOwnerOf(actor: Actor): SessionOwner | null {
  if (actor.kind === 'debtor') return { kind: 'debtor', id: actor.caseId };
  return actor.kind === 'staff' ? { kind: 'staff', id: actor.staffId } : null;
}

/** Opens a session under a fresh secret. Whoever calls ends the one the browser had before. */
export async function openSession(owner: SessionOwner, device: string): Promise<OpenedSession> {
  const secret = randomSecret(256);
  const idAtRest = sha256Hex(secret);
  const attributes = { idAtRest, device, lastSeenAt: now() };
  await lucia.createSession(userIdOf(owner), attributes, { sessionId: secret });
  return { secret, id: idAtRest };
}

/**
 * Who holds this secret, if the session is not over. One query; the last use is written again when it is old enough.
 * `isUse` is false for what a page asks by itself: nobody is there for that, and the session goes on ageing.
 */
export async function readSession(secret: string, isUse = true): Promise<CurrentSession | null> {
  const { session, user } = await lucia.validateSession(secret);
  if (!session) return null;
  const { idAtRest: id } = session;
  const instant = now();
  const { kind } = ownerOf(session.userId);
  if (isUse && isUseWorthWriting(kind, session.lastSeenAt, instant)) {
    await database().orm.update(sessions).set({ lastSeenAt: instant }).where(eq(sessions.id, id));
  }
  return { id, actor: user.actor };
}

/** Ends the session of this secret; harmless when there is none. */
export async function closeSession(secret: string): Promise<void> {
  await lucia.invalidateSession(secret);
}

/** Ends every session of one owner, on every device. */
export async function closeAllSessions(owner: SessionOwner): Promise<void> {
  await lucia.invalidateUserSessions(userIdOf(owner));
}

/** Ends one session of the owner, by its id at rest; another owner's stays. Says whether there was one. */
export async function closeDevice(owner: SessionOwner, sessionId: string): Promise<boolean> {
  return (await close(and(eq(sessions.id, sessionId), ownedBy(owner))!)) > 0;
}

/** Where the owner is signed in, the last used first. */
export async function listDevices(owner: SessionOwner): Promise<Device[]> {
  const alive = await lucia.getUserSessions(userIdOf(owner));
  const rows = await sessionsOf(owner);
  return rows
    .filter((row) => alive.some(({ id }) => id === row.id))
    .map((row) => ({
      sessionId: row.id,
      label: row.device,
      signedInAt: row.createdAt,
      lastSeenAt: row.lastSeenAt
    }));
}

/** Forgets sessions that are over. */
export async function forgetEndedSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}

/** Ends these sessions and tells every process, where live screens of theirs end too. Answers how many there were. */
async function close(which: SQL): Promise<number> {
  const { orm } = database();
  const gone = orm.$with('gone').as(orm.delete(sessions).where(which).returning({ id: sessions.id }));
  const told = sql<string>`pg_notify('closed_sessions', ${gone.id})`;
  return (await orm.with(gone).select({ told }).from(gone)).length;
}

function sessionsOf(owner: SessionOwner) {
  return database()
    .orm.select()
    .from(sessions)
    .where(ownedBy(owner))
    .orderBy(sql`${sessions.lastSeenAt} desc`);
}

function ownedBy(owner: SessionOwner): SQL {
  return and(eq(sessions.actorKind, owner.kind), eq(sessions.actorId, owner.id))!;
}

function userIdOf(owner: SessionOwner): string {
  return `${owner.kind}:${owner.id}`;
}

function ownerOf(userId: string): SessionOwner {
  const [kind, id] = userId.split(':') as [SessionKind, Id];
  return { kind, id };
}

/** lucia compares with the clock of the machine; ours may be another one, in tests. */
function onMachineClock(instant: Date): Date {
  return new Date(Date.now() + instant.getTime() - now().getTime());
}

const PERSON = {
  active: staff.active,
  role: staff.role,
  teamId: staff.teamId,
  firstName: staff.firstName,
  lastName: staff.lastName
};

type Person = Pick<typeof staff.$inferSelect, keyof typeof PERSON>;

/** Who the owner is; null for somebody who left, or is not there. All of `person` is null for a debtor. */
function actorOf(owner: SessionOwner, person: Person): Actor | null {
  if (owner.kind === 'debtor') return { kind: 'debtor', caseId: owner.id as CaseId };
  if (!person.active) return null;
  return {
    kind: 'staff',
    staffId: owner.id as StaffId,
    role: person.role,
    teamId: person.teamId as TeamId,
    name: `${person.firstName} ${person.lastName}`,
    firstName: person.firstName
  };
}

type SessionRow = typeof sessions.$inferSelect;

function toLucia(row: SessionRow, id: string): DatabaseSession {
  return {
    id,
    userId: userIdOf({ kind: row.actorKind, id: row.actorId as Id }),
    expiresAt: onMachineClock(sessionEndsAt(row.actorKind, row)),
    attributes: { idAtRest: row.id, device: row.device, lastSeenAt: row.lastSeenAt }
  };
}

/** Read at each request. */
const sessionOf = reading({ ...getTableColumns(sessions), ...PERSON }, ['id'], (select, { id }) =>
  select
    .from(sessions)
    .leftJoin(staff, and(eq(sessions.actorKind, 'staff'), eq(staff.id, sessions.actorId)))
    .where(eq(sessions.id, id))
);

/** Keeps only the SHA-256 of a session id: reading the table opens nothing. */
const adapter: Adapter = {
  async getSessionAndUser(secret) {
    const row = await readAlone(sessionOf({ id: sha256Hex(secret) }, ([found]) => found));
    if (!row) return [null, null];
    const session = toLucia(row, secret);
    const actor = actorOf(ownerOf(session.userId), row);
    return [session, actor && { id: session.userId, attributes: { actor } }];
  },
  async getUserSessions(userId) {
    return (await sessionsOf(ownerOf(userId))).map((row) => toLucia(row, row.id));
  },
  async setSession({ userId, attributes }) {
    const { kind, id: actorId } = ownerOf(userId);
    const at = now();
    await database()
      .orm.insert(sessions)
      .values({
        id: attributes.idAtRest,
        actorKind: kind,
        actorId,
        device: attributes.device,
        createdAt: at,
        lastSeenAt: at,
        // never used again after this instant, even in use: lets the clean-up be one comparison
        expiresAt: sessionEndsAt(kind, { createdAt: at, lastSeenAt: new Date(8.64e15) })
      });
  },
  // the end follows from the last use, which readSession writes
  updateSessionExpiration: () => Promise.resolve(),
  async deleteSession(secret) {
    await close(eq(sessions.id, sha256Hex(secret)));
  },
  async deleteUserSessions(userId) {
    await close(ownedBy(ownerOf(userId)));
  },
  async deleteExpiredSessions() {
    await database().orm.delete(sessions).where(lte(sessions.expiresAt, now()));
  }
};

const lucia = new Lucia(adapter, {
  // nothing: lucia's own renewal, at half of a life, never happens; sessionEndsAt says when a session is over
  sessionExpiresIn: new TimeSpan(0, 's'),
  getSessionAttributes: ({ idAtRest, device, lastSeenAt }) => ({ idAtRest, device, lastSeenAt }),
  getUserAttributes: ({ actor }) => ({ actor })
});
