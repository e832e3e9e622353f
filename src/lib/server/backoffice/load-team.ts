import type { Actor } from '$lib/access';
import { isAwayOn } from '$lib/backoffice';
import { dayInZone, type LocalDate, type StaffId } from '$lib/kernel';
import { listTeam, type TeamMember } from '../access';
import { selectPromiseCounts, selectToRoute, type CaseHead } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';

/** How many cases to route one page shows. */
export const ROUTING_LIMIT = 100;

/** A member of the team with what is promised on her cases. */
export interface MemberLoad extends Omit<TeamMember, 'awayUntil' | 'standInId'> {
  /** The last day of an absence that runs today, and who stands in; null when she is there. */
  readonly away: { readonly until: LocalDate; readonly standInName: string | null } | null;
  readonly promised: number;
  /** Promises whose time has passed. */
  readonly late: number;
}

/** What a supervisor sees of her team. */
export interface TeamPage {
  readonly toRoute: readonly CaseHead[];
  readonly members: readonly MemberLoad[];
}

/** Cases that wait for a decision, and the load of each member of the team. */
export async function loadTeam(actor: Actor): Promise<TeamPage> {
  const at = now();
  return enter(actor, { permission: 'team.read' }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a team');
    const [toRoute, members, counts] = await Promise.all([
      selectToRoute(tx, actor.teamId, ROUTING_LIMIT),
      listTeam(tx, actor.teamId),
      selectPromiseCounts(tx, actor.teamId, at)
    ]);
    const none = { promised: 0, late: 0 };
    const today = dayInZone(at, 'Europe/Paris');
    const nameOf = (id: StaffId | null) => {
      const member = members.find((one) => one.id === id);
      return member ? `${member.firstName} ${member.lastName}` : null;
    };
    return {
      toRoute,
      members: members.map(({ awayUntil, standInId, ...member }) => ({
        ...member,
        ...(counts.get(member.id) ?? none),
        away:
          awayUntil && isAwayOn({ awayUntil }, today)
            ? { until: awayUntil, standInName: nameOf(standInId) }
            : null
      }))
    };
  });
}
