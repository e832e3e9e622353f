import { amicableCeiling, roomAboveFloor } from '$lib/budget';
import { euros, fullDate, m, plural } from '$lib/i18n';
import {
  JOKERS_IN_TWELVE_MONTHS,
  agreementAsks,
  checkProposal,
  monthsLeft,
  monthsOf,
  pastInstalments
} from '$lib/plans';
import { reasonAtDesk, refusalAtDesk, smallerAtDesk, STATE_AT_DESK } from '$lib/plans/ui/desk-words';
import { passedWords, termsWords } from '$lib/plans/ui/words';
import {
  isAgreement,
  offerFor,
  runningAgreement,
  type PlanPage,
  type PlanSituation,
  type PlanWithSchedule
} from '$lib/server/plans';

const amount = (cents: number) => euros(cents, { cents: 'when-needed' });

/** What a referent reads before answering a proposal. Plain JSON, terms and schedule included for their drawings. */
export function planView({ situation, plans }: PlanPage) {
  const [plan, ...before] = plans;
  return {
    situation: situationWords(situation),
    plan: plan ? oneView(plan, situation) : null,
    before: before.map((one) => ({
      id: one.id as string,
      state: STATE_AT_DESK[one.state](),
      terms: one.schedule ? termsWords(one.onTheTable.terms, one.schedule) : ''
    }))
  };
}

function oneView(plan: PlanWithSchedule, situation: PlanSituation) {
  const { context } = situation;
  return {
    id: plan.id as string,
    isWaiting: plan.state === 'proposed' || plan.smaller?.state === 'asked',
    smaller: smallerView(plan, situation),
    past: pastView(plan, situation),
    atRest: isAgreement(plan) && !agreementAsks(plan.onTheTable.debtIds, context).ok,
    state: STATE_AT_DESK[plan.state](),
    title: plan.terms.counter ? m.backoffice_plan_counter_asked() : m.backoffice_plan_asked(),
    terms: plan.onTheTable.terms,
    schedule: plan.schedule,
    sentence: plan.schedule ? termsWords(plan.onTheTable.terms, plan.schedule) : '',
    months: plan.schedule && monthsOf(plan.schedule, context.leftToLive, context.floorCents),
    passed: plan.schedule ? passedWords(plan.schedule) : [],
    passedCount: passedCount(plan, context),
    reminds: plan.reminds && isAgreement(plan),
    reasons: whyHere(plan, context),
    words: plan.words
  };
}

/** The smaller plan that is talked about, with why it comes to a person; null when none is. */
function smallerView(plan: PlanWithSchedule, situation: PlanSituation) {
  const { smaller } = plan;
  if (smaller?.state === 'explained') return { title: m.backoffice_plan_smaller_explained(), asked: null };
  const offer = offerFor(plan, situation);
  if (smaller === null || offer === null) return null;
  const sentence = offer.ok
    ? termsWords(offer.value.terms, offer.value.verdict.schedule)
    : smallerAtDesk(offer.why);
  if (smaller.state === 'offered')
    return { title: m.backoffice_plan_smaller_offered({ terms: sentence }), asked: null };
  const verdict = offer.ok ? offer.value.verdict : null;
  return {
    title: m.backoffice_plan_smaller_asked(),
    asked: {
      sentence,
      now: plan.schedule
        ? m.backoffice_plan_smaller_now({ terms: termsWords(plan.onTheTable.terms, plan.schedule) })
        : '',
      reasons: verdict?.kind === 'needs_referent' ? verdict.reasons.map(reasonAtDesk) : [],
      months:
        verdict && monthsOf(verdict.schedule, situation.context.leftToLive, situation.context.floorCents)
    }
  };
}

/** The instalments whose day is over, the newest first: any of them may be noted as not come. */
function pastView(plan: PlanWithSchedule, situation: PlanSituation) {
  const running = runningAgreement(plan, situation);
  if (!running.ok) return [];
  return pastInstalments(running.value.schedule, situation.context.today).map(({ dueOn, amountCents }) => ({
    value: dueOn as string,
    label: m.backoffice_plan_missed_one({ day: fullDate(dueOn), amount: amount(amountCents) })
  }));
}

/** How many months of twelve she passed by a gesture; null when none. */
function passedCount({ skippedOn }: PlanWithSchedule, { today }: PlanSituation['context']): string | null {
  const count = JOKERS_IN_TWELVE_MONTHS - monthsLeft(skippedOn, today);
  if (count === 0) return null;
  return plural(
    count,
    m.backoffice_plan_passed_one,
    m.backoffice_plan_passed_other
  )({
    count,
    allowed: JOKERS_IN_TWELVE_MONTHS
  });
}

/** Why the rule did not accept it by itself, with today's numbers. */
function whyHere(plan: PlanWithSchedule, context: PlanSituation['context']): string[] {
  if (plan.state !== 'proposed') return [];
  const checked = checkProposal(plan.terms.own, context);
  if (!checked.ok) return [refusalAtDesk(checked.why)];
  return checked.value.kind === 'needs_referent' ? checked.value.reasons.map(reasonAtDesk) : [];
}

function situationWords({ context, floor }: PlanSituation): string[] {
  const { leftToLive, floorCents } = context;
  const room = roomAboveFloor(leftToLive, floorCents);
  const left =
    leftToLive.kind === 'unknown'
      ? m.backoffice_plan_left_unknown()
      : m.backoffice_plan_left({ amount: amount(leftToLive.amountCents) });
  const lines = [left, m.backoffice_plan_floor({ amount: amount(floor.amountCents) })];
  if (room === null) return lines;
  const ceiling = amicableCeiling(room, null);
  return [
    ...lines,
    ceiling > 0 ? m.backoffice_plan_ceiling({ amount: amount(ceiling) }) : m.backoffice_plan_ceiling_none(),
    m.backoffice_plan_ceiling_law()
  ];
}
