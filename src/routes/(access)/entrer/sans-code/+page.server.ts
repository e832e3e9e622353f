import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readCaseReference } from '$lib/cases';
import { m } from '$lib/i18n';
import { askForCode, askForLetter } from '$lib/server/entry';
import { keepPending, openToAll, readForm, refuseForm } from '$lib/server/http';
import { waitWords } from '../../wait-words';
import type { Actions } from './$types';

const schema = z.object({ reference: z.string().max(100, m.access_enter_reference_missing()) });

export const actions: Actions = {
  /** A code to a channel she confirmed. The next page is the same whether the reference exists or not. */
  send: async (event) => {
    openToAll(event);
    const form = await readReference(event);
    if (!form.ok) return form.failure;
    const asked = await askForCode({ reference: form.reference, address: event.getClientAddress() });
    if (!asked.ok) return refuseToWait(form.values, asked.why.until);
    keepPending(event, asked.value);
    redirect(303, '/entrer/code');
  },
  /** A letter with a new code. */
  letter: async (event) => {
    openToAll(event);
    const form = await readReference(event);
    if (!form.ok) return form.failure;
    const { reference } = form;
    const asked = await askForLetter({
      reference,
      address: event.getClientAddress(),
      origin: event.url.origin
    });
    if (!asked.ok) return refuseToWait(form.values, asked.why.until);
    redirect(303, '/entrer/courrier');
  }
};

async function readReference(event: RequestEvent) {
  const form = await readForm(event, schema);
  if (!form.ok) return form;
  const reference = readCaseReference(form.data.reference);
  if (reference) return { ok: true, reference, values: form.values } as const;
  const message = m.access_enter_reference_missing();
  return { ok: false, failure: refuseForm(form.values, [{ field: 'reference', message }]) } as const;
}

function refuseToWait(values: Readonly<Record<string, string | string[]>>, until: Date) {
  return refuseForm(values, [{ field: 'reference', message: waitWords(until, new Date()) }], 429);
}
