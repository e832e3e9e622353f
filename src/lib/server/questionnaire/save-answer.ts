import type { Actor } from '$lib/access';
import { dayInZone, ok, refused, type CaseId, type LocalDate, type Refusal, type Result } from '$lib/kernel';
import {
  nextQuestion,
  questionAfter,
  recordAnswer,
  saysTheSame,
  type Answers,
  type Entry,
  type FlowContext,
  type NotReachable,
  type QuestionId,
  type Reply
} from '$lib/questionnaire';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { noteOnDesk, ownCaseHead } from '../cases';
import { enter, read, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { beginAnswers, holdAnswers, writeAnswers } from './answers-repository';
import { selectLiveSignals } from './signals-repository';
import type { QuestionnaireRules } from './questionnaire-rules';
import { writeReconciledSignals } from './write-reconciled-signals';

/** A reply to one question, already read from the form. */
export interface SaveAnswerInput {
  readonly questionId: QuestionId;
  readonly reply: Reply;
  /** When she gave it, if not now: an answer kept on an offline phone keeps its day. */
  readonly givenAt?: Date;
  /** The day she gave it on her own calendar; read from the clock of her place when absent. */
  readonly answeredOn?: LocalDate;
  /**
   * The `answeredAt` of the answer she saw when she gave this one, null when the question was blank. When it is
   * another answer by now, nothing is written and she is shown it. Absent: not looked at.
   */
  readonly basedOn?: string | null;
}

/** After a reply: where she goes on (null: to the list of her answers) and what the reply made stale. */
export interface SavedAnswer {
  readonly next: QuestionId | null;
  /** The first question on her way that she has not seen yet; null when there is none. */
  readonly unseen: QuestionId | null;
  readonly removed: readonly QuestionId[];
}

/** Another device answered meanwhile, and otherwise: `entry`. */
export interface AnsweredElsewhere extends Refusal {
  readonly code: 'answered_elsewhere';
  readonly entry: Entry;
}

/** Saves one reply, prunes what it makes stale, and lets her signals say what her answers say. */
export async function saveAnswer(
  actor: Actor,
  caseId: CaseId,
  input: SaveAnswerInput,
  rules: QuestionnaireRules,
  command?: Command
): Promise<Result<SavedAnswer, NotReachable | AnsweredElsewhere | CommandReused>> {
  const at = now();
  const { questionId, reply } = input;
  const asked = { act: 'saveAnswer', command };
  return enter(actor, { permission: 'own_case.answer', caseId }, (tx) =>
    carryOutOnce<SavedAnswer, NotReachable | AnsweredElsewhere>(tx, caseId, asked, at, async () => {
      const { before, head, existing } = await readUnderLock(tx, caseId, at);
      const context: FlowContext = { helperPresent: head.identity === 'helped' };
      const answeredOn = input.answeredOn ?? dayInZone(input.givenAt ?? at, head.timeZone);
      const time = { answeredAt: at.toISOString(), answeredOn };
      const recorded = recordAnswer(before, questionId, reply, time, context);
      if (!recorded.ok) return recorded;
      const elsewhere = answeredElsewhere(before, input);
      if (elsewhere) return refused(elsewhere);
      const { answers, removed } = recorded.value;
      const unseen = nextQuestion(answers, context);
      await Promise.all([
        writeAnswers(tx, caseId, answers, at),
        writeReconciledSignals(tx, caseId, { answers, existing, rules, today: answeredOn, at }).then(
          (change) => noteOnDesk(tx, caseId, { ...change, ...presence(unseen, at) }, at)
        ),
        recordAudit(tx, actor, caseId, { action: 'questionnaire.answered' }, at)
      ]);
      return ok({ next: questionAfter(answers, questionId, context), unseen, removed });
    })
  );
}

/**
 * Her answers, held, and what goes with them. The signals must be read under the lock, or a twin's would be raised
 * twice: one connection answers in order, so those sent behind the lock see what was written before it was had. The
 * first answer of all has nothing to hold yet, and they are read again.
 */
async function readUnderLock(tx: Transaction, caseId: CaseId, at: Date) {
  const [held, head, signals] = await Promise.all([
    holdAnswers(tx, caseId),
    read(tx, ownCaseHead(caseId)),
    selectLiveSignals(tx, caseId)
  ]);
  if (held) return { before: held, head, existing: signals };
  const before = await beginAnswers(tx, caseId, at);
  return { before, head, existing: await selectLiveSignals(tx, caseId) };
}

function answeredElsewhere(
  answers: Answers,
  { questionId, reply, basedOn }: SaveAnswerInput
): AnsweredElsewhere | null {
  const entry = answers.entries[questionId];
  if (!entry || basedOn === undefined || basedOn === entry.answeredAt) return null;
  return saysTheSame(entry, reply) ? null : { code: 'answered_elsewhere', entry };
}

function presence(unseen: QuestionId | null, at: Date) {
  return { questionnaireStartedAt: at, ...(unseen === null && { questionnaireDoneAt: at }), seenAt: at };
}
