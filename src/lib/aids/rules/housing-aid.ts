import { isFlatshare, isFurnished, isHlm, isRoom, isTenant, rent, zone } from '../answers';
import {
  CRDS_RATE,
  HIGH_RENT_ENDS,
  HIGH_RENT_FALLS,
  HOUSING_CHARGES,
  HOUSING_CHARGES_SHARED,
  HOUSING_FLAT_CUT,
  HOUSING_MINIMUM_PAID,
  HOUSING_MINIMUM_PAID_APL,
  PARTICIPATION_FAMILY_NEXT,
  PARTICIPATION_FAMILY_RATE,
  PARTICIPATION_MIN,
  PARTICIPATION_RENT_LIMITS,
  PARTICIPATION_RENT_RATES,
  PARTICIPATION_SHARE,
  RENT_CEILING_FLATSHARE,
  RENT_CEILING_ROOM,
  RENT_CEILING_ZONE_1,
  RENT_CEILING_ZONE_2,
  RENT_CEILING_ZONE_3,
  RESOURCES_FREE,
  RLS_AMOUNT_ZONE_1,
  RLS_AMOUNT_ZONE_2,
  RLS_AMOUNT_ZONE_3,
  RLS_CEILING_ZONE_1,
  RLS_CEILING_ZONE_2,
  RLS_CEILING_ZONE_3,
  RLS_SHARE_OF_AID
} from '../generated/parameters';
import { amount, fact, number, type Evaluation } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import {
  aMonthOf,
  euros,
  exceeds,
  inEuros,
  inSinglePrecision,
  larger,
  minus,
  orNothing,
  plus,
  ratio,
  smaller,
  times,
  toCent,
  toEuro,
  type Monthly
} from '../kernel/quantity';
import { hasDisability, housingResources } from './housing-resources';
import { expectsChild, housingChildren, isCouple } from './people';

/** Couple's scales: two adults, or one who expects a child. */
const hasCoupleScale = fact(
  'housing_couple_scale',
  { law: 'D823-17 CCH' },
  (e) => isCouple(e) || expectsChild(e)
);

const inZone = <T>(e: Evaluation, one: T, two: T, three: T): T => {
  const where = zone(e, 0);
  return where === 1 ? one : where === 2 ? two : three;
};

const zoneCeilings = (e: Evaluation) =>
  inZone(e, RENT_CEILING_ZONE_1, RENT_CEILING_ZONE_2, RENT_CEILING_ZONE_3);

function ceilingIn(e: Evaluation, scale: Parameter<Monthly>): Monthly {
  const children = housingChildren(e);
  if (children === 0) return row(e, scale, hasCoupleScale(e) ? 1 : 0);
  return plus(row(e, scale, 2), times(row(e, scale, 3), children - 1));
}

/**
 * Highest rent counted, by zone and family; three quarters in a flatshare; for a single room, nine tenths of that of
 * one person, whatever the family (art. 8, https://juriblio.fr/arretes/arrete-du-27-septembre-2019, read 2026-11-29).
 */
export const rentCeiling = amount(
  'housing_rent_ceiling',
  'EUR/month',
  { law: 'D823-16 CCH, arrêté du 27/09/2019 art. 7, 8 et 16' },
  (e) => {
    const scale = zoneCeilings(e);
    const full = isRoom(e) ? times(row(e, scale, 0), the(e, RENT_CEILING_ROOM)) : ceilingIn(e, scale);
    return toCent(isFlatshare(e) ? times(full, the(e, RENT_CEILING_FLATSHARE)) : full);
  }
);

const FURNISHED_SHARE = 2 / 3;

/** Rent as housing aid sees it: whole euros, two thirds when furnished. */
const countedRent = amount('housing_rent', 'EUR/month', { law: 'D842-2 CCH' }, (e) =>
  toEuro(isFurnished(e) ? times(rent(e), FURNISHED_SHARE) : rent(e))
);

/** Rent kept: no more than the ceiling. */
const keptRent = amount('housing_kept_rent', 'EUR/month', { law: 'D823-16 CCH' }, (e) =>
  smaller(countedRent(e), rentCeiling(e))
);

/** Flat charges by family; half in a flatshare. */
const charges = amount(
  'housing_flat_charges',
  'EUR/month',
  { law: 'D823-16 CCH, arrêté du 27/09/2019 art. 9' },
  (e) => {
    const children = housingChildren(e);
    if (!isFlatshare(e)) return plus(row(e, HOUSING_CHARGES, 0), times(row(e, HOUSING_CHARGES, 1), children));
    const base = row(e, HOUSING_CHARGES_SHARED, hasCoupleScale(e) ? 1 : 0);
    return plus(base, times(row(e, HOUSING_CHARGES_SHARED, 2), children));
  }
);

const LAST_FAMILY_ROW = 6;

/** TF: share of resources by family. */
const familyRate = number('housing_tf', 'rate', { law: 'arrêté du 27/09/2019 art. 14' }, (e) => {
  const children = housingChildren(e);
  if (children === 0) return row(e, PARTICIPATION_FAMILY_RATE, hasCoupleScale(e) ? 1 : 0);
  const last = Math.min(children, LAST_FAMILY_ROW);
  return row(e, PARTICIPATION_FAMILY_RATE, 1 + last) + the(e, PARTICIPATION_FAMILY_NEXT) * (children - last);
});

