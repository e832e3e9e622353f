import { TransactionRollbackError } from 'drizzle-orm';
import { isAllowed, type Actor, type Permission } from '$lib/access';
import type { CaseId, Result, StaffId } from '$lib/kernel';
import { database, type Transaction } from './client';
import { clientOf } from './reading';

/**
 * The actor may not do this, or the case is not hers. Both look exactly like a case that does not exist to whoever
 * asked, so this carries no detail.
 */
export class NotYours extends Error {
  constructor() {
    super('not_yours');
    this.name = 'NotYours';
  }
}

/** What a use case is about to do: under which permission, and on which case (none for lists and jobs). */
export interface Errand {
  readonly permission: Permission;
  readonly caseId?: CaseId | null;
}

/**
 * Opens a transaction, says who acts, and runs `work` in it. Throws {@link NotYours} when the permission table or
 * the database refuses. A refused Result rolls everything back and is returned; any error rolls back and is thrown.
 *
 * `work` may send its first queries at once: `app.enter` goes ahead of them on the same connection, and when it
 * fails so do they.
 */
export async function enter<T>(
  actor: Actor,
  errand: Errand,
  work: (tx: Transaction) => Promise<T>
): Promise<T> {
  let answer: { value: T } | undefined;
  return entering(actor, errand, async (who) => {
    try {
      return await database().orm.transaction(async (tx) => {
        const entered = clientOf(tx)
          .unsafe(ENTER, [...who], { prepare: true })
          .then(() => undefined);
        const [, value] = await Promise.all([entered, work(tx)]);
        if (isRefused(value)) {
          answer = { value };
          tx.rollback();
        }
        return value;
      });
    } catch (error) {
      if (answer && error instanceof TransactionRollbackError) return answer.value;
      throw error;
    }
  });
}

/**
 * Throws {@link NotYours} when the permission table refuses: for a use case that writes something in a transaction of its
 * own, such as a counted try, before it enters.
 */
export function mustBeAllowed(actor: Actor, permission: Permission): void {
  if (!isAllowed(actor, permission)) throw new NotYours();
}

const ENTER = 'select app.enter($1, $2::uuid, $3::uuid)';

/** What `app.enter` is told: the scope, the case and the member of staff. */
type Who = readonly [scope: string, caseId: CaseId | null, staffId: StaffId | null];

/**
 * Asks the permission table, and lets `work` say to the database who acts. Its refusal, like that of the table, is
 * thrown as {@link NotYours}.
 */
export async function entering<T>(
  actor: Actor,
  { permission, caseId = null }: Errand,
  work: (who: Who) => Promise<T>
): Promise<T> {
  mustBeAllowed(actor, permission);
  try {
    return await work(whoActs(actor, caseId));
  } catch (error) {
    if (isNotYours(error)) throw new NotYours();
    throw error;
  }
}

function whoActs(actor: Actor, caseId: CaseId | null): Who {
  if (actor.kind === 'debtor') {
    if (caseId !== null && caseId !== actor.caseId) throw new NotYours();
    return ['debtor', actor.caseId, null];
  }
  if (actor.kind === 'system') return ['system', caseId, null];
  return [actor.role === 'supervisor' ? 'supervisor' : 'referent', caseId, actor.staffId];
}

function isRefused(value: unknown): value is Result<never> {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

function isNotYours(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message === 'not_yours') return true;
  }
  return false;
}
