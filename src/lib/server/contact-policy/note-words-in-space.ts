import { policyInForce } from '$lib/contact-policy';
import { dayInZone, type CaseId, type StaffId } from '$lib/kernel';
import type { Transaction } from '../db';
import { insertContact, selectPolicies } from './register-repository';

/** Words that a member of staff laid in her thread. */
export interface WordsInSpace {
  readonly staffId: StaffId;
  /** Answers to her are told apart from words nobody had asked for. */
  readonly purpose: 'answer_to_debtor' | 'follow_up';
}

/**
 * Writes in the open register that somebody wrote to her in her space. Such words wait for her in silence and take no
 * place of her week: no rule holds them, and the notice that may tell of them goes through the one door.
 */
export async function noteWordsInSpace(
  tx: Transaction,
  caseId: CaseId,
  { staffId, purpose }: WordsInSpace,
  at: Date
): Promise<void> {
  const { version } = policyInForce(await selectPolicies(tx), dayInZone(at, 'Europe/Paris'));
  const ruleCode = purpose === 'answer_to_debtor' ? 'allowed_answer' : 'allowed_app';
  const line = { channel: 'app', purpose, state: 'sent', at, staffId, ruleCode } as const;
  await insertContact(
    tx,
    caseId,
    { ...line, ruleNumbers: {}, policyVersion: version, allowedFrom: null, counts: false },
    at
  );
}
