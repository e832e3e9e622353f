import type { CaseId } from '$lib/kernel';
import type { SystemLine } from '$lib/messaging';
import type { Transaction } from '../db';
import { newId } from '../platform/ids';
import { insertLine } from './thread-repository';

/** Lays a line of the house in the thread, in the transaction of what it tells. `name` is whom it speaks of. */
export async function addSystemLine(
  tx: Transaction,
  caseId: CaseId,
  line: SystemLine,
  at: Date,
  name = ''
): Promise<void> {
  await insertLine(tx, caseId, {
    id: newId(at),
    author: 'system',
    staffId: null,
    authorName: name,
    systemLine: line,
    sentAt: at
  });
}
