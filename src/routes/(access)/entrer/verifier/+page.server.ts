import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readPostcode } from '$lib/cases';
import { readBirthDate } from '$lib/entry';
import { m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { confirmPerson, maySpeakFor } from '$lib/server/entry';
import { beginSession, openToAll, pendingSecret, readForm, refuseForm } from '$lib/server/http';
import { waitWords } from '../../wait-words';
import type { Actions, PageServerLoad } from './$types';

const part = z.string().max(30, m.access_verify_birth_missing()).default('');
const schema = z.object({
  day: part,
  month: part,
  year: part,
  postcode: z.string().max(30, m.access_verify_postcode_missing()).default('')
});

export const load: PageServerLoad = async (event) => {
  openToAll(event);
  return { isOpen: await maySpeakFor(pendingSecret(event)) };
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    const birthDate = readBirthDate(form.data, dayInZone(new Date(), 'Europe/Paris'));
    const postcode = readPostcode(form.data.postcode);
    if (!birthDate || !postcode) {
      return refuseForm(form.values, [
        ...(birthDate ? [] : [{ field: 'day', message: m.access_verify_birth_missing() }]),
        ...(postcode ? [] : [{ field: 'postcode', message: m.access_verify_postcode_missing() }])
      ]);
    }
    const entered = await confirmPerson({ birthDate, postcode, ...visitOf(event) });
    if (entered.ok) {
      await beginSession(event, entered.value.session);
      redirect(303, entered.value.hasNoChannel ? '/entrer/me-joindre' : '/accueil');
    }
    if (entered.why.code === 'sign_in_over') redirect(303, '/entrer/verifier');
    const message =
      entered.why.code === 'calm_wait'
        ? waitWords(entered.why.until, new Date())
        : m.access_verify_not_matching();
    return refuseForm(form.values, [{ field: 'day', message }]);
  }
};

function visitOf(event: RequestEvent) {
  return {
    pending: pendingSecret(event) ?? '',
    address: event.getClientAddress(),
    userAgent: event.request.headers.get('user-agent')
  };
}
