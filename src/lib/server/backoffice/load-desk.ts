import type { Actor, StaffRole } from '$lib/access';
import { openCasesOf } from '../access';
import { enter } from '../db';
import { houseState, type HouseState } from './house-state';

/** What stands around every page of the desk. */
export interface Desk {
  readonly name: string;
  readonly role: StaffRole;
  /** How many people she follows. */
  readonly followed: number;
  readonly house: HouseState;
}

/** Who is at the desk, how many people she follows, and whether post really leaves. */
export async function loadDesk(actor: Actor): Promise<Desk> {
  return enter(actor, { permission: 'desk.worklist' }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a desk');
    const followed = await openCasesOf(tx, actor.staffId);
    return { name: actor.name, role: actor.role, followed, house: houseState() };
  });
}
