import { householdFromAnswer, leftToLive, protectedFloor, type ProtectedFloor } from '$lib/budget';
import { limitationStatus, readPostcode, remainingCents, timeZoneOfPostcode } from '$lib/cases';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import {
  DEFAULT_CREDITOR_RULES,
  type CreditorRules,
  type ProposalContext,
  type ProposedDebt
} from '$lib/plans';
import { effectsInForce, valueOf } from '$lib/questionnaire';
import { selectContactBasis, selectDebts, type ContactBasis, type DebtRecord } from '../cases';
import type { Transaction } from '../db';
import { selectAnswers, selectLiveSignals } from '../questionnaire';

/** What a proposal is judged on, with what a screen shows beside it. */
export interface PlanSituation {
  readonly context: ProposalContext;
  readonly debts: readonly DebtRecord[];
  readonly floor: ProtectedFloor;
  readonly basis: ContactBasis;
  /** Her own clock. */
  readonly timeZone: string;
}

/** Reads what decides about a proposal: debts, what she says is left, the floor of her household, her signals. */
export async function loadPlanSituation(tx: Transaction, caseId: CaseId, at: Date): Promise<PlanSituation> {
  const [basis, debts, answers, signals] = await Promise.all([
    selectContactBasis(tx, caseId),
    selectDebts(tx, caseId),
    selectAnswers(tx, caseId),
    selectLiveSignals(tx, caseId)
  ]);
  const postcode = readPostcode(basis.postcode);
  const timeZone = postcode ? timeZoneOfPostcode(postcode) : 'Europe/Paris';
  const today = dayInZone(at, timeZone);
  const household = valueOf(answers, 'household');
  const floor = protectedFloor(
    householdFromAnswer(household?.kind === 'household' ? household : null),
    today
  );
  if (!floor.ok) throw new Error(`No protected floor on ${today}`);
  const left = valueOf(answers, 'left_over');
  const effects = effectsInForce(
    signals.filter((row) => row.endedWhy === null).map((row) => row.signal),
    today
  );
  const inForce = effects.map(({ effect }) => effect.code);
  return {
    basis,
    timeZone,
    debts,
    floor: floor.value,
    context: {
      debts: debts.map((debt) => proposedDebt(debt, today)),
      leftToLive: leftToLive(left?.kind === 'left_over' ? left : null),
      floorCents: floor.value.amountCents,
      effectsInForce: inForce,
      today
    }
  };
}

function proposedDebt(debt: DebtRecord, today: LocalDate): ProposedDebt {
  return {
    debtId: debt.id,
    owedCents: remainingCents(debt),
    limitation: limitationStatus(debt.kind, debt.firstUnpaidOn, today).status,
    limitationReview: debt.limitationReview,
    disputed: debt.disputedAt !== null,
    rules: (debt.planRules as CreditorRules | null) ?? DEFAULT_CREDITOR_RULES
  };
}
