import { systemActor } from '$lib/access';
import { dayInZone, ok, refused, type Refusal, type Result } from '$lib/kernel';
import { answerOfScore, scoreOf, type SatisfactionAnswer, type SurveyOccasion } from '$lib/surveys';
import { recordAudit } from '../audit';
import { noteOnDesk } from '../cases';
import { promiseReply } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';
import { markCallBack, selectAnswer, selectLink, writeAnswer, type SurveyLink } from './survey-repository';
import { caseBehind, hashOfSecret } from './survey-token';

/** Longest comment, in characters. */
export const MAX_COMMENT = 1000;

/** The link is unknown or its time is over. */
export interface LinkOver extends Refusal {
  readonly code: 'link_over';
}

/** The comment cannot be kept. */
export interface CommentTooLong extends Refusal {
  readonly code: 'comment_too_long';
  readonly maximum: number;
}

/** What the page of a link shows. */
export interface OpenSurvey {
  readonly occasion: SurveyOccasion;
  /** Given before through this link; null when not yet, `declined` when she chose not to answer. */
  readonly given: SatisfactionAnswer | 'declined' | null;
  readonly comment: string | null;
  readonly callBackAsked: boolean;
}

// nobody is signed in: holding the link is the right to answer, and the case is not touched
const SURVEY = systemActor('survey');

/** Reads where a survey stands. Opening the page changes nothing. */
export async function openSurvey(secret: string): Promise<Result<OpenSurvey, LinkOver>> {
  return withLink(secret, async (tx, link) => {
    const answer = await selectAnswer(tx, link.tokenHash);
    return ok({
      occasion: link.occasion,
      given: answer === null ? null : answer.score === null ? 'declined' : answerOfScore(answer.score),
      comment: answer?.comment ?? null,
      callBackAsked: link.callBackAskedAt !== null
    });
  });
}

/** Keeps her answer; one a link, which she may change while the link works. `declined` is an answer too. */
export async function answerSurvey(
  secret: string,
  given: SatisfactionAnswer | 'declined'
): Promise<Result<null, LinkOver>> {
  const at = now();
  return withLink(secret, async (tx, link) => {
    const score = given === 'declined' ? null : scoreOf(given);
    await writeAnswer(tx, link, { score }, dayInZone(at, 'Europe/Paris'), newId(at));
    return ok(null);
  });
}

/**
 * Adds words to an answer, and a call if she wants one. Asking to be called is the only thing that leads back to her
 * case: her referent is told that she wishes a call, not what she answered.
 */
export async function completeSurvey(
  secret: string,
  input: { readonly comment: string; readonly callBack: boolean }
): Promise<Result<{ readonly callBack: boolean }, LinkOver | CommentTooLong>> {
  const comment = input.comment.trim();
  if (comment.length > MAX_COMMENT) return refused({ code: 'comment_too_long', maximum: MAX_COMMENT });
  const at = now();
  return withLink(secret, async (tx, link) => {
    const answer = await selectAnswer(tx, link.tokenHash);
    const score = answer?.score ?? null;
    await writeAnswer(
      tx,
      link,
      { score, comment: comment || null },
      dayInZone(at, 'Europe/Paris'),
      newId(at)
    );
    if (input.callBack && (await markCallBack(tx, link.tokenHash, at)))
      await askForCall(tx, secret, link, at);
    return ok({ callBack: input.callBack });
  });
}

async function askForCall(tx: Transaction, secret: string, link: SurveyLink, at: Date): Promise<void> {
  const caseId = caseBehind(secret, link.sealedCase);
  const { by } = promiseReply(at);
  await noteOnDesk(tx, caseId, { replyPromisedBy: by, unread: 'staff' }, at);
  await recordAudit(tx, SURVEY, caseId, { action: 'survey.call_back_asked' }, at);
}

async function withLink<T, R extends Refusal>(
  secret: string,
  work: (tx: Transaction, link: SurveyLink) => Promise<Result<T, R>>
): Promise<Result<T, R | LinkOver>> {
  const today = dayInZone(now(), 'Europe/Paris');
  return enter(SURVEY, { permission: 'system.survey' }, async (tx): Promise<Result<T, R | LinkOver>> => {
    const link = await selectLink(tx, hashOfSecret(secret));
    if (!link || link.expiresOn < today) return refused({ code: 'link_over' });
    return work(tx, link);
  });
}
