import type { Draft } from '../draft';
import type { AidKey } from '../aids';
import type { Ceilings, QuotientCeiling } from './condition';
import { cafParts, monthlyIncome, sizeOf, taxParts, type Money } from './household-facts';
import type { RightsContext } from './rights-context';
import { YES, maybe, no, type Missing, type Verdict } from './verdict';

/** Today's income stands for that of two years ago: within this share of a ceiling, the body must look. */
const ESTIMATE_MARGIN = 0.2;
/** What tax takes off pay and pensions before it looks at them (83 and 158 CGI). */
const AFTER_DEDUCTION = 0.9;
const CENTS = 100;
/** The benefits the CAF adds to income for its quotient. */
const CAF_BENEFITS: readonly AidKey[] = [
  'rsa',
  'prime_activite',
  'aide_logement',
  'af',
  'cf',
  'asf',
  'paje_base',
  'aah'
];

const cent = (value: number) => Math.round(value * CENTS) / CENTS;

/** Least and most a ceiling can be for a household of a size; `most` is null where it is not written. */
function ceilingFor({ bySize, more }: Ceilings, size: number): { least: number; most: number | null } {
  const sizes = Object.keys(bySize).map(Number);
  const below = Math.max(...sizes.filter((known) => known <= size));
  const above = Math.min(...sizes.filter((known) => known >= size));
  const least = bySize[below] ?? 0;
  if (Number.isFinite(above)) return { least, most: bySize[above] ?? null };
  return more === undefined
    ? { least, most: null }
    : { least: least + more * (size - below), most: least + more * (size - below) };
}

interface Held {
  readonly income: Money;
  readonly least: number;
  readonly most: number | null;
  readonly missing: readonly Missing[];
  readonly margin: number;
}

/** Holds an income of which parts may be missing against a ceiling of which only bounds may be known. */
function hold({ income, least, most, missing, margin }: Held): Verdict {
  const waiting = [...income.missing, ...missing];
  if (most !== null && income.known > most * (1 + margin))
    return no({
      code: 'income_over',
      ceiling: most,
      income: cent(income.known),
      over: cent(income.known - most),
      estimated: margin > 0
    });
  if (waiting.length > 0) return maybe(...waiting);
  if (income.known <= least * (1 - margin)) return YES;
  return maybe(most === null ? 'words' : 'near_ceiling');
}

const times = ({ known, missing }: Money, factor: number): Money => ({ known: known * factor, missing });

/** Income of the month against ceilings by size. */
export function judgeMonthlyIncome(draft: Draft, ceilings: Ceilings): Verdict {
  const size = sizeOf(draft);
  const bounds = size === undefined ? { least: 0, most: null } : ceilingFor(ceilings, size);
  const missing = size === undefined ? ['children'] : [];
  return hold({ income: monthlyIncome(draft), ...bounds, missing, margin: 0 });
}

/** Taxed income of the year against ceilings by size; today's income stands for the one that is looked at. */
export function judgeYearlyTaxIncome(draft: Draft, ceilings: Ceilings): Verdict {
  const size = sizeOf(draft);
  const bounds = size === undefined ? { least: 0, most: null } : ceilingFor(ceilings, size);
  const missing = size === undefined ? ['children'] : [];
  const income = times(monthlyIncome(draft), 12 * AFTER_DEDUCTION);
  return hold({ income, ...bounds, missing, margin: ESTIMATE_MARGIN });
}

/** What the CAF pays a month, as the engine found it. */
function benefitsOf(context: RightsContext): Money {
  if (context.estimates === undefined) return { known: 0, missing: ['aids'] };
  let known = 0;
  const missing = new Set<Missing>();
  for (const estimate of context.estimates) {
    if (!CAF_BENEFITS.includes(estimate.aid)) continue;
    known += estimate.state === 'known' ? estimate.value : estimate.low;
    if (estimate.state === 'unknown' && estimate.high > estimate.low)
      estimate.dependsOn.forEach((question) => missing.add(question));
  }
  return { known, missing: [...missing] };
}

/** Income a month per part against a ceiling. */
export function judgeQuotient(draft: Draft, context: RightsContext, { of, max }: QuotientCeiling): Verdict {
  const own = monthlyIncome(draft);
  const missing = sizeOf(draft) === undefined ? ['children'] : [];
  const bounds = { least: max, most: missing.length > 0 ? null : max };
  if (of === 'tax')
    return hold({
      income: times(own, AFTER_DEDUCTION / taxParts(draft)),
      ...bounds,
      missing,
      margin: ESTIMATE_MARGIN
    });
  const benefits = benefitsOf(context);
  const whole = { known: own.known + benefits.known, missing: [...own.missing, ...benefits.missing] };
  return hold({ income: times(whole, 1 / cafParts(draft)), ...bounds, missing, margin: ESTIMATE_MARGIN });
}
