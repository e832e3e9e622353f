import { monthNumber } from '../answers';
import type { Draft, DraftAdult } from '../draft';
import type { Child } from '../household';
import type { EvaluatedMonth } from '../month';
import type { Missing } from './verdict';

/** Ages found, and whether somebody's is missing. */
export interface Ages {
  readonly known: readonly number[];
  readonly missing: readonly Missing[];
}

/** Euros found, and the answers still missing; what is missing can only add. */
export interface Money {
  readonly known: number;
  readonly missing: readonly Missing[];
}

/** The adults the draft speaks of: the second one only once it is known that there is one. */
export function adultsOf(draft: Draft): readonly DraftAdult[] {
  return draft.couple === true
    ? [draft.adults[0] ?? {}, draft.adults[1] ?? {}]
    : draft.adults.slice(0, 1).concat(draft.adults.length ? [] : [{}]);
}

function ageOf(person: DraftAdult | Child, month: EvaluatedMonth): number | undefined {
  return person.birth === undefined ? person.age : Math.floor((month - monthNumber(person.birth)) / 12);
}

/** Ages of the adults in full years on the first of the month. */
export function adultAges(draft: Draft, month: EvaluatedMonth): Ages {
  const ages = adultsOf(draft).map((adult) => ageOf(adult, month));
  return {
    known: ages.filter((age) => age !== undefined),
    missing: [
      ...ages.flatMap((age, who) => (age === undefined ? [`age.${who}`] : [])),
      ...(draft.couple === undefined ? ['couple'] : [])
    ]
  };
}

/** Ages of the children in full years on the first of the month. */
export function childAges(draft: Draft, month: EvaluatedMonth): Ages {
  const ages = draft.children?.map((child) => ageOf(child, month));
  return {
    known: (ages ?? []).filter((age) => age !== undefined),
    missing: ages === undefined || ages.includes(undefined) ? ['children'] : []
  };
}

type MoneyName =
  | 'net_salary'
  | 'unemployment_benefit'
  | 'retirement_pension'
  | 'invalidity_pension'
  | 'alimony_received'
  | 'alimony_paid';

const SOURCES: readonly [name: MoneyName, question: string, only?: DraftAdult['activity']][] = [
  ['net_salary', 'net_salary'],
  ['unemployment_benefit', 'unemployment_benefit', 'unemployed'],
  ['retirement_pension', 'retirement_pension', 'retired'],
  ['invalidity_pension', 'invalidity_pension', 'inactive'],
  ['alimony_received', 'alimony']
];

/** A benefit goes unasked where the activity makes it rare: the same ones the estimate assumes to be none. */
function isAsked(adult: DraftAdult, only?: DraftAdult['activity']): boolean {
  return only === undefined || adult.activity === undefined || adult.activity === only;
}

/** Monthly income of the household without aids: pay, benefits, pensions, alimony. */
export function monthlyIncome(draft: Draft): Money {
  const adults = adultsOf(draft);
  const missing = new Set<Missing>(draft.couple === undefined ? ['couple'] : []);
  let known = 0;
  adults.forEach((adult, who) => {
    for (const [name, question, only] of SOURCES) {
      known += adult[name] ?? 0;
      if (adult[name] === undefined && isAsked(adult, only)) missing.add(`${question}.${who}`);
    }
    known -= adult.alimony_paid ?? 0;
  });
  return { known: Math.max(known, 0), missing: [...missing] };
}

/** Whether an adult has an income of her own: pay, unemployment benefit or a pension. Undefined: not known. */
export function hasOwnIncome(draft: Draft): boolean | undefined {
  const own = SOURCES.slice(0, 4);
  const adults = adultsOf(draft);
  if (adults.some((adult) => own.some(([name]) => (adult[name] ?? 0) > 0))) return true;
  const isOpen = adults.some((adult) =>
    own.some(([name, , only]) => adult[name] === undefined && isAsked(adult, only))
  );
  return isOpen || draft.couple === undefined ? undefined : false;
}

/** How many people live in the household; undefined while it is not known. */
export function sizeOf(draft: Draft): number | undefined {
  if (draft.couple === undefined || draft.children === undefined) return undefined;
  return (draft.couple ? 2 : 1) + draft.children.length;
}

/** Parts of the quotient familial of the CAF: 2 for the parents, ½ for each of the first two children and from the
 * fourth, 1 for the third, ½ more for a disabled one (caf.fr, read in 2025). */
export function cafParts(draft: Draft): number {
  const children = draft.children ?? [];
  const disabled = children.filter(({ aeeh }) => aeeh === true).length;
  return 2 + children.length / 2 + (children.length >= 3 ? 0.5 : 0) + disabled / 2;
}

/** Parts of income tax: one for each adult, ½ for the first two children, 1 for others, ½ for a lone parent
 * (articles 194 and 195 CGI). */
export function taxParts(draft: Draft): number {
  const children = draft.children?.length ?? 0;
  const adults = draft.couple === true ? 2 : 1;
  const loneParent = adults === 1 && children > 0 ? 0.5 : 0;
  return adults + children / 2 + Math.max(children - 2, 0) / 2 + loneParent;
}
