import { asc, eq } from 'drizzle-orm';
import type { Id } from '$lib/kernel';
import type { Transaction } from '../db';
import { creditors } from '../db/schema/cases';

/** A creditor, and whether its convention has it told of proposals. */
export interface CreditorSetting {
  readonly id: Id<'creditor'>;
  readonly name: string;
  readonly tellsProposals: boolean;
}

/** Every creditor with its setting, by name. */
export async function selectCreditorSettings(tx: Transaction): Promise<CreditorSetting[]> {
  const rows = await tx
    .select({ id: creditors.id, name: creditors.name, tellsProposals: creditors.tellsProposals })
    .from(creditors)
    .orderBy(asc(creditors.name));
  return rows.map((row) => ({ ...row, id: row.id as Id<'creditor'> }));
}

/** Writes whether a creditor is told of proposals; answers whether there is such a creditor. */
export async function updateTellsProposals(
  tx: Transaction,
  creditorId: Id<'creditor'>,
  tellsProposals: boolean
): Promise<boolean> {
  const rows = await tx
    .update(creditors)
    .set({ tellsProposals })
    .where(eq(creditors.id, creditorId))
    .returning({ id: creditors.id });
  return rows.length > 0;
}
