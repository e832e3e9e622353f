import { z } from 'zod';
import type { DebtorActor } from '$lib/access';
import {
  fromQuestionnaire,
  isClaimState,
  isClaimSubject,
  readKept,
  withTold,
  type KeptAnswers
} from '$lib/aids';
import { claimFormView, claimLines, readClaimForm } from '$lib/aids/ui/claim-lines';
import { evaluatedDay } from '$lib/aids/ui/evaluated-day';
import { startView } from '$lib/aids/ui/simulate';
import { dayAndMonth, m } from '$lib/i18n';
import { cents } from '$lib/kernel';
import { chosen, valueOf, type Answers } from '$lib/questionnaire';
import { eraseProfile, followClaim, forgetClaim, loadOwnAids, saveProfile } from '$lib/server/aids';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { resultAgain, simulated } from '../../simulation.server';
import type { Actions, PageServerLoad } from './$types';

const text = z.string().optional().default('');
// loose: answers beside the rights come with whatever is pressed, under names of their own
const saveForm = z.looseObject({ kept: text, consent_referent: text, consent_news: text });
const claimForm = z.looseObject({
  aid: text,
  claim: text,
  kept: text,
  state: text,
  asked_on: text,
  decided_on: text,
  amount: text,
  reason: text,
  remind_on: text,
  remind_by_post: text
});

/** What she told the questionnaire and is not asked again. */
function toldBefore(answers: Answers) {
  const household = valueOf(answers, 'household');
  return {
    household: household?.kind === 'household' ? household : null,
    sources: chosen(answers, 'income_sources'),
    urgent: chosen(answers, 'other_urgent'),
    debtFile: chosen(answers, 'overindebtedness_file')[0] ?? null
  };
}

/** What is left each month as she said it; null when she gave no amount. */
function leftOverOf(answers: Answers) {
  const value = valueOf(answers, 'left_over');
  if (value?.kind !== 'left_over') return null;
  if (value.bound === 'nothing') return cents(0);
  return value.bound === 'about' ? value.amountCents : null;
}

/** What is known of her besides her answers to the simulator. */
async function knownOf(actor: DebtorActor) {
  const { answers } = await orNotFound(loadOwnAids(actor, actor.caseId));
  return { leftOverCents: leftOverOf(answers), inDebt: true };
}

/** Her answers as the page holds them, with those she chose beside a right and had not sent yet. */
function keptIn({
  kept,
  ...others
}: { readonly kept: string } & Record<string, unknown>): KeptAnswers | null {
  const read = readKept(kept);
  const chosen = Object.entries(others).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  );
  return read && withTold(read, Object.fromEntries(chosen));
}

/** The simulator with what she told before, and the claims she follows. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { profile, claims, answers, news, today } = await orNotFound(loadOwnAids(actor, actor.caseId));
  const leftOverCents = leftOverOf(answers);
  return {
    // answers she saved give her result at once
    view: profile
      ? await resultAgain(event, JSON.stringify(profile.kept), { leftOverCents, inDebt: true })
      : startView(fromQuestionnaire(toldBefore(answers))),
    leftOverCents,
    saved: profile && { tellsReferent: profile.tellsReferent, wantsNews: profile.wantsNews },
    fresh: Object.fromEntries(
      [...news].map(([subject, day]) => [subject, m.aids_fresh_since({ day: dayAndMonth(day) })])
    ),
    claims: claimLines(claims, today),
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** One press of the simulator, without JavaScript. Nothing is stored. */
  simulate: async (event) => {
    const actor = guardDebtor(event, 'own_case.read');
    return { view: await simulated(event, await knownOf(actor)) };
  },
  /** Keeps her answers in her file, with what she agrees to. */
  save: async (event) => {
    const actor = guardDebtor(event, 'own_case.follow_aids');
    const form = await readForm(event, saveForm);
    if (!form.ok) return form.failure;
    const kept = keptIn(form.data);
    if (!kept) return refuseForm({}, [{ field: '', message: m.aids_page_unreadable() }]);
    const consents = {
      tellsReferent: form.data.consent_referent === 'yes',
      wantsNews: form.data.consent_news === 'yes'
    };
    const input = { kept, consents };
    const command = form.commandId && { id: form.commandId, input };
    const saved = await orNotFound(saveProfile(actor, actor.caseId, input, command));
    return saved.ok
      ? {
          done: m.aids_save_done(),
          view: await resultAgain(event, JSON.stringify(keptIn(form.data)), await knownOf(actor))
        }
      : refuseForm({}, [{ field: '', message: m.messaging_error_reused() }]);
  },
  /** Erases her saved answers and what she agreed to. */
  erase: async (event) => {
    const actor = guardDebtor(event, 'own_case.follow_aids');
    await orNotFound(eraseProfile(actor, actor.caseId));
    return { done: m.aids_save_erased() };
  },
  /** From a card of the result: to do, or asked today. */
  claim: async (event) => {
    const actor = guardDebtor(event, 'own_case.follow_aids');
    const form = await readForm(event, claimForm);
    if (!form.ok) return form.failure;
    const [aid = '', state = ''] = form.data.claim.split(':');
    if (!isClaimSubject(aid) || !isClaimState(state))
      return refuseForm({}, [{ field: '', message: m.aids_page_unreadable() }]);
    const { today } = evaluatedDay(new Date());
    const askedOn = state === 'asked' ? today : null;
    const news = {
      aid,
      state,
      askedOn,
      decidedOn: null,
      amountCents: null,
      reason: null,
      remindOn: null,
      remindByPost: false
    };
    const followed = await orNotFound(followClaim(actor, actor.caseId, news));
    if (!followed.ok) return refuseForm({}, [{ field: '', message: m.aids_page_unreadable() }]);
    return {
      done: state === 'asked' ? m.aids_claim_done_asked() : m.aids_claim_done_to_do(),
      view: await resultAgain(event, JSON.stringify(keptIn(form.data)), await knownOf(actor))
    };
  },
  /** News of a claim: its state, days, amount or reason. */
  news: async (event) => {
    const actor = guardDebtor(event, 'own_case.follow_aids');
    const form = await readForm(event, claimForm);
    if (!form.ok) return form.failure;
    const { aid } = form.data;
    if (form.data.state === 'forget' && isClaimSubject(aid)) {
      await orNotFound(forgetClaim(actor, actor.caseId, aid));
      return { done: m.aids_claim_done_forgotten() };
    }
    const read = readClaimForm(form.data);
    if (!read.ok) return refuseForm(form.values, [read.why.error]);
    const command = form.commandId && { id: form.commandId, input: read.value };
    const followed = await orNotFound(followClaim(actor, actor.caseId, read.value, command));
    return followed.ok
      ? { done: m.aids_claim_done() }
      : refuseForm(form.values, [claimFormView(aid, followed.why)]);
  }
};
