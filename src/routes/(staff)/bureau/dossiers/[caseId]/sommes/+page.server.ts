import { z } from 'zod';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { m } from '$lib/i18n';
import { dayInZone, parseId } from '$lib/kernel';
import { closeDispute, reviewDebt, type ReviewDebtRefusal } from '$lib/server/backoffice';
import { listDebts } from '$lib/server/cases';
import { commandOf, guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';
import { sumsView } from './sums-view';

const reason = z.string().optional().default('');
const reviewForm = z.object({
  debtId: z.string(),
  outcome: z.enum(['still_due', 'expired']).optional(),
  reason
});
const disputeForm = z.object({ debtId: z.string(), reason });

/** What is owed, as the honesty card of each debt states it. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const debts = await orNotFound(listDebts(actor, caseIdOf(event.params)));
  return { sums: sumsView(debts, dayInZone(new Date(), DESK_ZONE)) };
};

export const actions: Actions = {
  /** What a human found about the age of a debt. */
  review: async (event) => {
    const actor = guardStaff(event, 'case.review_debt');
    const form = await readForm(event, reviewForm);
    if (!form.ok) return form.failure;
    const { outcome } = form.data;
    const debtId = parseId<'debt'>(form.data.debtId);
    if (!debtId) return refuseForm(form.values, [{ field: '', message: m.backoffice_sums_gone() }]);
    if (!outcome) {
      const message = m.backoffice_error_choice_missing();
      return refuseForm(form.values, [{ field: `outcome-${debtId}`, message }]);
    }
    const input = { debtId, outcome, reason: form.data.reason };
    const command = commandOf(form.commandId, input);
    const done = await orNotFound(reviewDebt(actor, caseIdOf(event.params), input, command));
    if (!done.ok) {
      return refuseForm(form.values, [{ field: `review-reason-${debtId}`, message: refusalWords(done.why) }]);
    }
    return { reviewed: debtId as string };
  },
  /** The creditor answered a dispute in writing. */
  dispute: async (event) => {
    const actor = guardStaff(event, 'case.review_debt');
    const form = await readForm(event, disputeForm);
    if (!form.ok) return form.failure;
    const debtId = parseId<'debt'>(form.data.debtId);
    if (!debtId) return refuseForm(form.values, [{ field: '', message: m.backoffice_sums_gone() }]);
    const input = { debtId, reason: form.data.reason };
    const command = commandOf(form.commandId, input);
    const done = await orNotFound(closeDispute(actor, caseIdOf(event.params), input, command));
    if (!done.ok) {
      return refuseForm(form.values, [
        { field: `dispute-reason-${debtId}`, message: refusalWords(done.why) }
      ]);
    }
    return { closed: debtId as string };
  }
};

function refusalWords(why: ReviewDebtRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'reason_missing':
      return m.backoffice_error_reason_missing();
    case 'debt_not_there':
      return m.backoffice_sums_gone();
    case 'command_reused':
      return m.backoffice_error_reused();
  }
}
