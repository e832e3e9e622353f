import { and, eq, sql } from 'drizzle-orm';
import type { LocalDate, StaffId } from '$lib/kernel';
import type { Transaction } from '../db';
import { caseFiles } from '../db/schema/cases';

/**
 * Writes who stands in, and through which day, on every case a referent follows and the actor sees; null when the
 * referent is back. Closed cases too: whoever writes after hers is closed waits for an answer like anybody.
 */
export async function writeStandIn(
  tx: Transaction,
  referentId: StaffId,
  standIn: { readonly id: StaffId; readonly until: LocalDate } | null
): Promise<void> {
  const id = standIn?.id ?? null;
  const until = standIn?.until ?? null;
  await tx
    .update(caseFiles)
    .set({ standInId: id, standInUntil: until })
    .where(
      and(
        eq(caseFiles.referentId, referentId),
        sql`(stand_in_id, stand_in_until) is distinct from (${id}::uuid, ${until}::date)`
      )
    );
}
