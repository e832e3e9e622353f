import { z } from 'zod';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { askReferent } from '$lib/server/requests';
import { debtAddress } from '../../../addresses';
import { messageRefusalWords, replyBy } from '../../../said-words';
import { lineOf, mayOfferPayment } from '../../line-of';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const found = await lineOf(event, actor);
  return {
    address: debtAddress(found.line.debt.id),
    mayOffer: mayOfferPayment(found),
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** "Je ne peux pas payer": her referent is told. Never an acknowledgement. */
  default: async (event) => {
    const actor = guardDebtor(event, 'own_case.report_situation');
    const form = await readForm(event, z.object({}));
    if (!form.ok) return form.failure;
    const { asked } = await lineOf(event, actor);
    const input = { kind: 'cannot_pay' } as const;
    const command = form.commandId && { id: form.commandId, input };
    const done = await orNotFound(askReferent(actor, actor.caseId, input, command));
    if (!done.ok) return refuseForm(form.values, [{ field: '', message: messageRefusalWords(done.why) }]);
    return { reply: replyBy(done.value.replyBy, asked.today, asked.timeZone) };
  }
};
