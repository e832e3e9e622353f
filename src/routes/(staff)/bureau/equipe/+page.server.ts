import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { fullDate, longDay, m } from '$lib/i18n';
import { dayInZone, localDate } from '$lib/kernel';
import { NEED, TRACK } from '$lib/questionnaire/ui/words';
import { loadTeam, ROUTING_LIMIT, type MemberLoad } from '$lib/server/backoffice';
import type { CaseHead } from '$lib/server/cases';
import { guardStaff } from '$lib/server/http';
import { needOfHead } from '../ma-journee/day-view';
import type { PageServerLoad } from './$types';

const ROLE = {
  referent: m.backoffice_team_role_referent,
  adviser: m.backoffice_team_role_adviser,
  supervisor: m.backoffice_team_role_supervisor
};

/** Cases that wait for a decision, and what each member of the team carries. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'team.read');
  const { toRoute, members } = await loadTeam(actor);
  return {
    toRoute: toRoute.map(routeLine),
    limit: toRoute.length === ROUTING_LIMIT ? ROUTING_LIMIT : null,
    members: members.map(memberLine),
    late: members.reduce((sum, { late }) => sum + late, 0)
  };
};

function routeLine(head: CaseHead) {
  const advised =
    head.recommendedTrack && head.recommendedTrack !== head.track ? head.recommendedTrack : null;
  return {
    caseId: head.id as string,
    name: head.displayName,
    city: head.city,
    need: NEED[needOfHead(head)](),
    advice: advised ? TRACK[advised]() : m.backoffice_team_advice_none(),
    hasReferent: head.referentId !== null,
    isClosed: head.closedAt !== null,
    isUrgent: head.urgentSince !== null,
    since: head.routingRequestedAt ? longDay(dayInZone(head.routingRequestedAt, DESK_ZONE)) : ''
  };
}

function memberLine({ id, firstName, lastName, role, openCases, promised, late, awayUntil }: MemberLoad) {
  return {
    id: id as string,
    name: `${firstName} ${lastName}`,
    role: ROLE[role](),
    away: awayUntil ? m.backoffice_team_away({ day: fullDate(localDate(awayUntil)) }) : null,
    openCases,
    promised,
    late
  };
}
