import type { Actor } from '$lib/access';
import type { CaseId, Id } from '$lib/kernel';
import type { ThreadLine } from '$lib/messaging';
import { enter } from '../db';
import { selectLines } from './thread-repository';

/** How many lines one page of the thread holds. */
export const THREAD_PAGE = 50;

/** One page of the thread, oldest first; `older` is the line to ask before, null when the beginning is here. */
export interface ThreadPage {
  readonly lines: readonly ThreadLine[];
  readonly older: Id<'message'> | null;
}

/** The thread of a case, newest page first. Reading it marks nothing as read: see {@link markThreadRead}. */
export async function listThread(actor: Actor, caseId: CaseId, before?: Id<'message'>): Promise<ThreadPage> {
  const permission = actor.kind === 'debtor' ? 'own_case.read' : 'case.read';
  return enter(actor, { permission, caseId }, async (tx) => {
    const lines = await selectLines(tx, caseId, THREAD_PAGE + 1, before);
    const more = lines.length > THREAD_PAGE;
    const page = more ? lines.slice(1) : lines;
    return { lines: page, older: more ? (page[0]?.id ?? null) : null };
  });
}
