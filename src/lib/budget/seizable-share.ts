import { ZERO_CENTS, cents, localDate, ok, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { mayBeOutdated, valueOn, type DatedValue, type NoValueThatDay } from './dated-value';
import { RSA_ONE_PERSON } from './protected-floor';

/** One band of yearly net pay: up to `upToCents` (null: no limit), `sixtieths` of it may be taken. */
interface Band {
  readonly upToCents: Cents | null;
  readonly sixtieths: number;
}

/** The yearly scale, and what each dependent adds to every threshold. */
interface SeizableScale {
  readonly bands: readonly Band[];
  readonly perDependentCents: Cents;
}

/**
 * The share of pay that may be seized: R3252-2 and R3252-3 C. trav., décret 2025-1299 of 24/12/2025, in force
 * on 2026-01-01. Next change on 2027-01-01. Several tables on the web print wrong monthly cuts for 2026: months
 * are yearly thresholds divided by twelve, rounded only at the end.
 */
export const SEIZABLE_SCALES: readonly DatedValue<SeizableScale>[] = [
  {
    fromOn: localDate('2026-01-01'),
    renewedOn: localDate('2027-01-01'),
    value: {
      bands: [
        { upToCents: cents(448000), sixtieths: 3 },
        { upToCents: cents(873000), sixtieths: 6 },
        { upToCents: cents(1300000), sixtieths: 12 },
        { upToCents: cents(1723000), sixtieths: 15 },
        { upToCents: cents(2147000), sixtieths: 20 },
        { upToCents: cents(2581000), sixtieths: 40 },
        { upToCents: null, sixtieths: 60 }
      ],
      perDependentCents: cents(174000)
    },
    source: 'Code du travail R3252-2 et R3252-3, décret 2025-1299 du 24/12/2025',
    checkedOn: localDate('2026-11-21'),
    certainty: 'certain'
  }
];

/** What a court officer could take at most in a month, and where the figure comes from. */
export interface SeizableShare {
  readonly amountCents: Cents;
  readonly fromOn: LocalDate;
  readonly source: string;
  readonly checkedOn: LocalDate;
  readonly mayBeOutdated: boolean;
}

/**
 * The most that could be seized from a month of net pay. A ceiling shown to the referent, who never agrees to
 * more than a judge could take; never a target, never shown to the person as what she could pay. The RSA of one
 * person is always left, whatever the family (R3252-5 C. trav.).
 */
export function seizableShare(
  monthlyNetCents: Cents,
  dependents: number,
  day: LocalDate
): Result<SeizableShare, NoValueThatDay> {
  const scale = valueOn(SEIZABLE_SCALES, day);
  if (!scale.ok) return scale;
  const keptAlways = valueOn(RSA_ONE_PERSON, day);
  if (!keptAlways.ok) return keptAlways;
  const byScale = shareOfScale(monthlyNetCents, dependents, scale.value.value);
  const aboveRsa = Math.max(0, monthlyNetCents - keptAlways.value.value);
  return ok({
    amountCents: cents(Math.min(byScale, aboveRsa)),
    fromOn: scale.value.fromOn,
    source: scale.value.source,
    checkedOn: scale.value.checkedOn,
    mayBeOutdated: mayBeOutdated(scale.value, day)
  });
}

function shareOfScale(monthlyNetCents: Cents, dependents: number, scale: SeizableScale): number {
  const yearly = monthlyNetCents * 12;
  let taken = 0;
  let from = 0;
  for (const band of scale.bands) {
    const upTo = band.upToCents === null ? Infinity : band.upToCents + dependents * scale.perDependentCents;
    taken += Math.max(0, Math.min(yearly, upTo) - from) * band.sixtieths;
    from = upTo;
  }
  // sixtieths and twelfths: 720 parts to a cent; half a cent goes to the person: the published figure for 1 800 € is 338,37 €, from 338,375
  return Math.floor((taken + 359) / 720);
}

/**
 * The most a referent may agree to in a month: what is left above the floor, and never more than could be
 * seized. Zero when nothing is left above the floor. `seizableCents` null: pay unknown, only the floor counts.
 */
export function amicableCeiling(roomCents: Cents, seizableCents: Cents | null): Cents {
  const room = Math.max(ZERO_CENTS, roomCents);
  return cents(seizableCents === null ? room : Math.min(room, seizableCents));
}
