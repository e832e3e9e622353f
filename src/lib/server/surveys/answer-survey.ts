import { systemActor } from '$lib/access';
import type { ContactPolicy } from '$lib/contact-policy';
import { dayInZone, ok, refused, type Refusal, type CaseId, type Result } from '$lib/kernel';
import type { SystemLine } from '$lib/messaging';
import { answerOfScore, scoreOf, type SatisfactionAnswer, type SurveyOccasion } from '$lib/surveys';
import { recordAudit } from '../audit';
import { noteOnDesk } from '../cases';
import {
  callBackOf,
  loadContactSituation,
  mayOfferCall,
  promiseReply,
  type CallBack,
  type ContactSituation
} from '../contact-policy';
import { enter, type Transaction } from '../db';
import { addSystemLine, insertLine } from '../messaging';
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

/** How she is called back about her answer; `in_words`: no call is offered, she is written to. */
export type SurveyCallBack = Exclude<CallBack, 'not_here'> | 'in_words';

/** What the page of a link shows. */
export interface OpenSurvey {
  readonly occasion: SurveyOccasion;
  /** Given before through this link; null when not yet, `declined` when she chose not to answer. */
  readonly given: SatisfactionAnswer | 'declined' | null;
  readonly comment: string | null;
  readonly callBackAsked: boolean;
  /** How she is answered when she asks for it, and what may be promised of that. */
  readonly callBack: SurveyCallBack;
  readonly policy: ContactPolicy;
}

// nobody is signed in: holding the link is the right to answer, and the case is touched only when she asks to be called
const SURVEY = systemActor('survey');

/** Reads where a survey stands. Opening the page changes nothing. */
export async function openSurvey(secret: string): Promise<Result<OpenSurvey, LinkOver>> {
  return withLink(secret, async (tx, link) => {
    const [answer, situation] = await Promise.all([
      selectAnswer(tx, link.tokenHash),
      loadContactSituation(tx, caseBehind(secret, link.sealedCase), now())
    ]);
    return ok({
      occasion: link.occasion,
      given: answer === null ? null : answer.score === null ? 'declined' : answerOfScore(answer.score),
      comment: answer?.comment ?? null,
      callBackAsked: link.callBackAskedAt !== null,
      callBack: wayBack(situation),
      policy: situation.policy
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
 * case: her referent is told that she wishes a call, with the words she wrote beside it, not which answer she chose.
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
    const caseId = caseBehind(secret, link.sealedCase);
    const isAsked = input.callBack && (await markCallBack(tx, link.tokenHash, at));
    if (isAsked) await askForCall(tx, caseId, at);
    // she put her name under this answer: what she writes later beside it is hers to tell too
    const isNewToReferent = isAsked || (link.callBackAskedAt !== null && comment !== answer?.comment);
    if (isNewToReferent && comment !== '') await tellHerWords(tx, caseId, comment, at);
    return ok({ callBack: input.callBack });
  });
}

const LINES: Readonly<Record<SurveyCallBack, SystemLine>> = {
  her_times: 'survey_call_asked',
  office_hours: 'survey_call_asked',
  no_number: 'survey_call_no_number',
  in_words: 'survey_words_asked'
};

function wayBack(situation: ContactSituation): SurveyCallBack {
  const callBack = callBackOf(situation);
  return callBack === 'not_here' || !mayOfferCall(situation) ? 'in_words' : callBack;
}

async function askForCall(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  const line = LINES[wayBack(await loadContactSituation(tx, caseId, at))];
  await addSystemLine(tx, caseId, line, at);
  await waitForReply(tx, caseId, at);
  const action = line === 'survey_words_asked' ? 'survey.words_asked' : 'survey.call_back_asked';
  await recordAudit(tx, SURVEY, caseId, { action }, at);
}

async function tellHerWords(tx: Transaction, caseId: CaseId, body: string, at: Date): Promise<void> {
  const id = newId<'message'>(at);
  await insertLine(tx, caseId, { id, author: 'debtor', staffId: null, authorName: '', body, sentAt: at });
  await waitForReply(tx, caseId, at);
  await recordAudit(tx, SURVEY, caseId, { action: 'message.posted', detail: { messageId: id } }, at);
}

async function waitForReply(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  const { by } = promiseReply(at);
  await noteOnDesk(tx, caseId, { replyPromisedBy: by, unread: 'staff', routingRequestedAt: at }, at);
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
