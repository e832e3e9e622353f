import { z } from 'zod';
import type { Channel } from '$lib/contact-policy';
import { registerMonths } from '$lib/contact-policy/ui/register-lines';
import { pauseReasonWords } from '$lib/contact-policy/ui/words';
import { fullDate, m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { REFUSABLE, listRegister, sayTooMuch, setPreferences } from '$lib/server/contact-policy';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));
const preferencesForm = z.object({ refused: several, saturday: z.string().optional() });
const tooMuchForm = z.object({ contactId: z.string() });

/** The open register, what is left this week, and how she may be reached. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const register = await orNotFound(listRegister(actor, actor.caseId));
  const { lines, allowance, pause, preferences, policy, place } = register;
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
      until: pause.resumesOn && fullDate(pause.resumesOn)
    },
    refused: REFUSABLE.filter((channel) => preferences.refusedChannels.includes(channel)),
    allRefused: preferences.allRefusedOn !== null,
    saturday: preferences.saturdayCalls,
    policyVersion: policy.version,
    command: crypto.randomUUID()
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
    const command = form.commandId && { id: form.commandId, input };
    const saved = await orNotFound(setPreferences(actor, actor.caseId, input, command));
    if (!saved.ok) return refuseForm(form.values, [{ field: '', message: m.messaging_error_reused() }]);
    return { saved: true };
  }
};
