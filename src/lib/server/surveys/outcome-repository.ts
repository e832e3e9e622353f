import { and, desc, eq, isNull } from 'drizzle-orm';
import { localDate, type Id, type StaffId } from '$lib/kernel';
import type { Outcome } from '$lib/surveys';
import { reading, type Read, type Transaction } from '../db';
import { opinionOutcomes } from '../db/schema/surveys';

/** An outcome as it is published. */
export interface PublishedOutcome extends Outcome {
  readonly id: Id<'outcome'>;
  readonly publishedByName: string;
}

/** Who publishes, by the name the desk shows. */
export interface Publisher {
  readonly staffId: StaffId;
  readonly name: string;
}

/** Adds an outcome; the same id again changes nothing. Answers whether it is new. */
export async function insertOutcome(
  tx: Transaction,
  id: Id<'outcome'>,
  { said, done, doneOn }: Outcome,
  by: Publisher,
  at: Date
): Promise<boolean> {
  const rows = await tx
    .insert(opinionOutcomes)
    .values({ id, said, done, doneOn, publishedBy: by.staffId, publishedByName: by.name, publishedAt: at })
    .onConflictDoNothing()
    .returning({ id: opinionOutcomes.id });
  return rows.length === 1;
}

/** Takes an outcome off the public list; answers whether it stood there. */
export async function endOutcome(tx: Transaction, id: Id<'outcome'>, at: Date): Promise<boolean> {
  const rows = await tx
    .update(opinionOutcomes)
    .set({ withdrawnAt: at })
    .where(and(eq(opinionOutcomes.id, id), isNull(opinionOutcomes.withdrawnAt)))
    .returning({ id: opinionOutcomes.id });
  return rows.length === 1;
}

/** The newest outcomes that stand, by the day they were done. */
export function newestOutcomes(limit: number): Read<PublishedOutcome[]> {
  return newest({ limit }, (rows) =>
    rows.map((row) => ({ ...row, id: row.id as Id<'outcome'>, doneOn: localDate(row.doneOn) }))
  );
}

const newest = reading(
  {
    id: opinionOutcomes.id,
    said: opinionOutcomes.said,
    done: opinionOutcomes.done,
    doneOn: opinionOutcomes.doneOn,
    publishedByName: opinionOutcomes.publishedByName
  },
  ['limit'],
  (select, { limit }) =>
    select
      .from(opinionOutcomes)
      .where(isNull(opinionOutcomes.withdrawnAt))
      .orderBy(desc(opinionOutcomes.doneOn), desc(opinionOutcomes.id))
      .limit(limit)
);
