import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { lastDayWords } from '$lib/contact-policy/ui/words';
import { fullDate, longInstant, m, plural } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { recommendTrack } from '$lib/questionnaire';
import { TRACK, TRACK_REASON } from '$lib/questionnaire/ui/words';
import type { CaseDesk, MemberLoad } from '$lib/server/backoffice';
import { CLOSING } from '../closing-words';
import { chronology } from '../journal-words';

type Identity = CaseDesk['head']['identity'];

/** What may be found out about who is there, in words. */
export const IDENTITY: Readonly<Record<Identity, () => string>> = {
  confirmed: m.backoffice_follow_situation_confirmed,
  helped: m.backoffice_follow_situation_helped,
  represented: m.backoffice_follow_situation_represented,
  not_me: m.backoffice_follow_situation_not_me,
  deceased: m.backoffice_follow_situation_deceased,
  unconfirmed: m.backoffice_follow_situation_unconfirmed
};

/** What is decided about a case and how it is followed, in words. `members` is empty for whoever routes nobody. */
export function followView(desk: CaseDesk, members: readonly MemberLoad[]) {
  const { head } = desk;
  const advice = recommendTrack(desk.signals.map(({ signal }) => signal));
  return {
    situations: desk.situations.map((situation) => ({
      id: situation.id as string,
      what: identityWords(situation.kind),
      words: situation.words,
      replyTo: situation.replyTo,
      when: longInstant(situation.reportedAt, DESK_ZONE)
    })),
    identity: head.identity,
    track: head.track,
    trackName: TRACK[head.track](),
    advised: advice.track,
    advisedName: advice.track === 'classic' ? null : TRACK[advice.track](),
    reasons: advice.reasons.map((reason) => TRACK_REASON[reason]()),
    isClosed: head.closedAt !== null,
    adviser: adviserView(desk),
    hasReferent: head.referentId !== null,
    members: members
      .filter(({ role, id }) => role !== 'supervisor' && id !== head.referentId)
      .map((member) => ({ value: member.id as string, label: memberWords(member) })),
    decisions: desk.decisions.map((decision) => ({
      what: decisionWords(decision.kind, decision.after),
      reason: decision.reason,
      by: m.backoffice_follow_decision_by({
        name: decision.by,
        day: fullDate(dayInZone(decision.decidedAt, DESK_ZONE))
      })
    })),
    journal: chronology(desk.journal, head.timeZone)
  };
}

/** The pause noted for a person of advice: until when, and by how many days it begins or goes on. */
function adviserView({ register: { adviserPauseUntil, policy } }: CaseDesk) {
  return {
    until: adviserPauseUntil && lastDayWords(adviserPauseUntil),
    days: String(policy.numbers.debtAdviserPauseDays),
    limits: m.backoffice_follow_adviser_limits({
      ahead: policy.numbers.debtAdviserAheadDays,
      alone: policy.numbers.debtAdviserAloneDays
    })
  };
}

function memberWords({ firstName, lastName, openCases, away }: MemberLoad): string {
  const load = plural(
    openCases,
    m.backoffice_follow_track_load_one,
    m.backoffice_follow_track_load_other
  )({ count: openCases });
  const words = { name: `${firstName} ${lastName}`, load };
  return away
    ? m.backoffice_follow_track_member_away({ ...words, day: fullDate(away.until) })
    : m.backoffice_follow_track_member(words);
}

function decisionWords(kind: string, after: string): string {
  switch (kind) {
    case 'track':
      return m.backoffice_follow_decision_track({ after: trackWords(after) });
    case 'referent':
      return m.backoffice_follow_decision_referent();
    case 'identity':
      return m.backoffice_follow_decision_identity({ after: identityWords(after) });
    case 'limitation':
      return m.backoffice_follow_decision_limitation({
        after: after === 'expired' ? m.backoffice_sums_review_expired() : m.backoffice_sums_review_still_due()
      });
    case 'dispute':
      return m.backoffice_follow_decision_dispute();
    case 'closing':
      return m.backoffice_follow_decision_closing({ after: closingWords(after) });
    case 'reopening':
      return m.backoffice_follow_decision_reopening();
    default:
      return after;
  }
}

function trackWords(code: string): string {
  return code === 'classic' || code === 'oxygene' || code === 'oxygene_plus' ? TRACK[code]() : code;
}

function closingWords(code: string): string {
  return Object.hasOwn(CLOSING, code) ? CLOSING[code as keyof typeof CLOSING]() : code;
}

function identityWords(code: string): string {
  return code in IDENTITY ? IDENTITY[code as Identity]() : code;
}
