import { eq, sql } from 'drizzle-orm';
import type { CaseId } from '$lib/kernel';
import { noAnswers, readAnswers, type Answers } from '$lib/questionnaire';
import { read, reading, writing, type Read, type Transaction } from '../db';
import { questionnaires } from '../db/schema/questionnaire';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

const answersContext = (caseId: CaseId) => `questionnaires.answers:${caseId}`;

/** The answers of a case; none yet is an empty record. */
export function answersOf(caseId: CaseId): Read<Answers> {
  return answersOfCase({ caseId }, ([row]) => (row ? openAnswers(row.sealed, caseId) : noAnswers()));
}

/** {@link answersOf}, in a transaction. */
export async function selectAnswers(tx: Transaction, caseId: CaseId): Promise<Answers> {
  return read(tx, answersOf(caseId));
}

const SEALED_ANSWERS = { sealed: questionnaires.answersSealed };

const answersOfCase = reading(SEALED_ANSWERS, ['caseId'], (select, { caseId }) =>
  select.from(questionnaires).where(eq(questionnaires.caseId, caseId))
);

const heldAnswersOf = reading(SEALED_ANSWERS, ['caseId'], (select, { caseId }) =>
  select.from(questionnaires).where(eq(questionnaires.caseId, caseId)).for('update')
);

/**
 * The answers of a case, held until the end of the transaction, so that two devices do not overwrite one another. Null
 * when she gave none yet: there is no row to hold before {@link beginAnswers}.
 */
export async function holdAnswers(tx: Transaction, caseId: CaseId): Promise<Answers | null> {
  return read(
    tx,
    heldAnswersOf({ caseId }, ([row]) => (row ? openAnswers(row.sealed, caseId) : null))
  );
}

/** Writes an empty record, and holds it; a twin that does the same waits here, and gets what was written meanwhile. */
export async function beginAnswers(tx: Transaction, caseId: CaseId, at: Date): Promise<Answers> {
  const answersSealed = vault().seal(JSON.stringify(noAnswers()), answersContext(caseId));
  await tx
    .insert(questionnaires)
    .values({ caseId, id: newId(at), answersSealed, updatedAt: at })
    .onConflictDoNothing();
  const made = await holdAnswers(tx, caseId);
  if (!made) throw new Error('The record of answers just written is not there');
  return made;
}

function openAnswers(sealed: string, caseId: CaseId): Answers {
  const read = readAnswers(JSON.parse(vault().open(sealed, answersContext(caseId))));
  if (!read.ok) throw new Error(`Stored answers cannot be read: ${read.why.code}`);
  return read.value;
}

/** Writes the whole record over the one that is held. */
export async function writeAnswers(
  tx: Transaction,
  caseId: CaseId,
  answers: Answers,
  at: Date
): Promise<void> {
  const answersSealed = vault().seal(JSON.stringify(answers), answersContext(caseId));
  await overwriteAnswers(tx, { caseId, answersSealed, at: at.toISOString() });
}

const overwriteAnswers = writing(
  ['caseId', 'answersSealed', 'at'],
  ({ caseId, answersSealed, at }) => sql`
    update ${questionnaires} set answers_sealed = ${answersSealed}, updated_at = ${at}
    where case_id = ${caseId}`
);
