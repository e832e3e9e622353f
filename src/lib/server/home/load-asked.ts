import type { Actor } from '$lib/access';
import { honestyCard, remainingCents, type HonestyCard } from '$lib/cases';
import { debtState, type DebtState } from '$lib/home';
import { dayInZone, type CaseId, type Cents, type LocalDate } from '$lib/kernel';
import { effectsInForce, type EffectCode } from '$lib/questionnaire';
import { debtsOf, ownCaseHead, type DebtRecord, type OwnCaseHead } from '../cases';
import { look } from '../db';
import { livePlan, type PlanRecord } from '../plans';
import { now } from '../platform/runtime';
import { openSignals } from '../questionnaire';

/** One line of what is asked, with all she has a right to know about it. */
export interface AskedLine {
  readonly debt: DebtRecord;
  readonly card: HonestyCard;
  readonly remainingCents: Cents;
  readonly state: DebtState;
}

/** What is asked of her, line by line. */
export interface Asked {
  /** The reference of her case, as on her letters. */
  readonly reference: string;
  readonly lines: readonly AskedLine[];
  readonly effects: readonly EffectCode[];
  /** Her case is over: nothing is asked any more. */
  readonly isOver: boolean;
  readonly today: LocalDate;
  readonly timeZone: string;
}

/** Reads what is asked of her. Writes nothing: reading is never an acknowledgement (2240 C. civ.). */
export async function loadAsked(actor: Actor, caseId: CaseId): Promise<Asked> {
  const at = now();
  const [head, debts, plan, signals] = await look(actor, { permission: 'own_case.read', caseId }, [
    ownCaseHead(caseId),
    debtsOf(caseId),
    livePlan(caseId),
    openSignals(caseId)
  ]);
  const today = dayInZone(at, head.timeZone);
  const effects = effectsInForce(signals, today).map(({ effect }) => effect.code);
  return {
    reference: head.reference,
    lines: debts.map((debt) => askedLine(debt, { head, plan, effects, today })),
    effects,
    isOver: head.closedAt !== null,
    today,
    timeZone: head.timeZone
  };
}

/** One line, with its card and its one state. */
export function askedLine(
  debt: DebtRecord,
  around: {
    readonly head: Pick<OwnCaseHead, 'closedAt'>;
    readonly plan: PlanRecord | null;
    readonly effects: readonly EffectCode[];
    readonly today: LocalDate;
  }
): AskedLine {
  const { head, plan, effects, today } = around;
  const card = honestyCard(debt, today);
  const isCovered = plan !== null && plan.terms.own.debtIds.includes(debt.id);
  return {
    debt,
    card,
    remainingCents: remainingCents(debt),
    state: debtState({
      caseClosed: head.closedAt !== null,
      paymentsStopped: effects.includes('payment_asks_stop'),
      disputed: debt.disputedAt !== null,
      holds: card.holds,
      plan: isCovered ? plan.state : null
    })
  };
}
