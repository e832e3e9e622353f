import { ok, refused, type Cents, type Refusal, type Result } from '$lib/kernel';

/**
 * Why a case is over. `plan_kept`: her agreement went to its end. `given_back`: the mandate is over, or the creditor
 * took the case again. `not_owed`: the claim was not hers or not due. `time_barred`: a human found it out of time.
 * `erased_by_decision`: a surendettement commission or a judge erased it (C. conso. L741-1). `other`: in words.
 */
export type ClosingReason =
  'paid' | 'plan_kept' | 'given_back' | 'not_owed' | 'time_barred' | 'erased_by_decision' | 'other';

/** Every reason, in the order a form offers them. */
export const CLOSING_REASONS: readonly ClosingReason[] = [
  'paid',
  'plan_kept',
  'given_back',
  'not_owed',
  'time_barred',
  'erased_by_decision',
  'other'
];

/** What is known when somebody wants to close a case. */
export interface ClosingFacts {
  readonly isClosed: boolean;
  /** What is left of all its debts, as the creditors' files say. */
  readonly leftCents: Cents;
  /** An agreement runs: agreed with her, and neither stopped nor over. */
  readonly hasAgreement: boolean;
}

/** Why a case is not closed. */
export type ClosingRefusal =
  | { readonly code: 'already_closed' }
  | { readonly code: 'no_agreement' }
  /** `leftCents` is what contradicts the reason; null when the reason itself asks for words. */
  | (Refusal & { readonly code: 'words_missing'; readonly leftCents: Cents | null });

/**
 * May this case be closed for this reason? Words explain what the reason cannot: `other`, and "all is paid" or "the
 * agreement was kept" while the creditor's last file says that something is left. A file may be late, so words are
 * enough: a human decides.
 */
export function checkClosing(
  { reason, words }: { readonly reason: ClosingReason; readonly words: string },
  { isClosed, leftCents, hasAgreement }: ClosingFacts
): Result<null, ClosingRefusal> {
  if (isClosed) return refused({ code: 'already_closed' });
  if (reason === 'plan_kept' && !hasAgreement) return refused({ code: 'no_agreement' });
  const hasWords = words.trim() !== '';
  if (hasWords) return ok(null);
  if (reason === 'other') return refused({ code: 'words_missing', leftCents: null });
  const saysSettled = reason === 'paid' || reason === 'plan_kept';
  return saysSettled && leftCents > 0 ? refused({ code: 'words_missing', leftCents }) : ok(null);
}

/** Whether a reason says that what was agreed was done: her agreement is then complete, and not merely stopped. */
export function isSettledBy(reason: ClosingReason): boolean {
  return reason === 'paid' || reason === 'plan_kept';
}
