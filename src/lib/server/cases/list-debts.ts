import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { enter } from '../db';
import { selectDebts, type DebtRecord } from './debts-repository';

/** The debts of a case, for the person or for who follows her. Reading them is never an acknowledgement. */
export async function listDebts(actor: Actor, caseId: CaseId): Promise<readonly DebtRecord[]> {
  const permission = actor.kind === 'debtor' ? 'own_case.read' : 'case.read';
  return enter(actor, { permission, caseId }, (tx) => selectDebts(tx, caseId));
}
