import type { Actor } from '$lib/access';
import { dayInZone, ok, refused, type Id, type Result } from '$lib/kernel';
import { readOutcome, type OutcomeField, type OutcomeRefusal } from '$lib/surveys';
import { recordStaffAudit } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { endOutcome, insertOutcome } from './outcome-repository';

/** No such outcome, or it was taken back before. */
export interface OutcomeNotThere {
  readonly code: 'outcome_not_there';
}

/**
 * A supervisor publishes what people said and what was done about it. `id` is made by the page: sent twice, it is one line.
 * Kept in the journal of the house.
 */
export async function publishOutcome(
  actor: Actor,
  id: Id<'outcome'>,
  typed: Readonly<Record<OutcomeField, string>>
): Promise<Result<null, OutcomeRefusal>> {
  const at = now();
  return enter(
    actor,
    { permission: 'opinions.publish' },
    async (tx): Promise<Result<null, OutcomeRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff publish outcomes');
      const read = readOutcome(typed, dayInZone(at, 'Europe/Paris'));
      if (!read.ok) return read;
      const isNew = await insertOutcome(tx, id, read.value, actor, at);
      const line = { action: 'outcome.published', detail: { outcomeId: id } };
      if (isNew) await recordStaffAudit(tx, actor, line, at);
      return ok(null);
    }
  );
}

/** A supervisor takes a published line back; it is kept, and nobody reads it any more. */
export async function withdrawOutcome(
  actor: Actor,
  id: Id<'outcome'>
): Promise<Result<null, OutcomeNotThere>> {
  const at = now();
  return enter(
    actor,
    { permission: 'opinions.publish' },
    async (tx): Promise<Result<null, OutcomeNotThere>> => {
      if (!(await endOutcome(tx, id, at))) return refused({ code: 'outcome_not_there' });
      await recordStaffAudit(tx, actor, { action: 'outcome.withdrawn', detail: { outcomeId: id } }, at);
      return ok(null);
    }
  );
}
