import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Refusal, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { endDispute, insertDecision, selectDebts, writeLimitationReview } from '../cases';
import { resumeContacts } from '../contact-policy';
import { enter } from '../db';
import { now } from '../platform/runtime';

/** Why a review is not kept. */
export type ReviewDebtRefusal =
  { readonly code: 'reason_missing' } | (Refusal & { readonly code: 'debt_not_there' });

/** A human says what a debt that may be time-barred really is; until then no plan is offered on it. */
export async function reviewDebt(
  actor: Actor,
  caseId: CaseId,
  input: { readonly debtId: Id<'debt'>; readonly outcome: 'still_due' | 'expired'; readonly reason: string },
  command?: Command
): Promise<Result<null, ReviewDebtRefusal | CommandReused>> {
  const reason = input.reason.trim();
  if (reason === '') return refused({ code: 'reason_missing' });
  const at = now();
  const asked = { act: 'reviewDebt', command };
  return enter(actor, { permission: 'case.review_debt', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<null, ReviewDebtRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff review debts');
      const found = { outcome: input.outcome, by: actor.staffId, at };
      if (!(await writeLimitationReview(tx, caseId, input.debtId, found)))
        return refused({ code: 'debt_not_there' });
      const decision = {
        kind: 'limitation',
        before: null,
        after: input.outcome,
        reason,
        staffId: actor.staffId
      };
      await insertDecision(tx, caseId, { ...decision, decidedAt: at });
      const detail = { debtId: input.debtId, outcome: input.outcome };
      await recordAudit(tx, actor, caseId, { action: 'debt.reviewed', detail }, at);
      return ok(null);
    })
  );
}

/** The creditor has answered a dispute in writing: it is over, and contacts resume when the policy says so. */
export async function closeDispute(
  actor: Actor,
  caseId: CaseId,
  input: { readonly debtId: Id<'debt'>; readonly reason: string },
  command?: Command
): Promise<Result<null, ReviewDebtRefusal | CommandReused>> {
  const reason = input.reason.trim();
  if (reason === '') return refused({ code: 'reason_missing' });
  const at = now();
  const asked = { act: 'closeDispute', command };
  return enter(actor, { permission: 'case.review_debt', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<null, ReviewDebtRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff close disputes');
      if (!(await endDispute(tx, caseId, input.debtId, at))) return refused({ code: 'debt_not_there' });
      const stillOpen = (await selectDebts(tx, caseId)).some((debt) => debt.disputedAt !== null);
      if (!stillOpen) await resumeContacts(tx, actor, caseId, 'dispute', at);
      const decision = { kind: 'dispute', before: 'open', after: 'closed', reason, staffId: actor.staffId };
      await insertDecision(tx, caseId, { ...decision, decidedAt: at });
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'dispute.closed', detail: { debtId: input.debtId } },
        at
      );
      return ok(null);
    })
  );
}
