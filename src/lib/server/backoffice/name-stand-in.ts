import type { LocalDate, StaffId } from '$lib/kernel';
import { writeAbsence } from '../access';
import { writeStandIn } from '../cases';
import type { Transaction } from '../db';

/** Writes who stands in for a member of staff and through which day, on herself and on all her cases; null: she is back. */
export async function nameStandIn(
  tx: Transaction,
  memberId: StaffId,
  absence: { readonly standInId: StaffId; readonly until: LocalDate } | null
): Promise<void> {
  const named = absence && { id: absence.standInId, until: absence.until };
  // her cases before herself, as those who give one of them on hold them: two of us never wait for each other
  await writeStandIn(tx, memberId, named);
  await writeAbsence(tx, memberId, absence);
  // those she was given before her row was held
  await writeStandIn(tx, memberId, named);
}
