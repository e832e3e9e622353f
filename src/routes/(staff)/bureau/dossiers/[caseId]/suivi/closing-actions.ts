import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { StaffActor } from '$lib/access';
import { CLOSING_REASONS, type ClosingReason, type ClosingRefusal } from '$lib/cases';
import { euros, m } from '$lib/i18n';
import { closeCase, reopenCase } from '$lib/server/backoffice';
import { commandOf, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { caseIdOf } from '../case-id';

type CaseEvent = RequestEvent<{ caseId: string }>;

const closeForm = z.object({
  why: z.enum(CLOSING_REASONS as [ClosingReason, ...ClosingReason[]]).optional(),
  closingWords: z.string().optional().default('')
});
const reopenForm = z.object({ reopenReason: z.string().optional().default('') });

/** Closes the case, for a reason: the form of somebody who was let in. */
export async function close(event: CaseEvent, actor: StaffActor) {
  const form = await readForm(event, closeForm);
  if (!form.ok) return form.failure;
  const { why, closingWords } = form.data;
  if (!why) return refuseForm(form.values, [{ field: 'why', message: m.backoffice_error_choice_missing() }]);
  const input = { reason: why, words: closingWords };
  const command = commandOf(form.commandId, input);
  const done = await orNotFound(closeCase(actor, caseIdOf(event.params), input, command));
  return done.ok ? { closed: true } : refuseForm(form.values, [closingError(done.why)]);
}

/** Opens it again, likewise. */
export async function reopen(event: CaseEvent, actor: StaffActor) {
  const form = await readForm(event, reopenForm);
  if (!form.ok) return form.failure;
  const input = { reason: form.data.reopenReason };
  const command = commandOf(form.commandId, input);
  const done = await orNotFound(reopenCase(actor, caseIdOf(event.params), input, command));
  if (done.ok) return { reopened: true };
  const message = {
    reason_missing: m.backoffice_error_reason_missing,
    not_closed: m.backoffice_follow_reopen_not,
    command_reused: m.backoffice_error_reused
  }[done.why.code]();
  return refuseForm(form.values, [{ field: 'reopenReason', message }]);
}

function closingError(why: ClosingRefusal | { readonly code: 'command_reused' }) {
  switch (why.code) {
    case 'already_closed':
      return { field: 'why', message: m.backoffice_follow_close_already() };
    case 'no_agreement':
      return { field: 'why', message: m.backoffice_follow_close_no_agreement() };
    case 'words_missing':
      return {
        field: 'closingWords',
        message:
          why.leftCents === null
            ? m.backoffice_follow_close_words_missing()
            : m.backoffice_follow_close_still_owed({ amount: euros(why.leftCents) })
      };
    case 'command_reused':
      return { field: 'why', message: m.backoffice_error_reused() };
  }
}
