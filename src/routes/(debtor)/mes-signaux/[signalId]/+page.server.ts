import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { parseId, type Id } from '$lib/kernel';
import { guardDebtor, orNotFound, readForm } from '$lib/server/http';
import { loadOwnSignals, removeSignal } from '$lib/server/questionnaire';
import { SIGNALS } from '../../questionnaire/ways';
import { isInForce, signalSheet } from '../signal-sheets';
import type { Actions, PageServerLoad } from './$types';

/** What stops if this signal is removed: the page behind "Retirer" when no dialog can open. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const id = signalIdOf(event);
  const own = await orNotFound(loadOwnSignals(actor, actor.caseId));
  const row = own.signals.find((one) => one.id === id && isInForce(one, own));
  if (!row) redirect(303, `${SIGNALS}?absent=1`);
  return {
    quickExit: true,
    sheet: signalSheet(row, own),
    action: `${SIGNALS}/${id}`,
    back: SIGNALS,
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** Removes the signal; what it changed stops today. */
  default: async (event) => {
    const actor = guardDebtor(event, 'own_case.answer');
    const id = signalIdOf(event);
    const form = await readForm(event, z.object({}));
    if (!form.ok) return form.failure;
    const command = form.commandId && { id: form.commandId, input: { remove: id } };
    const removed = await orNotFound(removeSignal(actor, actor.caseId, id, command));
    redirect(303, removed.ok ? `${SIGNALS}?retire=${id}` : `${SIGNALS}?absent=1`);
  }
};

function signalIdOf({ params }: Pick<RequestEvent<{ signalId: string }>, 'params'>): Id<'signal'> {
  return parseId<'signal'>(params.signalId) ?? error(404, 'Cette page n’existe pas, ou plus.');
}
