import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { CaseId, Id, LocalDate, StaffId, TeamId } from '$lib/kernel';
import type { SurveyOccasion } from '$lib/surveys';
import type { Transaction } from '../db';
import { surveyAnswers, surveyInvitations, surveyTokens } from '../db/schema/surveys';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

/** A survey link as kept. */
export interface SurveyLink {
  readonly tokenHash: string;
  readonly sealedCase: string;
  readonly teamId: TeamId;
  readonly referentId: StaffId | null;
  readonly occasion: SurveyOccasion;
  readonly expiresOn: string;
  readonly callBackAskedAt: Date | null;
}

/** An answer as kept; the comment is opened. */
export interface SurveyAnswer {
  readonly id: Id<'survey-answer'>;
  /** 1 to 4; null when she chose not to answer. */
  readonly score: number | null;
  readonly comment: string | null;
}

// no case in the context: nothing of an answer leads to a person
const COMMENT_CONTEXT = 'survey_answers.comment';

/** When a case was last asked; null when it never was. */
export async function selectLastInvitation(tx: Transaction, caseId: CaseId): Promise<Date | null> {
  const [row] = await tx
    .select({ at: surveyInvitations.invitedAt })
    .from(surveyInvitations)
    .where(eq(surveyInvitations.caseId, caseId))
    .orderBy(desc(surveyInvitations.invitedAt))
    .limit(1);
  return row?.at ?? null;
}

/** Keeps that a person was asked, and apart from it the link that was sent. */
export async function insertInvitation(
  tx: Transaction,
  caseId: CaseId,
  link: Omit<SurveyLink, 'callBackAskedAt'>,
  at: Date
): Promise<void> {
  await tx
    .insert(surveyInvitations)
    .values({ caseId, id: newId(at), occasion: link.occasion, invitedAt: at });
  const { tokenHash, sealedCase, teamId, referentId, occasion, expiresOn } = link;
  await tx
    .insert(surveyTokens)
    .values({ tokenHash, sealedWithToken: sealedCase, teamId, referentId, occasion, expiresOn });
}

/** The link of a hash; null when there is none. */
export async function selectLink(tx: Transaction, tokenHash: string): Promise<SurveyLink | null> {
  const [row] = await tx.select().from(surveyTokens).where(eq(surveyTokens.tokenHash, tokenHash));
  return row
    ? {
        tokenHash,
        sealedCase: row.sealedWithToken,
        teamId: row.teamId as TeamId,
        referentId: row.referentId as StaffId | null,
        occasion: row.occasion as SurveyOccasion,
        expiresOn: row.expiresOn,
        callBackAskedAt: row.callBackAskedAt
      }
    : null;
}

/** The answer given through a link; null when none was yet. */
export async function selectAnswer(tx: Transaction, tokenHash: string): Promise<SurveyAnswer | null> {
  const [row] = await tx.select().from(surveyAnswers).where(eq(surveyAnswers.tokenHash, tokenHash));
  return row
    ? {
        id: row.id as Id<'survey-answer'>,
        score: row.score,
        comment: row.commentSealed === null ? null : vault().open(row.commentSealed, COMMENT_CONTEXT)
      }
    : null;
}

/** Writes an answer, or changes the one given through the same link. */
export async function writeAnswer(
  tx: Transaction,
  link: SurveyLink,
  answer: { readonly score: number | null; readonly comment?: string | null },
  answeredOn: LocalDate,
  id: Id<'survey-answer'>
): Promise<void> {
  const { tokenHash, teamId, referentId } = link;
  const commentSealed = answer.comment ? vault().seal(answer.comment, COMMENT_CONTEXT) : null;
  await tx
    .insert(surveyAnswers)
    .values({ id, tokenHash, teamId, referentId, score: answer.score, commentSealed, answeredOn })
    .onConflictDoUpdate({
      target: surveyAnswers.tokenHash,
      set: { score: answer.score, ...(answer.comment !== undefined && { commentSealed }) }
    });
}

/** Notes that a call was asked for through a link; false when it was already. */
export async function markCallBack(tx: Transaction, tokenHash: string, at: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    update survey_tokens set call_back_asked_at = ${at.toISOString()}::timestamptz
    where token_hash = ${tokenHash} and call_back_asked_at is null returning token_hash`);
  return rows.length === 1;
}

/** Scores given to a team since a day, with the day of each. */
export async function selectScores(
  tx: Transaction,
  teamId: TeamId,
  since: LocalDate
): Promise<readonly { readonly score: number; readonly answeredOn: string }[]> {
  const rows = await tx
    .select({ score: surveyAnswers.score, answeredOn: surveyAnswers.answeredOn })
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.teamId, teamId), gte(surveyAnswers.answeredOn, since)));
  return rows.filter((row): row is { score: number; answeredOn: string } => row.score !== null);
}

/** How many gave one score in one month. */
export interface MonthlyScore {
  /** The first day of the month, `YYYY-MM-DD`. */
  readonly month: string;
  readonly score: number;
  readonly count: number;
}

/** Answers to a team before a day, counted by month and score; those who chose not to answer are left out. */
export async function selectMonthlyScores(
  tx: Transaction,
  teamId: TeamId,
  before: LocalDate
): Promise<readonly MonthlyScore[]> {
  return tx.execute<MonthlyScore & Record<string, unknown>>(sql`
    select to_char(date_trunc('month', answered_on), 'YYYY-MM-DD') as month, score, count(*)::int as count
    from survey_answers
    where team_id = ${teamId} and answered_on < ${before}::date and score is not null
    group by 1, 2`);
}
