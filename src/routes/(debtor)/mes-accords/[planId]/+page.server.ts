import { fullDate, hourOf, m, nearDay } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { isOver, monthsOf } from '$lib/plans';
import { STATE_WORDS, termsWords } from '$lib/plans/ui/words';
import { promiseReply } from '$lib/server/contact-policy';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadFrame } from '$lib/server/home';
import { isAgreement } from '$lib/server/plans';
import { PLANS } from '../../addresses';
import { answerForm } from './answer-form';
import { documentOf } from './document-of';
import { planOf } from './plan-of';
import { remindersForm } from './reminders-form';
import { skipForm, skipView } from './skip-form';
import type { Actions, PageServerLoad } from './$types';

/** One proposal or agreement: where it stands, its document once agreed, and what she may do about it. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const [{ plan, situation }, frame] = await Promise.all([
    planOf(event, actor),
    orNotFound(loadFrame(actor, actor.caseId))
  ]);
  const { schedule, onTheTable, cancellableUntilOn } = plan;
  const { today, leftToLive, floorCents } = situation.context;
  const isAgreed = isAgreement(plan);
  const referent = frame.referent?.name ?? m.home_person_team();
  return {
    address: `${PLANS}/${plan.id}`,
    state: plan.state,
    stateWords: STATE_WORDS[plan.state](),
    isAgreed,
    mayProposeAgain: isOver(plan.state) && !situation.basis.isClosed,
    terms: schedule ? termsWords(onTheTable.terms, schedule) : '',
    words: plan.words,
    answerBy: plan.state === 'proposed' ? answerBy(plan.proposedAt, situation.timeZone) : null,
    counter:
      plan.state === 'countered' && schedule
        ? { terms: onTheTable.terms, schedule, months: monthsOf(schedule, leftToLive, floorCents) }
        : null,
    document: isAgreed ? documentOf(plan, situation, referent) : null,
    skip: skipView(plan, situation),
    reminds: plan.reminds,
    cancelUntil: cancellableUntilOn && today <= cancellableUntilOn ? fullDate(cancellableUntilOn) : null,
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** She prefers her own proposal: her referent answers it. */
  keep: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return answerForm(event, actor, () => ({ kind: 'keep_mine' }));
  },
  /** She stops, at any time and without a reason. */
  withdraw: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return answerForm(event, actor, () => ({ kind: 'withdraw' }));
  },
  /** She changes her mind: the agreement never was. */
  cancel: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return answerForm(event, actor, () => ({ kind: 'cancel' }));
  },
  /** "Je passe ce mois-ci": one instalment goes to the end, without a reason. */
  skip: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return skipForm(event, actor);
  },
  /** Whether she wants a word before each instalment. */
  reminders: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return remindersForm(event, actor);
  }
};

/** The promise made when she proposed; null once it has passed, since a promise is not made again by itself. */
function answerBy(proposedAt: Date, timeZone: string) {
  const { by } = promiseReply(proposedAt);
  const now = new Date();
  if (by < now) return null;
  return { day: nearDay(dayInZone(by, timeZone), dayInZone(now, timeZone)), hour: hourOf(by, timeZone) };
}
