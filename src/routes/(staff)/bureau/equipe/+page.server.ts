import { z } from 'zod';
import { MAX_ABSENCE_DAYS, followsCases } from '$lib/backoffice';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { fullDate, longDay, m } from '$lib/i18n';
import { dayInZone, parseId, parseIsoDate } from '$lib/kernel';
import { NEED, TRACK } from '$lib/questionnaire/ui/words';
import { endAbsence, loadTeam, planAbsence, ROUTING_LIMIT, type MemberLoad } from '$lib/server/backoffice';
import type { CaseHead } from '$lib/server/cases';
import { guardStaff, readForm, refuseForm } from '$lib/server/http';
import { needOfHead } from '../ma-journee/day-view';
import type { Actions, PageServerLoad } from './$types';
import { faultWords } from './absence-words';

const ROLE = {
  referent: m.backoffice_team_role_referent,
  adviser: m.backoffice_team_role_adviser,
  supervisor: m.backoffice_team_role_supervisor
};

const text = z.string().default('');
const absenceForm = z.object({ member: text, until: text, standIn: text });
const backForm = z.object({ member: text });

/** Cases that wait for a decision, and what each member of the team carries. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'team.read');
  const { toRoute, members } = await loadTeam(actor);
  return {
    toRoute: toRoute.map(routeLine),
    limit: toRoute.length === ROUTING_LIMIT ? ROUTING_LIMIT : null,
    members: members.map(memberLine),
    followers: members
      .filter(followsCases)
      .map((member) => ({ value: member.id as string, label: nameOf(member) })),
    absenceDays: String(MAX_ABSENCE_DAYS),
    late: members.reduce((sum, { late }) => sum + late, 0)
  };
};

export const actions: Actions = {
  /** Somebody is away, and somebody else answers. */
  absence: async (event) => {
    const actor = guardStaff(event, 'team.absences');
    const form = await readForm(event, absenceForm);
    if (!form.ok) return form.failure;
    const { member, until, standIn } = form.data;
    const wish = {
      memberId: parseId<'staff'>(member),
      until: parseIsoDate(until),
      standInId: parseId<'staff'>(standIn)
    };
    const done = await planAbsence(actor, wish);
    if (done.ok) {
      const { name, standInName, until: last } = done.value;
      return { said: m.backoffice_absence_planned({ name, standIn: standInName, day: fullDate(last) }) };
    }
    const { members } = await loadTeam(actor);
    const named = new Map(members.map((one) => [one.id, nameOf(one)]));
    return refuseForm(
      form.values,
      done.why.faults.map((fault) => ({
        field: fault.field,
        message: faultWords(fault, (id) => named.get(id) ?? '')
      }))
    );
  },
  /** She is back. */
  back: async (event) => {
    const actor = guardStaff(event, 'team.absences');
    const form = await readForm(event, backForm);
    if (!form.ok) return form.failure;
    const id = parseId<'staff'>(form.data.member);
    const done = id && (await endAbsence(actor, id));
    if (!done?.ok) return refuseForm({}, [{ field: '', message: m.backoffice_follow_relay_gone() }]);
    return { said: m.backoffice_absence_ended({ name: done.value.name }) };
  }
};

const nameOf = ({ firstName, lastName }: MemberLoad) => `${firstName} ${lastName}`;

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

function memberLine(member: MemberLoad) {
  const { id, role, openCases, promised, late, away } = member;
  return {
    id: id as string,
    name: nameOf(member),
    role: ROLE[role](),
    away: away && awayWords(away),
    openCases,
    promised,
    late
  };
}

function awayWords({ until, standInName }: NonNullable<MemberLoad['away']>): string {
  const day = fullDate(until);
  return standInName
    ? m.backoffice_team_away_stand_in({ day, name: standInName })
    : m.backoffice_team_away({ day });
}
