import type { Actor } from '$lib/access';
import type { ClosingReason } from '$lib/cases';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { selectCaseHead, selectPerson } from './case-file-repository';
import { selectDebts, type DebtRecord } from './debts-repository';

/** What can be said of a case that is over, to be kept by the person. */
export interface Closing {
  readonly personName: string;
  readonly reference: string;
  readonly reason: ClosingReason;
  /** The day it was closed, on her calendar. */
  readonly closedOn: LocalDate;
  /** Today, on her calendar. */
  readonly today: LocalDate;
  readonly debts: readonly DebtRecord[];
}

/** How her case ended; null while it is open. Reading it is never an acknowledgement (2240 C. civ.): it writes nothing. */
export async function loadClosing(actor: Actor, caseId: CaseId): Promise<Closing | null> {
  const at = now();
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const head = await selectCaseHead(tx, caseId);
    if (head.closedAt === null) return null;
    const [person, debts] = await Promise.all([selectPerson(tx, caseId), selectDebts(tx, caseId)]);
    return {
      personName: `${person.firstName} ${person.lastName}`,
      reference: head.reference,
      reason: head.closingReason ?? 'other',
      closedOn: dayInZone(head.closedAt, head.timeZone),
      today: dayInZone(at, head.timeZone),
      debts
    };
  });
}
