import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { LawImpact, RightImpact } from '$lib/aids';
import { localDate, type LocalDate, type StaffId } from '$lib/kernel';
import type { Transaction } from '../../db';
import { lawRevisions } from '../../db/schema/aids';
import type { RevisedSubject, Revision, RevisionId, RevisionState } from './revision';

type Row = typeof lawRevisions.$inferSelect;

/** The history shows this many changes at most. */
export const HISTORY_LIMIT = 100;

function toRevision(row: Row): Revision {
  const { subject, subjectKey: key, before, after } = row;
  return {
    id: row.id as RevisionId,
    // written by the use cases below, after the schema of the YAML
    revised: { subject, key, before, after } as RevisedSubject,
    inForceOn: localDate(row.inForceOn),
    reason: row.reason,
    state: row.state,
    proposedBy: row.proposedBy as StaffId,
    proposedByName: row.proposedByName,
    proposedAt: row.proposedAt,
    decidedByName: row.decidedByName,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    publishedOn: row.publishedOn === null ? null : localDate(row.publishedOn),
    impact: row.impact as LawImpact | RightImpact | null
  };
}

/** One change; null when there is none. */
export async function selectRevision(tx: Transaction, id: RevisionId): Promise<Revision | null> {
  const [row] = await tx.select().from(lawRevisions).where(eq(lawRevisions.id, id));
  return row ? toRevision(row) : null;
}

/** Changes in a state, the newest first. */
export async function selectRevisions(tx: Transaction, state: RevisionState): Promise<readonly Revision[]> {
  const rows = await tx
    .select()
    .from(lawRevisions)
    .where(eq(lawRevisions.state, state))
    .orderBy(desc(lawRevisions.decidedAt), desc(lawRevisions.id));
  return rows.map(toRevision);
}

/** All published changes, in the order in which they were published. */
export async function selectPublished(tx: Transaction): Promise<readonly Revision[]> {
  const rows = await tx
    .select()
    .from(lawRevisions)
    .where(eq(lawRevisions.state, 'published'))
    .orderBy(asc(lawRevisions.decidedAt), asc(lawRevisions.id));
  return rows.map(toRevision);
}

/** The newest changes, decided or not; of one subject when it is given. */
export async function selectHistory(
  tx: Transaction,
  of?: Pick<RevisedSubject, 'subject' | 'key'>
): Promise<readonly Revision[]> {
  const rows = await tx
    .select()
    .from(lawRevisions)
    .where(of && and(eq(lawRevisions.subject, of.subject), eq(lawRevisions.subjectKey, of.key)))
    .orderBy(desc(lawRevisions.id))
    .limit(HISTORY_LIMIT);
  return rows.map(toRevision);
}

/** Keeps a proposal. */
export async function insertProposal(
  tx: Transaction,
  proposal: {
    readonly id: RevisionId;
    readonly revised: RevisedSubject;
    readonly inForceOn: LocalDate;
    readonly reason: string;
    readonly proposedBy: StaffId;
    readonly proposedByName: string;
    readonly proposedAt: Date;
  }
): Promise<void> {
  const { revised, ...rest } = proposal;
  const { subject, key: subjectKey, before, after } = revised;
  await tx.insert(lawRevisions).values({ ...rest, subject, subjectKey, before, after, state: 'proposed' });
}

/** What is written of a decision. */
export interface Decision {
  readonly state: 'published' | 'rejected';
  readonly decidedBy: StaffId;
  readonly decidedByName: string;
  readonly decidedAt: Date;
  readonly decisionReason: string | null;
  readonly publishedOn: LocalDate | null;
  readonly impact: LawImpact | RightImpact | null;
}

/** Writes the decision on a proposal; false when it was decided already, or is her own. */
export async function writeDecision(tx: Transaction, id: RevisionId, decision: Decision): Promise<boolean> {
  const written = await tx
    .update(lawRevisions)
    .set(decision)
    .where(and(eq(lawRevisions.id, id), eq(lawRevisions.state, 'proposed')))
    .returning({ id: lawRevisions.id });
  return written.length === 1;
}

/** Holds back other decisions on the same subject until this transaction ends. */
export async function lockSubject(
  tx: Transaction,
  { subject, key }: Pick<RevisedSubject, 'subject' | 'key'>
) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`law:${subject}:${key}`}, 0))`);
}
