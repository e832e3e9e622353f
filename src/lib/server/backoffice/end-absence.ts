import type { Actor } from '$lib/access';
import { ok, refused, type Result, type StaffId } from '$lib/kernel';
import { holdTeam, listTeam } from '../access';
import { recordStaffAudit } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { nameStandIn } from './name-stand-in';

/** Nobody of the team is called that. */
export interface NobodyThere {
  readonly code: 'nobody_there';
}

/** A member of the actor's team is back before the day that was said. Sent twice it changes nothing more. */
export async function endAbsence(
  actor: Actor,
  memberId: StaffId
): Promise<Result<{ readonly name: string }, NobodyThere>> {
  const at = now();
  return enter(actor, { permission: 'team.absences' }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a team');
    await holdTeam(tx, actor.teamId);
    const member = (await listTeam(tx, actor.teamId)).find(({ id }) => id === memberId);
    if (!member) return refused({ code: 'nobody_there' });
    const name = `${member.firstName} ${member.lastName}`;
    if (member.awayUntil === null) return ok({ name });
    await nameStandIn(tx, memberId, null);
    await recordStaffAudit(tx, actor, { action: 'staff.absence_ended', detail: { staffId: memberId } }, at);
    return ok({ name });
  });
}
