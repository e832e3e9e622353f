import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';
import { auditEvents } from '../db/schema/audit';

/** One line of the journal of a case. */
export interface JournalLine {
  readonly id: string;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The newest lines of the journal of a case, without the actions named in `without`. */
export async function listJournal(
  tx: Transaction,
  caseId: CaseId,
  limit: number,
  without: readonly string[] = []
): Promise<JournalLine[]> {
  const rows = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        without.length > 0 ? notInArray(auditEvents.action, [...without]) : undefined
      )
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit);
  return rows.map(({ id, actorKind, actorName, action, detail, at }) => ({
    id,
    actorKind,
    actorName,
    action,
    detail: (detail ?? {}) as Record<string, unknown>,
    at
  }));
}
