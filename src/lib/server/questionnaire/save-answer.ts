import type { Actor } from '$lib/access';
import { ok, type CaseId, type Cents, type LocalDate, type Result } from '$lib/kernel';
import {
  nextQuestion,
  questionAfter,
  recordAnswer,
  type Answers,
  type FlowContext,
  type NotReachable,
  type QuestionId,
  type Reply
} from '$lib/questionnaire';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { noteOnDesk } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { lockAnswers, selectLiveSignals, writeAnswers } from './questionnaire-repository';
import { writeReconciledSignals } from './write-reconciled-signals';

/** A reply to one question, already read from the form. */
export interface SaveAnswerInput {
  readonly questionId: QuestionId;
  readonly reply: Reply;
  /** The day it was given, on her own calendar: an answer kept offline keeps its day. */
  readonly answeredOn: LocalDate;
  readonly context?: FlowContext;
}

/**
 * What other domains decide and this one only applies: the protected floor (budget), and by when the referent owes
 * words about a signal raised now (contact policy: working days and hours of the place).
 */
export interface QuestionnaireRules {
  floorOf(answers: Answers): Cents | null;
  wordsDueAt(signalKind: string, at: Date): Date;
}

/** After a reply: where she goes on (null: to the list of her answers) and what the reply made stale. */
export interface SavedAnswer {
  readonly next: QuestionId | null;
  readonly removed: readonly QuestionId[];
}

/** Saves one reply, prunes what it makes stale, and lets her signals say what her answers say. */
export async function saveAnswer(
  actor: Actor,
  caseId: CaseId,
  input: SaveAnswerInput,
  rules: QuestionnaireRules,
  command?: Command
): Promise<Result<SavedAnswer, NotReachable | CommandReused>> {
  const at = now();
  return enter(actor, { permission: 'own_case.answer', caseId }, (tx) =>
    carryOutOnce(tx, caseId, command, at, async () => {
      // the signals are read under the lock of the answers, or a twin's would be raised twice
      const before = await lockAnswers(tx, caseId, at);
      const existing = await selectLiveSignals(tx, caseId);
      const time = { answeredAt: at.toISOString(), answeredOn: input.answeredOn };
      const recorded = recordAnswer(before, input.questionId, input.reply, time, input.context);
      if (!recorded.ok) return recorded;
      const { answers, removed } = recorded.value;
      const done = nextQuestion(answers, input.context) === null;
      await Promise.all([
        writeAnswers(tx, caseId, answers, at),
        writeReconciledSignals(tx, caseId, { answers, existing, rules, today: input.answeredOn, at }).then(
          (change) =>
            noteOnDesk(
              tx,
              caseId,
              { ...change, questionnaireStartedAt: at, ...(done && { questionnaireDoneAt: at }), seenAt: at },
              at
            )
        ),
        recordAudit(tx, actor, caseId, { action: 'questionnaire.answered' }, at)
      ]);
      return ok({ next: questionAfter(answers, input.questionId, input.context), removed });
    })
  );
}
