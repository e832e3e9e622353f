import { ok, refused, type Result } from '$lib/kernel';
import { saysTheSame, withoutAnswers, type Answers, type Entry, type Reply, type ReplyTime } from './answers';
import { isReachable, type FlowContext } from './flow';
import { pruneStaleAnswers, type Pruned } from './prune';
import type { QuestionId } from './question';
import { QUESTIONS, QUESTIONS_IN_ORDER } from './questions';
import { mayBeRenewed } from './signals/definitions';

/** A reply to a question that is not on the person's way. */
export interface NotReachable {
  readonly code: 'question_not_reachable';
  readonly questionId: QuestionId;
}

/**
 * Writes a reply, then prunes what it makes stale. Sending the same reply again keeps the first one and its
 * date, so walking back through the pages neither extends a signal nor brings back one she removed; once the
 * signal's time is over, the same reply is a new one.
 */
export function recordAnswer(
  answers: Answers,
  id: QuestionId,
  reply: Reply,
  time: ReplyTime,
  context: FlowContext = {}
): Result<Pruned, NotReachable> {
  if (!isReachable(answers, id, context)) return refused({ code: 'question_not_reachable', questionId: id });
  const current = answers.entries[id];
  if (current && saysTheSame(current, reply) && !isRenewed(id, current, time))
    return ok({ answers, removed: [] });
  const { answeredAt, answeredOn } = time;
  const entry: Entry = { ...reply, answeredAt, answeredOn };
  // a follow-up (a consent) was given for the former answer: it does not carry over to another
  const base = withoutAnswers(answers, followUpsOf(id));
  return ok(pruneStaleAnswers({ ...base, entries: { ...base.entries, [id]: entry } }));
}

function followUpsOf(id: QuestionId): readonly QuestionId[] {
  return QUESTIONS_IN_ORDER.filter(
    (question) => question.isFollowUp && question.askedOnlyWhen?.question === id
  ).map((question) => question.id);
}

function isRenewed(id: QuestionId, current: Entry, time: ReplyTime): boolean {
  const { feeds } = QUESTIONS[id];
  return feeds !== null && mayBeRenewed(feeds, current.answeredOn, time.answeredOn);
}
