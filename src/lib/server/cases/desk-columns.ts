import { sql, type SQL } from 'drizzle-orm';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';

/** What a change means for the worklist. Columns left out stay as they are. */
export interface DeskChange {
  /** The most pressing need and its rank, from $lib/questionnaire. */
  readonly need?: { readonly code: string; readonly rank: number };
  /** Words are owed about a signal until then; null when none are. */
  readonly signalWordsDueAt?: Date | null;
  /** She wrote: a reply is promised by then. An earlier promise is kept. */
  readonly replyPromisedBy?: Date;
  /** We answered: no reply is owed any more. */
  readonly replied?: boolean;
  /** A proposal waits for an answer, promised by `dueAt`; null when none does. */
  readonly proposalPending?: { readonly since: Date; readonly dueAt: Date } | null;
  /** Somebody must look at once; null when it was done. */
  readonly urgentSince?: Date | null;
  /**
   * A track is recommended. The first time it is above the present one, a decision is asked for: a supervisor takes
   * it, or the referent on her own case. A recommendation already decided upon does not come back by itself.
   */
  readonly recommendedTrack?: 'classic' | 'oxygene' | 'oxygene_plus';
  /** A decision is asked for on a case nobody follows; the first request counts. Null when it was taken. */
  readonly routingRequestedAt?: Date | null;
  readonly questionnaireStartedAt?: Date;
  readonly questionnaireDoneAt?: Date;
  /** One more line the other side has not read. */
  readonly unread?: 'debtor' | 'staff';
  /** The line is the debtor's presence: when she was last here. */
  readonly seenAt?: Date;
}

/**
 * Writes what the worklist sorts and shows: lists never join, so whoever changes one of these things calls this in
 * the same transaction. The earliest promise (`promised_at`) is computed by the database from the others.
 */
export async function noteOnDesk(
  tx: Transaction,
  caseId: CaseId,
  change: DeskChange,
  at: Date
): Promise<void> {
  const sets = [
    ...needSets(change),
    ...promiseSets(change, at),
    ...routingSets(change, at),
    ...presenceSets(change)
  ];
  sets.push(sql`updated_at = ${instant(at)}`);
  await tx.execute(sql`update case_files set ${sql.join(sets, sql`, `)} where id = ${caseId}`);
}

const instant = (at: Date | null): SQL =>
  at === null ? sql`null::timestamptz` : sql`${at.toISOString()}::timestamptz`;

function needSets({ need }: DeskChange): SQL[] {
  return need ? [sql`need = ${need.code}`, sql`need_rank = ${need.rank}`] : [];
}

function promiseSets(change: DeskChange, at: Date): SQL[] {
  const sets: SQL[] = [];
  if (change.replyPromisedBy) {
    sets.push(sql`awaiting_reply_since = coalesce(awaiting_reply_since, ${instant(at)})`);
    sets.push(sql`reply_due_at = coalesce(reply_due_at, ${instant(change.replyPromisedBy)})`);
  }
  if (change.replied) {
    sets.push(sql`awaiting_reply_since = null`, sql`reply_due_at = null`);
    // a closed case waits for no decision but this answer
    if (change.routingRequestedAt === undefined)
      sets.push(sql`routing_requested_at = case when open then routing_requested_at end`);
  }
  if (change.signalWordsDueAt !== undefined)
    sets.push(sql`signal_words_due_at = ${instant(change.signalWordsDueAt)}`);
  if (change.proposalPending !== undefined) {
    sets.push(sql`proposal_pending_since = ${instant(change.proposalPending?.since ?? null)}`);
    sets.push(sql`proposal_due_at = ${instant(change.proposalPending?.dueAt ?? null)}`);
  }
  if (change.urgentSince !== undefined) sets.push(sql`urgent_since = ${instant(change.urgentSince)}`);
  return sets;
}

function routingSets(change: DeskChange, at: Date): SQL[] {
  const sets: SQL[] = [];
  const recommended = change.recommendedTrack;
  if (recommended) {
    sets.push(sql`recommended_track = ${recommended}::track`);
    sets.push(sql`routing_requested_at = case
      when recommended_track is distinct from ${recommended}::track and track < ${recommended}::track
      then coalesce(routing_requested_at, ${instant(at)}) else routing_requested_at end`);
    return sets;
  }
  if (change.routingRequestedAt === null) sets.push(sql`routing_requested_at = null`);
  else if (change.routingRequestedAt) {
    // whoever follows a case is told by its promises: only a case nobody follows waits for a decision
    sets.push(sql`routing_requested_at = case when referent_id is null
      then coalesce(routing_requested_at, ${instant(change.routingRequestedAt)}) else routing_requested_at end`);
  }
  return sets;
}

function presenceSets(change: DeskChange): SQL[] {
  const sets: SQL[] = [];
  if (change.questionnaireStartedAt) {
    sets.push(
      sql`questionnaire_started_at = coalesce(questionnaire_started_at, ${instant(change.questionnaireStartedAt)})`
    );
  }
  if (change.questionnaireDoneAt)
    sets.push(sql`questionnaire_done_at = ${instant(change.questionnaireDoneAt)}`);
  if (change.unread === 'debtor') sets.push(sql`unread_by_debtor = unread_by_debtor + 1`);
  if (change.unread === 'staff') sets.push(sql`unread_by_staff = unread_by_staff + 1`);
  if (change.seenAt) sets.push(sql`last_seen_at = ${instant(change.seenAt)}`);
  return sets;
}
