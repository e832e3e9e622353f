import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isAllowed, type Actor, type DebtorActor, type Permission, type StaffActor } from '$lib/access';

/** Where someone who is not signed in is sent: the door of her side of the house. */
export const DEBTOR_DOOR = '/entrer';
/** The door of the desk. */
export const STAFF_DOOR = '/bureau/connexion';

/**
 * First line of every load, action and endpoint that is not public: who is acting, if the permission table allows
 * it. Nobody is sent to the right door; somebody without the permission gets the answer of a page that does not
 * exist. It is a courtesy: the use case checks again.
 */
export function guard(event: RequestEvent, permission: Permission): Actor {
  const actor = event.locals.actor;
  if (!actor) redirect(303, permission.startsWith('own_case.') ? DEBTOR_DOOR : STAFF_DOOR);
  if (!isAllowed(actor, permission)) error(404, NOT_FOUND);
  return actor;
}

/** {@link guard} for screens of the person's side. */
export function guardDebtor(event: RequestEvent, permission: Permission & `own_case.${string}`): DebtorActor {
  const actor = guard(event, permission);
  if (actor.kind !== 'debtor') error(404, NOT_FOUND);
  return actor;
}

/** {@link guard} for screens of the desk. */
export function guardStaff(event: RequestEvent, permission: Permission): StaffActor {
  const actor = guard(event, permission);
  if (actor.kind !== 'staff') error(404, NOT_FOUND);
  return actor;
}

/** {@link guard} for live streams: a script asks, so nobody signed in is a 401 and not a redirect. */
export function guardLive({ locals }: RequestEvent): { actor: Actor; sessionId: string } {
  const { actor, sessionId } = locals;
  if (!actor || sessionId === null) error(401, 'Vous n’êtes plus connecté.');
  return { actor, sessionId };
}

/**
 * Says that an endpoint or action is public on purpose. The test that fails closed wants either this or a guard as
 * the first statement, and this one's file on its list.
 */
export function openToAll(_event: RequestEvent): void {}

const NOT_FOUND = 'Cette page n’existe pas, ou plus.';
