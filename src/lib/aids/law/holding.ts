import { monthlyWorth, type Right } from '../catalogue/right';

/** What a right is to one household. */
export interface Holding {
  readonly has: boolean;
  /** Euros a month at most; null where it is not known, or she does not have it. */
  readonly monthly: number | null;
}

/** No such right. */
export const NOT_HELD: Holding = { has: false, monthly: null };

/** A right that is hers. */
export function held(right: Right): Holding {
  return { has: true, monthly: monthlyWorth(right) };
}

/** What a change of a right is to one household. */
export interface HoldingChange {
  readonly side: 'gains' | 'loses' | 'same';
  /** Euros a month, positive; null where it is not known. */
  readonly monthly: number | null;
}

const SAME: HoldingChange = { side: 'same', monthly: 0 };
const CENT = 0.005;

/** Who has it newly gains, who has it no more loses; who keeps it, by the sums where both are known. */
export function changeBetween(before: Holding, after: Holding): HoldingChange {
  if (before.has !== after.has)
    return after.has ? { side: 'gains', monthly: after.monthly } : { side: 'loses', monthly: before.monthly };
  if (before.monthly === null || after.monthly === null) return SAME;
  const more = after.monthly - before.monthly;
  if (Math.abs(more) < CENT) return SAME;
  return { side: more > 0 ? 'gains' : 'loses', monthly: Math.abs(more) };
}
