import { z } from 'zod';
import { ASKED_PAUSE_DAYS, type Channel } from '$lib/contact-policy';
import { registerMonths } from '$lib/contact-policy/ui/register-lines';
import { ASKED_PAUSE_WORDS, lastDayWords, pauseReasonWords } from '$lib/contact-policy/ui/words';
import { m } from '$lib/i18n';
import { addDays, parseId } from '$lib/kernel';
import {
  REFUSABLE,
  askForPause,
  endAskedPause,
  listRegister,
  sayTooMuch,
  setPreferences
} from '$lib/server/contact-policy';
import { commandOf, guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));
const preferencesForm = z.object({ refused: several, saturday: z.string().optional() });
const pauseForm = z.object({ days: z.string().optional() });
const noFields = z.object({});
const tooMuchForm = z.object({ contactId: z.string() });

/** The open register, what is left this week, and how she may be reached. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const register = await orNotFound(listRegister(actor, actor.caseId));
  const { lines, allowance, pause, askedPauseUntil, ownChoices, answers, policy, place, today } = register;
  const entries = lines.map((line) => ({
    ...line,
    rule: { code: line.ruleCode, numbers: line.ruleNumbers },
    tooMuchDays: policy.numbers.tooMuchDays
  }));
  return {
    months: registerMonths(entries, new Date(), place.timeZone),
    allowance,
    pause: pause && {
      reason: pauseReasonWords(pause.pause.reason),
      until: pause.resumesOn && lastDayWords(pause.resumesOn)
    },
    askedPauseUntil: askedPauseUntil && lastDayWords(askedPauseUntil),
    pauseChoices: ASKED_PAUSE_DAYS.map((days) => ({
      value: String(days),
      label: ASKED_PAUSE_WORDS[days](),
      note: m.contacts_pause_days_until({ day: lastDayWords(addDays(today, days)) })
    })),
    refused: REFUSABLE.filter((channel) => ownChoices.refusedChannels.includes(channel)),
    allRefused: ownChoices.allRefusedOn !== null,
    saturday: ownChoices.saturdayCalls,
    answered: answers,
    policyVersion: policy.version,
    command: crypto.randomUUID(),
    pauseCommand: crypto.randomUUID(),
    stopCommand: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** "C’était de trop": the caps are lowered from now on. */
  tooMuch: async (event) => {
    const actor = guardDebtor(event, 'own_case.set_preferences');
    const form = await readForm(event, tooMuchForm);
    if (!form.ok) return form.failure;
    const contactId = parseId<'contact'>(form.data.contactId);
    const gone = () => refuseForm(form.values, [{ field: '', message: m.contacts_too_much_gone() }]);
    if (!contactId) return gone();
    const said = await orNotFound(sayTooMuch(actor, actor.caseId, contactId));
    return said.ok ? { saidTooMuch: true } : gone();
  },
  /** What she refuses and allows from now on. */
  preferences: async (event) => {
    const actor = guardDebtor(event, 'own_case.set_preferences');
    const form = await readForm(event, preferencesForm);
    if (!form.ok) return form.failure;
    const input = {
      refusedChannels: form.data.refused.filter((channel): channel is Channel =>
        (REFUSABLE as readonly string[]).includes(channel)
      ),
      saturdayCalls: form.data.saturday === 'yes'
    };
    const command = commandOf(form.commandId, input);
    const saved = await orNotFound(setPreferences(actor, actor.caseId, input, command));
    if (!saved.ok) return refuseForm(form.values, [{ field: '', message: m.messaging_error_reused() }]);
    return { saved: true };
  },
  /** A time of silence, as long as she chooses. */
  pause: async (event) => {
    const actor = guardDebtor(event, 'own_case.set_preferences');
    const form = await readForm(event, pauseForm);
    if (!form.ok) return form.failure;
    const days = ASKED_PAUSE_DAYS.find((length) => String(length) === form.data.days);
    if (!days) return refuseForm(form.values, [{ field: 'days', message: m.contacts_pause_missing() }]);
    const input = { days };
    const asked = await orNotFound(askForPause(actor, actor.caseId, input, commandOf(form.commandId, input)));
    if (!asked.ok) return refuseForm(form.values, [{ field: '', message: m.messaging_error_reused() }]);
    return { pausedUntil: lastDayWords(asked.value.untilOn) };
  },
  /** Ends the silence she asked for. */
  stopPause: async (event) => {
    const actor = guardDebtor(event, 'own_case.set_preferences');
    const form = await readForm(event, noFields);
    if (!form.ok) return form.failure;
    const ended = await orNotFound(endAskedPause(actor, actor.caseId, commandOf(form.commandId, 'stop')));
    if (!ended.ok) return refuseForm(form.values, [{ field: '', message: m.messaging_error_reused() }]);
    return { pauseStopped: true };
  }
};
