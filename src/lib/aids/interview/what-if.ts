import { AIDS, monthlyShare, type AidKey } from '../aids';
import type { Adult, Household } from '../household';
import { Settler } from '../settling';

/** Something that may happen to the household. Amounts are euros a month. */
export type Event =
  | { readonly kind: 'job'; readonly netSalary: number }
  | { readonly kind: 'separation' }
  | { readonly kind: 'birth' }
  | { readonly kind: 'move'; readonly rent: number; readonly zone: 1 | 2 | 3 };

/** The household after the event. */
export function householdAfter(household: Household, event: Event): Household {
  const [first, ...others] = household.adults as [Adult, ...Adult[]];
  switch (event.kind) {
    case 'job': {
      const worker: Adult = {
        ...first,
        activity: 'employed',
        net_salary: event.netSalary,
        unemployment_benefit: 0
      };
      return { ...household, adults: [worker, ...others] };
    }
    case 'separation':
      return { ...household, adults: [first], recently_separated: true };
    case 'birth':
      return {
        ...household,
        adults: household.adults.map((adult) => ({ ...adult, pregnant: false })),
        children: [...household.children, { age: 0 }]
      };
    case 'move':
      return { ...household, housing: { ...household.housing, rent: event.rent, zone: event.zone } };
  }
}

/** An aid before and after, euros a month on average. */
export interface ChangedAid {
  readonly key: AidKey;
  readonly before: number;
  readonly after: number;
}

/** A month before and after an event: own income, all aids, and those that change. */
export interface Comparison {
  readonly ownBefore: number;
  readonly ownAfter: number;
  readonly aidsBefore: number;
  readonly aidsAfter: number;
  readonly changed: readonly ChangedAid[];
}

const INCOMES = [
  'net_salary',
  'unemployment_benefit',
  'retirement_pension',
  'invalidity_pension',
  'alimony_received'
] as const;

/** What comes in a month besides aids, less alimony paid. */
export function ownIncome(household: Household): number {
  return household.adults.reduce(
    (sum, adult) =>
      INCOMES.reduce((own, income) => own + (adult[income] ?? 0), sum) - (adult.alimony_paid ?? 0),
    0
  );
}

const CHANGE = 0.5;

function monthlyOf(settler: Settler, household: Household): readonly number[] {
  const e = settler.settle(household);
  return AIDS.map((aid) => (aid.rhythm === 'cover' ? 0 : monthlyShare(aid, aid.read(e))));
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** What an event changes, once things have settled (a quarter for RSA, a year for others). */
export function compare(household: Household, event: Event, month: number): Comparison {
  const settler = new Settler(month);
  const after = householdAfter(household, event);
  const [was, is] = [monthlyOf(settler, household), monthlyOf(settler, after)];
  const changed = AIDS.map(({ key }, place) => ({
    key,
    before: was[place] ?? 0,
    after: is[place] ?? 0
  })).filter((aid) => Math.abs(aid.after - aid.before) >= CHANGE);
  return {
    ownBefore: ownIncome(household),
    ownAfter: ownIncome(after),
    aidsBefore: total(was),
    aidsAfter: total(is),
    changed
  };
}
