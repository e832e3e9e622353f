import type { Right } from '../catalogue/right';
import type { RightsContext } from '../catalogue/rights-context';
import { judgeRights } from '../catalogue/rights-for';
import type { Draft } from '../draft';
import type { Household } from '../household';
import { checkHousehold } from '../household-check';
import { Simulator } from '../simulation';
import type { ReferenceHousehold } from './compare-editions';
import type { Edition } from './edition';
import { NOT_HELD, changeBetween, held, type Holding, type HoldingChange } from './holding';
import { settledEstimates } from './settled-estimates';

/** A right around a change; null: was not there, or is no more. */
export interface RightSides {
  readonly before: Right | null;
  readonly after: Right | null;
}

/** What a change of a right does to one household. */
export interface RightHouseholdImpact {
  readonly id: string;
  readonly before: Holding;
  readonly after: Holding;
}

/** Who gains and who loses by a change of a right, and by how much; plain JSON. */
export interface RightImpact {
  readonly subject: 'right';
  /** The month compared, as year × 12 + month - 1. */
  readonly month: number;
  readonly households: number;
  /** How many may have it, before and after. */
  readonly before: number;
  readonly after: number;
  /** Who has it newly or is paid more, and who has it no more or is paid less. */
  readonly gain: number;
  readonly lose: number;
  /** Euros a month at most, over those of whom the sum is known; null where it is known of nobody. */
  readonly averageGain: number | null;
  readonly averageLoss: number | null;
  /** Households that change, the largest known sums first. */
  readonly largest: readonly RightHouseholdImpact[];
}

const MOST_SHOWN = 12;

/** A reference household as somebody who answered everything. */
function toldInFull({ adults, children, ...rest }: Household): Draft {
  const none = {
    net_salary: 0,
    unemployment_benefit: 0,
    retirement_pension: 0,
    invalidity_pension: 0,
    alimony_received: 0,
    alimony_paid: 0,
    disability_rate: 0,
    pregnant: false
  };
  return {
    ...rest,
    couple: adults.length === 2,
    adults: adults.map((adult) => ({ ...none, ...adult })),
    children: children.map((child) => ({ aeeh: false, ...child }))
  };
}

function anywhere({ scope: _, ...right }: Right): Right {
  return right;
}

function holdingOf(right: Right | null, draft: Draft, context: RightsContext): Holding {
  if (!right) return NOT_HELD;
  const { shown } = judgeRights([anywhere(right)], [], draft, {}, context);
  return shown.length > 0 ? held(right) : NOT_HELD;
}

function averageOf(changes: readonly HoldingChange[], side: HoldingChange['side']): number | null {
  const known = changes.flatMap((one) => (one.side === side && one.monthly !== null ? [one.monthly] : []));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/**
 * Holds a right, before and after a change, against households that owe money and live where it exists. Who may have
 * it has it here: of situations and arrears no household says anything, so they shut nobody out. `edition`:
 * the amounts of national aids conditions may ask for.
 */
export function compareRights(
  households: readonly ReferenceHousehold[],
  month: number,
  { before, after }: RightSides,
  edition: Edition
): RightImpact {
  const simulator = new Simulator(month, edition);
  const all = households.flatMap(({ id, input }): RightHouseholdImpact[] => {
    const checked = checkHousehold(input, month);
    if (!checked.ok) return [];
    const context = { month, estimates: settledEstimates(simulator, checked.value), inDebt: true };
    const draft = toldInFull(checked.value);
    return [{ id, before: holdingOf(before, draft, context), after: holdingOf(after, draft, context) }];
  });
  const changed = all
    .map((one) => ({ one, change: changeBetween(one.before, one.after) }))
    .filter(({ change }) => change.side !== 'same')
    .sort((a, b) => (b.change.monthly ?? 0) - (a.change.monthly ?? 0));
  const changes = changed.map(({ change }) => change);
  return {
    subject: 'right',
    month,
    households: all.length,
    before: all.filter((one) => one.before.has).length,
    after: all.filter((one) => one.after.has).length,
    gain: changes.filter(({ side }) => side === 'gains').length,
    lose: changes.filter(({ side }) => side === 'loses').length,
    averageGain: averageOf(changes, 'gains'),
    averageLoss: averageOf(changes, 'loses'),
    largest: changed.slice(0, MOST_SHOWN).map(({ one }) => one)
  };
}
