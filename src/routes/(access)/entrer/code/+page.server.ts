import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readDigits } from '$lib/access';
import { m } from '$lib/i18n';
import { giveOneTimeCode } from '$lib/server/entry';
import { keepPending, openToAll, pendingSecret, readForm, refuseForm } from '$lib/server/http';
import { waitWords } from '../../wait-words';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ code: z.string().max(50, m.access_code_missing()) });

export const load: PageServerLoad = (event) => {
  openToAll(event);
  if (!pendingSecret(event)) redirect(303, '/entrer/sans-code');
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    const refuse = (message: string) => refuseForm(form.values, [{ field: 'code', message }]);
    const code = readDigits(form.data.code);
    if (!code) return refuse(m.access_code_missing());
    const pending = pendingSecret(event) ?? '';
    const given = await giveOneTimeCode({ pending, code, address: event.getClientAddress() });
    if (given.ok) {
      keepPending(event, given.value);
      redirect(303, '/entrer/verifier');
    }
    if (given.why.code === 'calm_wait') return refuse(waitWords(given.why.until, new Date()));
    return refuse(m.access_code_wrong());
  }
};
