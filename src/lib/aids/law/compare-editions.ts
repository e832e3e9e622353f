import { AIDS, monthlyShare, type AidKey, type AidRhythm } from '../aids';
import type { Household } from '../household';
import { checkHousehold } from '../household-check';
import { Simulator } from '../simulation';
import type { Edition } from './edition';

/** A household a change is shown against. */
export interface ReferenceHousehold {
  readonly id: string;
  readonly input: Household;
}

/** What a change does to one aid, over the households. Amounts are euros of the aid's own rhythm. */
export interface AidImpact {
  readonly aid: AidKey;
  readonly rhythm: AidRhythm;
  readonly gain: number;
  readonly lose: number;
  readonly mostGained: number;
  readonly mostLost: number;
}

/** What a change does to one household, over all aids: euros a month on average. */
export interface HouseholdImpact {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

/** Who gains and who loses by a change, and by how much; plain JSON. */
export interface LawImpact {
  /** The month compared, as year × 12 + month - 1. */
  readonly month: number;
  readonly households: number;
  readonly gain: number;
  readonly lose: number;
  /** Euros a month, over those who gain, and over those who lose (positive). */
  readonly averageGain: number;
  readonly averageLoss: number;
  /** Only aids that change for somebody. */
  readonly aids: readonly AidImpact[];
  /** Households that change, the largest change first. */
  readonly largest: readonly HouseholdImpact[];
}

const CENT = 0.005;
const MOST_SHOWN = 12;

interface Both {
  readonly id: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Every aid of a household in one edition, to the cent, in the order of AIDS. */
function aidsOf(simulator: Simulator, household: Household): readonly number[] {
  const evaluation = simulator.settle(household);
  return AIDS.map((aid) => Math.round(aid.read(evaluation) * 100) / 100);
}

function monthly(values: readonly number[]): number {
  return AIDS.reduce((sum, aid, place) => sum + monthlyShare(aid, values[place] as number), 0);
}

function impactOn(place: number, all: readonly Both[]): AidImpact {
  const { key, rhythm } = AIDS[place] as (typeof AIDS)[number];
  const changes = all.map(({ before, after }) => (after[place] as number) - (before[place] as number));
  return {
    aid: key,
    rhythm,
    gain: changes.filter((change) => change > CENT).length,
    lose: changes.filter((change) => change < -CENT).length,
    mostGained: Math.max(0, ...changes),
    mostLost: Math.max(0, ...changes.map((change) => -change))
  };
}

const average = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Computes households in both editions for one month, and says who gains and who loses. */
export function compareEditions(
  households: readonly ReferenceHousehold[],
  month: number,
  before: Edition,
  after: Edition
): LawImpact {
  const [old, fresh] = [new Simulator(month, before), new Simulator(month, after)];
  const all = households.flatMap(({ id, input }): Both[] => {
    const checked = checkHousehold(input, month);
    if (!checked.ok) return [];
    return [{ id, before: aidsOf(old, checked.value), after: aidsOf(fresh, checked.value) }];
  });
  const sums = all.map((one) => ({ id: one.id, before: monthly(one.before), after: monthly(one.after) }));
  const changes = sums.map((sum) => sum.after - sum.before);
  const gains = changes.filter((change) => change > CENT);
  const losses = changes.filter((change) => change < -CENT).map((change) => -change);
  const size = ({ before: from, after: to }: HouseholdImpact) => Math.abs(to - from);
  return {
    month,
    households: all.length,
    gain: gains.length,
    lose: losses.length,
    averageGain: average(gains),
    averageLoss: average(losses),
    aids: AIDS.map((_, place) => impactOn(place, all)).filter(({ gain, lose }) => gain + lose > 0),
    largest: sums
      .filter((sum) => size(sum) > CENT)
      .sort((a, b) => size(b) - size(a))
      .slice(0, MOST_SHOWN)
  };
}
