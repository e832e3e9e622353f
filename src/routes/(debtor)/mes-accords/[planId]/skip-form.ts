import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { DebtorActor } from '$lib/access';
import { euros, fullDate, m, plural } from '$lib/i18n';
import { cents, parseId, parseIsoDate } from '$lib/kernel';
import { JOKERS_IN_TWELVE_MONTHS, type PlanTerms, type SkipOffer } from '$lib/plans';
import { skipWords } from '$lib/plans/ui/refusal-words';
import { orNotFound, readForm, refuseForm } from '$lib/server/http';
import {
  skipInstalment,
  skipOffer,
  type PlanSituation,
  type PlanWithSchedule,
  type SkipInstalmentRefusal
} from '$lib/server/plans';
import { notRunningWords } from './not-running-words';

const amount = (amountCents: number) => euros(cents(amountCents), { cents: 'when-needed' });

/** The name of the hidden field: the day the instalment is due. Its refusals stand beside the button. */
export const SKIPPED_DAY = 'passedDay';

/** "Je passe ce mois-ci" in words: what it changes and the button, or why not now; null when nothing can be passed. */
export function skipView(plan: PlanWithSchedule, situation: PlanSituation) {
  const offer = skipOffer(plan, situation);
  if (!offer) return null;
  const title = titleOf(plan.onTheTable.terms);
  if (!offer.ok) return { title, offer: null, refusal: skipWords(offer.why) };
  const { dueOn, amountCents, movesToOn } = offer.value;
  const day = fullDate(dueOn);
  return {
    title,
    refusal: null,
    offer: {
      dueOn,
      what: movesToOn
        ? m.plans_skip_what({ day, amount: amount(amountCents), to: fullDate(movesToOn) })
        : m.plans_skip_what_later({ day, amount: amount(amountCents) }),
      left: isOften(plan.onTheTable.terms)
        ? `${leftWords(offer.value)} ${m.plans_skip_same_month()}`
        : leftWords(offer.value),
      go: m.plans_skip_go({ day })
    }
  };
}

/** Reads the form, passes the instalment, and says what came of it, or what was refused, in words. */
export async function skipForm(event: RequestEvent<{ planId: string }>, actor: DebtorActor) {
  const form = await readForm(event, z.object({ [SKIPPED_DAY]: z.string() }));
  if (!form.ok) return form.failure;
  const refuse = (message: string) => refuseForm(form.values, [{ field: SKIPPED_DAY, message }]);
  const planId = parseId<'plan'>(event.params.planId);
  const dueOn = parseIsoDate(form.data[SKIPPED_DAY]);
  if (!planId || !dueOn) return refuse(m.plans_skip_none());
  const input = { planId, dueOn };
  const command = form.commandId && { id: form.commandId, input };
  const done = await orNotFound(skipInstalment(actor, actor.caseId, input, command));
  if (!done.ok) return refuse(skipRefusalWords(done.why));
  const { amountCents, movedToOn } = done.value;
  return {
    passed: { day: fullDate(dueOn), amount: amount(amountCents), to: movedToOn && fullDate(movedToOn) }
  };
}

function titleOf(terms: PlanTerms): string {
  return isOften(terms) ? m.plans_skip_title_time() : m.plans_skip_title_month();
}

/** More than one instalment falls into some months. */
function isOften(terms: PlanTerms): boolean {
  return terms.kind !== 'rest' && 'weekday' in terms.rhythm;
}

function leftWords({ leftAfter, nextOn }: SkipOffer): string {
  if (nextOn) return m.plans_skip_left_none({ allowed: JOKERS_IN_TWELVE_MONTHS, day: fullDate(nextOn) });
  return plural(leftAfter, m.plans_skip_left_one, m.plans_skip_left_other)({ count: leftAfter });
}

function skipRefusalWords(why: SkipInstalmentRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'command_reused':
      return m.plans_send_reused();
    case 'plan_not_there':
      return m.plans_transition_not_allowed();
    case 'no_instalment_that_day':
    case 'already_skipped':
    case 'instalment_already_past':
    case 'no_joker_left':
      return skipWords(why);
    default:
      return notRunningWords(why);
  }
}
