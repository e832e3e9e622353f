import { sql } from 'drizzle-orm';
import type { DebtorActor } from '$lib/access';
import { standInOn } from '$lib/cases';
import { dayInZone, type CaseId, type Id } from '$lib/kernel';
import { staffNames } from '../access';
import { recordAudit } from '../audit';
import { selectCaseHead } from '../cases';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { THREAD_PAGE, type ThreadPage } from './list-thread';
import { markLinesRead, selectLines } from './thread-repository';

/** The page of the thread as the person opens it. */
export interface OpenedThread extends ThreadPage {
  /** Her referent, or who stands in; null while nobody is named. */
  readonly referent: { readonly firstName: string; readonly name: string } | null;
  readonly timeZone: string;
}

/** Opens her thread: the lines, who answers, and what she had not read yet is read from now on. */
export async function openThread(actor: DebtorActor, before?: Id<'message'>): Promise<OpenedThread> {
  const { caseId } = actor;
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [found, head] = await Promise.all([
      selectLines(tx, caseId, THREAD_PAGE + 1, before),
      selectCaseHead(tx, caseId)
    ]);
    if (head.unreadByDebtor > 0) await markRead(tx, actor, caseId);
    const more = found.length > THREAD_PAGE;
    const lines = more ? found.slice(1) : found;
    const answers = standInOn(head, dayInZone(now(), head.timeZone)) ?? head.referentId;
    const referent = answers ? ((await staffNames(tx, [answers])).get(answers) ?? null) : null;
    return { lines, older: more ? (lines[0]?.id ?? null) : null, referent, timeZone: head.timeZone };
  });
}

async function markRead(tx: Transaction, actor: DebtorActor, caseId: CaseId): Promise<void> {
  const at = now();
  const count = await markLinesRead(tx, caseId, 'staff', '', at);
  await tx.execute(sql`update case_files set unread_by_debtor = 0 where id = ${caseId}`);
  if (count > 0) await recordAudit(tx, actor, caseId, { action: 'messages.read', detail: { count } }, at);
}
