import { eq, sql } from 'drizzle-orm';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';
import { caseReferences } from '../db/schema/access';

/**
 * Makes cases findable by their reference, for sign-in. References come in the shape of `readCaseReference`; one
 * already known keeps its case.
 */
export async function registerCaseReferences(
  tx: Transaction,
  references: readonly { readonly reference: string; readonly caseId: CaseId }[]
): Promise<void> {
  if (references.length === 0) return;
  await tx.execute(sql`
    insert into case_references (reference, case_id)
    select reference, "caseId" from json_to_recordset(${JSON.stringify(references)}::json)
      as given (reference text, "caseId" uuid)
    on conflict do nothing`);
}

/** The case of a reference in the shape of `readCaseReference`, or null. */
export async function findCaseByReference(tx: Transaction, reference: string): Promise<CaseId | null> {
  const [row] = await tx
    .select({ caseId: caseReferences.caseId })
    .from(caseReferences)
    .where(eq(caseReferences.reference, reference))
    .limit(1);
  return (row?.caseId as CaseId | undefined) ?? null;
}

/** The cases of many references at once, in the shape of `readCaseReference`; unknown ones are left out. */
export async function findCasesByReferences(
  tx: Transaction,
  references: readonly string[]
): Promise<ReadonlyMap<string, CaseId>> {
  const rows = await tx.execute<{ reference: string; case_id: string }>(sql`
    select reference, case_id from case_references
    where reference = any (array(select json_array_elements_text(${JSON.stringify(references)}::json)))`);
  return new Map(rows.map((row) => [row.reference, row.case_id as CaseId]));
}
