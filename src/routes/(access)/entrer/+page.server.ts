import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readCode } from '$lib/access';
import { readCaseReference } from '$lib/cases';
import { m } from '$lib/i18n';
import { giveLetterCode } from '$lib/server/entry';
import { keepPending, openToAll, readForm, refuseForm } from '$lib/server/http';
import { waitWords } from '../wait-words';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
  reference: z.string().max(100, m.access_enter_reference_missing()),
  code: z.string().max(100, m.access_enter_code_missing())
});

export const load: PageServerLoad = (event) => {
  openToAll(event);
  if (event.locals.actor?.kind === 'debtor') redirect(303, '/accueil');
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    const reference = readCaseReference(form.data.reference);
    const code = readCode(form.data.code);
    if (!reference || !code) {
      return refuseForm(form.values, [
        ...(reference ? [] : [{ field: 'reference', message: m.access_enter_reference_missing() }]),
        ...(code ? [] : [{ field: 'code', message: m.access_enter_code_missing() }])
      ]);
    }
    const given = await giveLetterCode({ reference, code, address: event.getClientAddress() });
    if (!given.ok) {
      const message =
        given.why.code === 'calm_wait'
          ? waitWords(given.why.until, new Date())
          : m.access_enter_not_recognised();
      return refuseForm(form.values, [{ field: 'reference', message }]);
    }
    keepPending(event, given.value);
    redirect(303, '/entrer/verifier');
  }
};
