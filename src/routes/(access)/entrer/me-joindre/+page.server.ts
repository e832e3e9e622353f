import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readDigits } from '$lib/access';
import { readEmailAddress, readPhoneNumber } from '$lib/cases';
import { m } from '$lib/i18n';
import { askToConfirmChannel, confirmChannel, readReachability } from '$lib/server/entry';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { waitWords } from '../../wait-words';
import type { Actions, PageServerLoad } from './$types';

const text = (tooLong: string) => z.string().max(254, tooLong).default('');
const schema = z.object({
  email: text(m.access_reach_email_missing()),
  phone: text(m.access_reach_phone_missing()),
  code: text(m.access_code_missing())
});

export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.set_preferences');
  return { reach: await orNotFound(readReachability(actor)) };
};

export const actions: Actions = {
  email: async (event) => {
    guardDebtor(event, 'own_case.set_preferences');
    return ask(event, 'email', readEmailAddress, m.access_reach_email_missing());
  },
  phone: async (event) => {
    guardDebtor(event, 'own_case.set_preferences');
    return ask(event, 'phone', (typed) => readPhoneNumber(typed), m.access_reach_phone_missing());
  },
  confirm: async (event) => {
    const actor = guardDebtor(event, 'own_case.set_preferences');
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    const refuse = (message: string) => refuseForm(form.values, [{ field: 'code', message }]);
    const code = readDigits(form.data.code);
    if (!code) return refuse(m.access_code_missing());
    const confirmed = await orNotFound(confirmChannel(actor, code));
    if (confirmed.ok) return { confirmed: confirmed.value };
    if (confirmed.why.code === 'calm_wait') return refuse(waitWords(confirmed.why.until, new Date()));
    return refuse(m.access_code_wrong());
  }
};

async function ask(
  event: RequestEvent,
  field: 'email' | 'phone',
  read: (typed: string) => string | null,
  missing: string
) {
  const actor = guardDebtor(event, 'own_case.set_preferences');
  const form = await readForm(event, schema);
  if (!form.ok) return form.failure;
  const refuse = (message: string) => refuseForm(form.values, [{ field, message }]);
  const recipient = read(form.data[field]);
  if (!recipient) return refuse(missing);
  const channel = field === 'email' ? 'email' : 'sms';
  const asked = await orNotFound(askToConfirmChannel(actor, { channel, recipient }));
  if (asked.ok) return { sentTo: recipient };
  if (asked.why.code === 'calm_wait') return refuse(waitWords(asked.why.until, new Date()));
  return refuse(m.access_reach_not_sent());
}
