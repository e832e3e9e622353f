import type { Actor } from '$lib/access';
import type { ClaimSubject } from '$lib/aids';
import { remainingCents } from '$lib/cases';
import type { HomeFacts } from '$lib/home';
import { dayInZone, type CaseId, type Id, type LocalDate } from '$lib/kernel';
import type { ThreadLine } from '$lib/messaging';
import { buildSchedule, type PlanTerms, type Schedule } from '$lib/plans';
import { effectsInForce, type EffectCode } from '$lib/questionnaire';
import { selectOwnCaseHead, selectDebts, type OwnCaseHead, type DebtRecord } from '../cases';
import { selectDueReminders, withRights, type WithRight } from '../aids';
import { enter, type Transaction } from '../db';
import { selectNewestWords } from '../messaging';
import { agreedOnOf, owedFor, selectInstalments, selectLivePlan, type PlanRecord } from '../plans';
import { now } from '../platform/runtime';
import { selectOpenSignals } from '../questionnaire';
import { askedLine, type AskedLine } from './load-asked';
import { companionsOf, frameOf, type HomeFrame } from './load-frame';

/** All that the first page shows, the frame included: one transaction for both. */
export interface Home extends HomeFrame {
  readonly firstName: string;
  readonly facts: HomeFacts;
  readonly lines: readonly AskedLine[];
  /** Her plan that is not over, with the terms on the table. */
  readonly plan: {
    readonly id: Id<'plan'>;
    readonly terms: PlanTerms;
    readonly schedule: Schedule | null;
  } | null;
  readonly newestWords: ThreadLine | null;
  /** Aids whose claim she wanted to be reminded of, by today. */
  readonly reminders: readonly WithRight<{ readonly aid: ClaimSubject }>[];
  readonly signalsInForce: number;
  /** A person is being named: somebody asked for that decision. */
  readonly isBeingRouted: boolean;
}

/** Reads her first page. It writes nothing: opening it is neither a visit recorded nor an acknowledgement. */
export async function loadHome(actor: Actor, caseId: CaseId): Promise<Home> {
  const at = now();
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [head, debts, plan, signals, newestWords] = await Promise.all([
      selectOwnCaseHead(tx, caseId),
      selectDebts(tx, caseId),
      selectLivePlan(tx, caseId),
      selectOpenSignals(tx, caseId),
      selectNewestWords(tx, caseId)
    ]);
    const today = dayInZone(at, head.timeZone);
    const [companions, schedule, reminders] = await Promise.all([
      companionsOf(tx, head, today),
      plan ? scheduleOf(tx, caseId, plan, debts, today) : null,
      selectDueReminders(tx, caseId, today)
    ]);
    const inForce = effectsInForce(signals, today);
    const effects = inForce.map(({ effect }) => effect.code);
    const lines = debts.map((debt) => askedLine(debt, plan, effects, today));
    return {
      ...frameOf(head, signals, companions, at),
      firstName: head.firstName,
      facts: factsOf({ head, lines, plan, schedule, effects, today }),
      lines,
      plan: plan && { id: plan.id, terms: (plan.terms.counter ?? plan.terms.own).terms, schedule },
      newestWords,
      reminders: await withRights(reminders.map((aid) => ({ aid }))),
      signalsInForce: new Set(inForce.map(({ from }) => from)).size,
      isBeingRouted: head.routingRequestedAt !== null
    };
  });
}

/** The schedule of the terms on the table; with the instalments as kept once it is an agreement. */
async function scheduleOf(
  tx: Transaction,
  caseId: CaseId,
  plan: PlanRecord,
  debts: readonly DebtRecord[],
  today: LocalDate
): Promise<Schedule | null> {
  const agreedOn = agreedOnOf(plan);
  const owed = debts.map((debt) => ({ debtId: debt.id, owedCents: remainingCents(debt) }));
  const { terms } = plan.terms.counter ?? plan.terms.own;
  const built = buildSchedule(terms, owedFor(plan, owed), agreedOn ?? today);
  if (!built.ok) return null;
  const instalments = agreedOn && terms.kind !== 'rest' ? await selectInstalments(tx, caseId, plan.id) : [];
  return instalments.length > 0 ? { ...built.value, instalments } : built.value;
}

function factsOf(read: {
  readonly head: OwnCaseHead;
  readonly lines: readonly AskedLine[];
  readonly plan: PlanRecord | null;
  readonly schedule: Schedule | null;
  readonly effects: readonly EffectCode[];
  readonly today: LocalDate;
}): HomeFacts {
  const { head, plan, schedule, effects, today } = read;
  const isAgreed = plan?.state === 'accepted' || plan?.state === 'running' || plan?.state === 'adapted';
  const nextDue = isAgreed ? schedule?.instalments.find(({ dueOn }) => dueOn >= today) : undefined;
  return {
    today,
    effects,
    questionnaire: head.questionnaireDoneAt ? 'done' : head.questionnaireStartedAt ? 'begun' : 'not_begun',
    plan: plan?.state ?? null,
    nextDue: nextDue ? { dueOn: nextDue.dueOn, amountCents: nextDue.amountCents } : null,
    restUntilOn: (isAgreed && schedule?.restUntilOn) || null,
    unread: head.unreadByDebtor,
    mayPropose: read.lines.some(({ debt, card }) => debt.disputedAt === null && card.mayOfferPayment)
  };
}
