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
  const row = ownSignal(own, id);
  if (!isInForce(row, own)) redirect(303, `${SIGNALS}?absent=1`);
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
    if (removed.ok) redirect(303, `${SIGNALS}?retire=${id}`);
    ownSignal(await orNotFound(loadOwnSignals(actor, actor.caseId)), id);
    redirect(303, `${SIGNALS}?absent=1`);
  }
};

/** One that ended since is said so on her list; another's is nowhere, like one that never was. */
function ownSignal(own: Awaited<ReturnType<typeof loadOwnSignals>>, id: Id<'signal'>) {
  return own.signals.find((one) => one.id === id) ?? notHere();
}

function signalIdOf({ params }: Pick<RequestEvent<{ signalId: string }>, 'params'>): Id<'signal'> {
  return parseId<'signal'>(params.signalId) ?? notHere();
}

function notHere(): never {
  error(404, 'Cette page n’existe pas, ou plus.');
}
