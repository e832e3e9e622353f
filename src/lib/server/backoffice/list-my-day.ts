import type { Actor } from '$lib/access';
import { enter } from '../db';
import { selectFollowed, selectPromised, type CaseHead } from '../cases';

/** How many lines one day shows: more than anybody answers in a day. */
export const DAY_LIMIT = 60;
/** How many followed cases a list shows. */
export const FOLLOWED_LIMIT = 300;

/** "Ma journée": what is promised, by need and then by promised time. Amounts are not even read. */
export async function listMyDay(actor: Actor): Promise<readonly CaseHead[]> {
  return enter(actor, { permission: 'desk.worklist' }, (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a desk');
    return selectPromised(tx, actor.staffId, DAY_LIMIT);
  });
}

/** "Mes dossiers": everybody the actor follows, by name. */
export async function listMyCases(actor: Actor): Promise<readonly CaseHead[]> {
  return enter(actor, { permission: 'desk.worklist' }, (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a desk');
    return selectFollowed(tx, actor.staffId, FOLLOWED_LIMIT);
  });
}
