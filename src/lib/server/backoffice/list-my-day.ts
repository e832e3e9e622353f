import type { Actor } from '$lib/access';
import type { StaffId } from '$lib/kernel';
import { staffNames } from '../access';
import { enter } from '../db';
import { selectFollowed, selectPromised, type CaseHead } from '../cases';

/** How many lines one day shows: more than anybody answers in a day. */
export const DAY_LIMIT = 60;
/** How many followed cases a list shows. */
export const FOLLOWED_LIMIT = 300;

/** A case of the day. */
export interface DayCase extends CaseHead {
  /** Whom the actor stands in for here, by first and last name; null on a case of her own. */
  readonly standsInFor: string | null;
}

/** "Ma journée": what is promised, by need and then by promised time. Amounts are not even read. */
export async function listMyDay(actor: Actor): Promise<readonly DayCase[]> {
  return enter(actor, { permission: 'desk.worklist' }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a desk');
    const heads = await selectPromised(tx, actor.staffId, DAY_LIMIT);
    const away = heads
      .map(({ referentId }) => referentId)
      .filter((id): id is StaffId => id !== null && id !== actor.staffId);
    const names = away.length > 0 ? await staffNames(tx, away) : null;
    return heads.map((head) => ({
      ...head,
      standsInFor: (head.referentId !== actor.staffId && names?.get(head.referentId!)?.name) || null
    }));
  });
}

/** "Mes dossiers": everybody the actor follows, by name. */
export async function listMyCases(actor: Actor): Promise<readonly CaseHead[]> {
  return enter(actor, { permission: 'desk.worklist' }, (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a desk');
    return selectFollowed(tx, actor.staffId, FOLLOWED_LIMIT);
  });
}
