import { cents, ok, refused, type Cents, type LocalDate, type Result } from '$lib/kernel';
import type { LeftToLive } from '$lib/budget';
import { highestInstalment } from './months';
import type { PlanTerms } from './proposal';
import type { Rhythm } from './rhythm';
import { buildSchedule, type Schedule } from './schedule';

/** Amounts proposed to her are whole multiples of 5 €, and never under 5 €. */
export const STEP_CENTS = cents(500);

/** What a smaller plan starts from. */
export interface MissedPlan {
  /** What is still owed today, all payments counted. */
  readonly leftCents: Cents;
  /** The instalment agreed until now. */
  readonly instalmentCents: Cents;
  readonly rhythm: Rhythm;
  readonly leftToLive: LeftToLive;
  readonly floorCents: Cents;
  readonly today: LocalDate;
}

/** No smaller plan can be built; a rest, a symbolic plan and the referent stay open. */
export interface NoSmallerPlan {
  readonly code: 'no_smaller_plan';
  readonly instalmentCents: Cents;
  /** The most she could pay and keep the floor; null when what is left is unknown. */
  readonly highestCents: Cents | null;
}

/** A smaller plan, ready to be shown. It starts only if she says yes. */
export interface SmallerPlan {
  readonly terms: Extract<PlanTerms, { kind: 'instalments' }>;
  readonly schedule: Schedule;
}

/**
 * After a missed instalment: half of what was agreed, in steps of 5 €, and never above what the floor allows.
 * When half would last too long, the smallest step that ends in time, as long as it is smaller than before.
 * Nothing is cancelled and nothing rises: without an answer from her, the plan stays as it is.
 */
export function proposeSmaller(plan: MissedPlan): Result<SmallerPlan, NoSmallerPlan> {
  const highestCents = highestInstalment(plan.leftToLive, plan.floorCents, plan.rhythm);
  const allowed = Math.min(plan.instalmentCents - 1, highestCents ?? Infinity);
  const half = Math.max(STEP_CENTS, stepUnder(plan.instalmentCents / 2));
  const start = Math.min(half, stepUnder(allowed));
  for (let amount = start; amount >= STEP_CENTS && amount <= allowed; amount += STEP_CENTS) {
    const terms = { kind: 'instalments', instalmentCents: cents(amount), rhythm: plan.rhythm } as const;
    const schedule = buildSchedule(terms, plan.leftCents, plan.today);
    // the last one may take with it what is too little to stand alone
    const rises = schedule.ok && schedule.value.instalments.some((one) => one.amountCents > allowed);
    if (schedule.ok && !rises) return ok({ terms, schedule: schedule.value });
  }
  return refused({ code: 'no_smaller_plan', instalmentCents: plan.instalmentCents, highestCents });
}

function stepUnder(amount: number): number {
  return Math.floor(amount / STEP_CENTS) * STEP_CENTS;
}
