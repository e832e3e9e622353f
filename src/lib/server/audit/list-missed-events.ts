import { and, asc, eq, gt } from 'drizzle-orm';
import type { DebtorActor } from '$lib/access';
import type { Id } from '$lib/kernel';
import { enter } from '../db';
import { auditEvents } from '../db/schema/audit';

/** More than this missed, and the screen reads everything again instead. */
export const MISSED_LIMIT = 100;

/** What happened on a person's case after the event her screen saw last, oldest first. */
export async function listMissedEvents(
  actor: DebtorActor,
  after: Id<'audit'>
): Promise<readonly { readonly eventId: string; readonly action: string }[]> {
  const { caseId } = actor;
  return enter(actor, { permission: 'own_case.read', caseId }, (tx) =>
    tx
      .select({ eventId: auditEvents.id, action: auditEvents.action })
      .from(auditEvents)
      .where(and(eq(auditEvents.caseId, caseId), gt(auditEvents.id, after)))
      .orderBy(asc(auditEvents.id))
      .limit(MISSED_LIMIT)
  );
}
