import { m } from '$lib/i18n';
import { smallerWords } from '$lib/plans/ui/refusal-words';
import { termsWords } from '$lib/plans/ui/words';
import { offerFor, type PlanSituation, type PlanWithSchedule } from '$lib/server/plans';
import { answerBy } from './answer-by';

/** The smaller plan that is talked about, in words; null when none is. `referent`: the first name of who follows her. */
export function smallerView(plan: PlanWithSchedule, situation: PlanSituation, referent: string) {
  const { smaller } = plan;
  if (smaller?.state === 'explained')
    return { state: 'explained', title: m.plans_smaller_explained_title(), words: plan.words } as const;
  const offer = offerFor(plan, situation);
  if (smaller === null || offer === null) return null;
  const terms = offer.ok ? termsWords(offer.value.terms, offer.value.verdict.schedule) : null;
  const refusal = offer.ok ? null : smallerWords(offer.why, referent);
  if (smaller.state === 'asked') {
    const by = answerBy(new Date(smaller.askedAt), situation.timeZone);
    return {
      state: 'asked',
      title: m.plans_smaller_asked_title(),
      terms,
      text: by ? m.plans_smaller_asked_text({ referent, ...by }) : m.plans_smaller_asked_wait()
    } as const;
  }
  const isOurs = smaller.terms !== null;
  return {
    state: 'offered',
    title: isOurs ? m.plans_smaller_theirs({ referent }) : m.plans_smaller_title(),
    terms,
    refusal,
    words: isOurs ? plan.words : null
  } as const;
}

/** What became of her yes, told on the page it leads to; what waits for an answer says so by itself. */
export function answeredWords(outcome: string | null, { state }: PlanWithSchedule) {
  if (outcome !== 'adapted' || state !== 'adapted') return null;
  return { title: m.plans_smaller_done(), text: m.plans_smaller_done_text() };
}
