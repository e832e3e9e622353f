import { fullDate, m } from '$lib/i18n';
import { isOver, monthsOf } from '$lib/plans';
import { STATE_WORDS, termsWords } from '$lib/plans/ui/words';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadFrame } from '$lib/server/home';
import { isAgreement } from '$lib/server/plans';
import { PLANS } from '../../addresses';
import { answerBy } from './answer-by';
import { answerForm } from './answer-form';
import { documentOf } from './document-of';
import { missedForm, missedView } from './missed-form';
import { planOf } from './plan-of';
import { remindersForm } from './reminders-form';
import { restWords } from './rest-words';
import { skipForm, skipView } from './skip-form';
import { keepForm } from './smaller-form';
import { answeredWords, smallerView } from './smaller-view';
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
    // once she said yes to something smaller, on the page before
    answered: answeredWords(event.url.searchParams.get('plus-petit'), plan),
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
    rest: restWords(plan, situation),
    smaller: smallerView(plan, situation, frame.referent?.firstName ?? m.home_person_team()),
    skip: skipView(plan, situation),
    missed: missedView(plan, situation),
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
  /** "Je n’ai pas pu verser": it goes to the end, and a smaller plan is offered. */
  missed: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return missedForm(event, actor);
  },
  /** She keeps her agreement as it is. */
  asItIs: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return keepForm(event, actor);
  },
  /** Whether she wants a word before each instalment. */
  reminders: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    return remindersForm(event, actor);
  }
};