/** TL: share of resources by the kept rent against the ceiling of zone 2. */
const rentRate = number('housing_tl', 'rate', { law: 'arrêté du 27/09/2019 art. 14' }, (e) => {
  const share = ratio(keptRent(e), ceilingIn(e, RENT_CEILING_ZONE_2));
  const first = row(e, PARTICIPATION_RENT_LIMITS, 0);
  const second = row(e, PARTICIPATION_RENT_LIMITS, 1);
  const low = row(e, PARTICIPATION_RENT_RATES, 0);
  if (share <= first) return 0;
  if (share <= second) return low * (share - first);
  return low * (second - first) + row(e, PARTICIPATION_RENT_RATES, 1) * (share - second);
});

/** R0: resources that are not counted. */
const freeResources = amount(
  'housing_r0',
  'EUR/year',
  { law: 'D823-17 CCH, arrêté du 27/09/2019 art. 15' },
  (e) => {
    const children = housingChildren(e);
    if (children === 0) return row(e, RESOURCES_FREE, hasCoupleScale(e) ? 1 : 0);
    const last = Math.min(children, LAST_FAMILY_ROW);
    const base = row(e, RESOURCES_FREE, 1 + last);
    return plus(base, times(row(e, RESOURCES_FREE, LAST_FAMILY_ROW + 2), children - last));
  }
);

/** What the household is taken to pay itself, a month. */
export const participation = amount('housing_participation', 'EUR/month', { law: 'D823-17 CCH' }, (e) => {
  const least = larger(
    times(plus(keptRent(e), charges(e)), the(e, PARTICIPATION_SHARE)),
    the(e, PARTICIPATION_MIN)
  );
  const above = orNothing(minus(housingResources(e), freeResources(e)));
  // Tp applies to yearly resources and gives a monthly participation: that is how the order writes it
  const variable: Monthly = euros(inEuros(above) * (familyRate(e) + rentRate(e)));
  return toCent(plus(least, variable));
});

/** Share kept when the rent is far above the ceiling; all of it with a disability. */
const highRentShare = number('housing_high_rent_share', 'rate', { law: 'L823-2 CCH, D823-18 CCH' }, (e) => {
  if (hasDisability(e)) return 1;
  const ceiling = inSinglePrecision(rentCeiling(e));
  const falls = toCent(times(ceiling, row(e, HIGH_RENT_FALLS, zone(e, 0) - 1)));
  const ends = toCent(times(ceiling, row(e, HIGH_RENT_ENDS, zone(e, 0) - 1)));
  const paid = countedRent(e);
  if (!exceeds(paid, falls)) return 1;
  return exceeds(ends, paid) ? 1 - ratio(minus(paid, falls), minus(ends, falls)) : 0;
});

/** Resources up to which the social rent cut applies, a month. */
export const rentCutCeiling = amount(
  'rls_ceiling',
  'EUR/month',
  { law: 'L442-2-1 CCH, D823-19-1 CCH', appliesWhen: isHlm },
  (e) => {
    const scale = inZone(e, RLS_CEILING_ZONE_1, RLS_CEILING_ZONE_2, RLS_CEILING_ZONE_3);
    const children = housingChildren(e);
    if (children === 0) return row(e, scale, hasCoupleScale(e) ? 1 : 0);
    const last = Math.min(children, LAST_FAMILY_ROW);
    return plus(row(e, scale, 1 + last), times(row(e, scale, LAST_FAMILY_ROW + 2), children - last));
  }
);

/** Réduction de loyer de solidarité. */
export const rentCut = amount('rls', 'EUR/month', { law: 'L442-2-1 CCH', appliesWhen: isHlm }, (e) => {
  if (!exceeds(rentCutCeiling(e), aMonthOf(housingResources(e)))) return euros<'EUR/month'>(0);
  const scale = inZone(e, RLS_AMOUNT_ZONE_1, RLS_AMOUNT_ZONE_2, RLS_AMOUNT_ZONE_3);
  const children = housingChildren(e);
  if (children === 0) return row(e, scale, hasCoupleScale(e) ? 1 : 0);
  return plus(row(e, scale, 2), times(row(e, scale, 3), children - 1));
});

/** Aid before the threshold, the cuts and CRDS. */
export const aidBeforeCuts = amount('housing_aid_before_cuts', 'EUR/month', { law: 'D823-16 CCH' }, (e) =>
  orNothing(minus(plus(keptRent(e), charges(e)), participation(e)))
);

/** Housing aid paid to a tenant: APL, ALF or ALS, after CRDS. */
export const housingAid = amount(
  'aide_logement',
  'EUR/month',
  { law: 'L821-1 CCH, D823-16 CCH', appliesWhen: (e) => isTenant(e) && exceeds(rent(e), euros(0)) },
  (e) => {
    const least = the(e, isHlm(e) ? HOUSING_MINIMUM_PAID_APL : HOUSING_MINIMUM_PAID);
    const before = aidBeforeCuts(e);
    if (exceeds(least, before)) return euros<'EUR/month'>(0);
    const afterFlat = minus(toCent(times(before, highRentShare(e))), the(e, HOUSING_FLAT_CUT));
    const afterRentCut = minus(afterFlat, times(rentCut(e), the(e, RLS_SHARE_OF_AID)));
    return toCent(times(orNothing(afterRentCut), 1 - the(e, CRDS_RATE)));
  }
);
