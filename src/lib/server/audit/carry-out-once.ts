import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { ok, refused, type CaseId, type CommandId, type Refusal, type Result } from '$lib/kernel';
import { writing, type Transaction } from '../db';

/** A command as it came: its id, made by the page or the phone, and what it asks, to recognise other content. */
export interface Command {
  readonly id: CommandId;
  readonly input: unknown;
}

/** What is asked for: the use case by its name, and the command if there is one. */
export interface Act {
  readonly act: string;
  readonly command: Command | undefined;
}

/** The same id came with other content than the first time, or for something else. */
export interface CommandReused extends Refusal {
  readonly code: 'command_reused';
}

/**
 * Carries out a command once. A repeat (double press, retry after a lost answer, offline copy) gets the first
 * answer and changes nothing; the same id with other content, or for another act, is refused: two forms of one page that
 * ask about the same thing would otherwise be taken for one another. The id is kept in the same transaction, so it
 * exists exactly when the effect does. Refused commands leave no trace: they may be sent again, corrected.
 *
 * The answer must survive JSON. Without a command (jobs, programs) the work just runs.
 */
export async function carryOutOnce<T, R extends Refusal>(
  tx: Transaction,
  caseId: CaseId,
  { act, command }: Act,
  at: Date,
  work: () => Promise<Result<T, R>>
): Promise<Result<T, R | CommandReused>> {
  if (!command) return work();
  const hash = createHash('sha256')
    .update(canonicalJson([act, command.input]))
    .digest('base64url');
  // the insert waits for a twin still running, so only one of them works
  const fresh = await keepCommand(tx, { caseId, id: command.id, hash, at: at.toISOString() });
  if (fresh.length === 0) return firstAnswer<T>(tx, caseId, command.id, hash);
  const result = await work();
  if (result.ok) {
    await keepAnswer(tx, { caseId, id: command.id, answer: JSON.stringify(result.value ?? null) });
  }
  return result;
}

const keepCommand = writing(
  ['caseId', 'id', 'hash', 'at'],
  ({ caseId, id, hash, at }) => sql`
    insert into commands (case_id, id, request_hash, answer, created_at)
    values (${caseId}, ${id}, ${hash}, 'null'::jsonb, ${at})
    on conflict do nothing returning id`
);

const keepAnswer = writing(
  ['caseId', 'id', 'answer'],
  ({ caseId, id, answer }) => sql`
    update commands set answer = ${answer}::text::jsonb where case_id = ${caseId} and id = ${id}`
);

async function firstAnswer<T>(
  tx: Transaction,
  caseId: CaseId,
  id: CommandId,
  hash: string
): Promise<Result<T, CommandReused>> {
  const [row] = await tx.execute<{ request_hash: string; answer: T }>(
    sql`select request_hash, answer from commands where case_id = ${caseId} and id = ${id}`
  );
  if (!row) throw new Error('A command vanished between two statements of one transaction');
  return row.request_hash === hash ? ok(row.answer) : refused({ code: 'command_reused' });
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  );
}
