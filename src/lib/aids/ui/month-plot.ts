import { draftOf, ownIncome, type KeptAnswers, type Outcome } from '$lib/aids';
import { householdOf, protectedFloor } from '$lib/budget';
import type { FloorMonth } from '$lib/budget/ui/floor-geometry';
import { m } from '$lib/i18n';
import { ZERO_CENTS, fromEuros, type Cents } from '$lib/kernel';
import { roundEuros } from './amount-words';
import type { Surroundings } from './surroundings';

/** The month before and after, ready to draw. */
export interface MonthPlot {
  readonly months: readonly FloorMonth[];
  readonly floorCents: Cents;
  readonly finding: string;
  /** What the drawing leaves out. */
  readonly note: string;
}

const MONTH_SHARE = { month: 1, year: 1 / 12, once: 0, cover: 0 } as const;

/** Her month today and with the aids to claim; null while income or charges are unknown, or when nothing changes. */
export function monthPlot(kept: KeptAnswers, outcome: Outcome, around: Surroundings): MonthPlot | null {
  const draft = draftOf(kept);
  const { household, held, automatic, monthly } = outcome;
  const isIncomeKnown = draft.adults[0]?.net_salary !== undefined;
  if (!isIncomeKnown || Math.round(monthly.usual) <= 0) return null;
  const received = [...held, ...automatic].reduce((sum, aid) => sum + aid.usual * MONTH_SHARE[aid.rhythm], 0);
  const today = Math.max(ownIncome(household), 0) + received;
  const rent = draft.housing?.rent;
  const charges =
    around.leftOverCents === null ? (rent ?? 0) : Math.max(today - around.leftOverCents / 100, 0);
  const people = householdOf(household.adults.length, household.children.length);
  const floor = people.ok ? protectedFloor(people.value, around.today) : people;
  if (!floor.ok) return null;
  const month = (label: string, income: number): FloorMonth => ({
    label,
    incomeCents: fromEuros(income),
    chargesCents: fromEuros(charges),
    planCents: ZERO_CENTS
  });
  const after = today + monthly.usual;
  return {
    months: [month(m.aids_plot_today(), today), month(m.aids_plot_with(), after)],
    floorCents: floor.value.amountCents,
    finding: m.aids_plot_finding({ before: roundEuros(today - charges), after: roundEuros(after - charges) }),
    note: around.leftOverCents === null ? m.aids_plot_only_rent() : ''
  };
}
