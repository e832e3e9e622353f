import { sql } from 'drizzle-orm';
import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { recordAudit } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { markLinesRead } from './thread-repository';

/** Says that the actor has read what the other side wrote. The other side sees it, by name and hour. */
export async function markThreadRead(actor: Actor, caseId: CaseId): Promise<void> {
  const permission = actor.kind === 'debtor' ? 'own_case.read' : 'case.read';
  const at = now();
  await enter(actor, { permission, caseId }, async (tx) => {
    const byDebtor = actor.kind === 'debtor';
    const readerName = actor.kind === 'staff' ? actor.firstName : '';
    const count = await markLinesRead(tx, caseId, byDebtor ? 'staff' : 'debtor', readerName, at);
    if (count === 0) return;
    await tx.execute(
      byDebtor
        ? sql`update case_files set unread_by_debtor = 0 where id = ${caseId}`
        : sql`update case_files set unread_by_staff = 0 where id = ${caseId}`
    );
    await recordAudit(tx, actor, caseId, { action: 'messages.read', detail: { count } }, at);
  });
}
