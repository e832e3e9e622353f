import type { Actor } from '$lib/access';
import { checkAbsence, type AbsenceRefusal, type AbsenceWish } from '$lib/backoffice';
import { dayInZone, ok, type LocalDate, type Result } from '$lib/kernel';
import { holdTeam, listTeam } from '../access';
import { recordStaffAudit } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { nameStandIn } from './name-stand-in';

/** An absence that is planned, by names. */
export interface PlannedAbsence {
  readonly name: string;
  readonly standInName: string;
  readonly until: LocalDate;
}

/**
 * A member of the actor's team is away from today through a day, and somebody named stands in on all the cases she
 * follows; planned again, the day and the person change. She stays their referent, and nobody is written to: whoever
 * opens her space or her thread reads who answers. Sent twice it changes nothing more, so it takes no command.
 */
export async function planAbsence(
  actor: Actor,
  wish: AbsenceWish
): Promise<Result<PlannedAbsence, AbsenceRefusal>> {
  const at = now();
  return enter(actor, { permission: 'team.absences' }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a team');
    await holdTeam(tx, actor.teamId);
    const team = await listTeam(tx, actor.teamId);
    const checked = checkAbsence(wish, team, dayInZone(at, 'Europe/Paris'));
    if (!checked.ok) return checked;
    const { memberId, until, standInId } = checked.value;
    const [member, standIn] = [memberId, standInId].map((id) => team.find((one) => one.id === id)!);
    const planned = {
      name: `${member!.firstName} ${member!.lastName}`,
      standInName: `${standIn!.firstName} ${standIn!.lastName}`,
      until
    };
    if (member!.awayUntil === until && member!.standInId === standInId) return ok(planned);
    await nameStandIn(tx, memberId, { standInId, until });
    const detail = { staffId: memberId, standInId, until };
    await recordStaffAudit(tx, actor, { action: 'staff.absence_planned', detail }, at);
    return ok(planned);
  });
}
