import { sql } from 'drizzle-orm';
import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';
import { newId } from '../platform/ids';
import { identify, type AuditLine } from './record';

/** A line of the journal of one case. */
export interface CaseAuditLine extends AuditLine {
  readonly caseId: CaseId;
}

/**
 * Writes many lines of the journal in one statement. Unlike {@link recordAudit} it wakes no screen: a portfolio
 * changes thousands of cases at once, and none of them under somebody's eyes needs it within the second.
 */
export async function recordAudits(
  tx: Transaction,
  actor: Actor,
  lines: readonly CaseAuditLine[],
  at: Date
): Promise<void> {
  if (lines.length === 0) return;
  const { kind, id, name } = identify(actor);
  const rows = lines.map(({ caseId, action, detail }) => ({
    case_id: caseId,
    id: newId<'audit'>(at),
    action,
    detail: detail ?? {}
  }));
  await tx.execute(sql`
    insert into audit_events (case_id, id, actor_kind, actor_id, actor_name, action, detail, at)
    select case_id, id, ${kind}::text, ${id}::uuid, ${name}::text, action, detail, ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as line (case_id uuid, id uuid, action text, detail jsonb)`);
}
