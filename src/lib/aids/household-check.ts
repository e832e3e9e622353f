import { ok, refused, type Result } from '$lib/kernel';
import { monthNumber } from './answers';
import { contradictionIn } from './contradiction';
import {
  ACTIVITIES,
  HOUSING_STATUSES,
  MAX_CHILDREN,
  MAX_MONTHLY,
  MAX_SAVINGS,
  type Household
} from './household';
import type { HouseholdRefusal } from './household-refusal';

const ADULT_AGES = [16, 120] as const;
const CHILD_AGES = [0, 25] as const;
const MAX_COMPLEMENT = 6;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const INCOMES = [
  'net_salary',
  'unemployment_benefit',
  'retirement_pension',
  'invalidity_pension',
  'alimony_received',
  'alimony_paid'
] as const;
const SAVINGS = ['livret_a', 'other_savings'] as const;
const ADULT_FLAGS = ['rsdae', 'ass_eligible', 'scholarship_holder', 'rsa_jeune', 'pregnant'] as const;
const HOUSING_FLAGS = ['flatshare', 'room', 'pays_contribution'] as const;
const activities = new Set<unknown>(ACTIVITIES);
const statuses = new Set<unknown>(HOUSING_STATUSES);
const tenancies = new Set<unknown>(['private_unfurnished', 'private_furnished', 'hlm']);

type Fields = Record<string, unknown>;
type Found = HouseholdRefusal | null;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function amountFault(fields: Fields, key: string, path: string, most: number): Found {
  const value = fields[key];
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { code: 'amount_not_a_number', path: `${path}.${key}` };
  if (value < 0) return { code: 'amount_negative', path: `${path}.${key}` };
  return value > most ? { code: 'amount_too_large', path: `${path}.${key}`, most } : null;
}

function flagFault(fields: Fields, keys: readonly string[], path: string): Found {
  for (const key of keys)
    if (fields[key] !== undefined && typeof fields[key] !== 'boolean')
      return { code: 'yes_or_no_expected', path: `${path}.${key}` };
  return null;
}

function ageFault(
  fields: Fields,
  path: string,
  month: number,
  [least, most]: readonly [number, number]
): Found {
  const { age, birth } = fields;
  if (birth !== undefined) {
    if (typeof birth !== 'string' || !MONTH.test(birth))
      return { code: 'birth_not_a_month', path: `${path}.birth` };
    const months = month - monthNumber(birth);
    if (months < 0) return { code: 'birth_in_future', path: `${path}.birth` };
    if (months < least * 12 || months >= (most + 1) * 12)
      return { code: 'age_out_of_range', path: `${path}.birth`, least, most };
    return null;
  }
  if (age === undefined) return { code: 'age_missing', path: `${path}.age` };
  if (typeof age !== 'number' || !Number.isInteger(age))
    return { code: 'age_not_a_number', path: `${path}.age` };
  return age < least || age > most ? { code: 'age_out_of_range', path: `${path}.age`, least, most } : null;
}

function adultFault(fields: unknown, path: string, month: number): Found {
  if (!isFields(fields)) return { code: 'not_a_household', path };
  const fault = ageFault(fields, path, month, ADULT_AGES);
  if (fault) return fault;
  if (!activities.has(fields['activity'])) return { code: 'activity_unknown', path: `${path}.activity` };
  for (const key of INCOMES) {
    const found = amountFault(fields, key, path, MAX_MONTHLY);
    if (found) return found;
  }
  for (const key of SAVINGS) {
    const found = amountFault(fields, key, path, MAX_SAVINGS);
    if (found) return found;
  }
  const rate = amountFault(fields, 'disability_rate', path, 1);
  if (rate)
    return rate.code === 'amount_too_large' ? { code: 'rate_out_of_range', path: rate.path, most: 1 } : rate;
  return flagFault(fields, ADULT_FLAGS, path);
}

function childFault(fields: unknown, path: string, month: number): Found {
  if (!isFields(fields)) return { code: 'not_a_household', path };
  const fault = ageFault(fields, path, month, CHILD_AGES) ?? flagFault(fields, ['aeeh'], path);
  if (fault) return fault;
  const level = fields['aeeh_complement'];
  if (level === undefined) return null;
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level > MAX_COMPLEMENT)
    return { code: 'complement_out_of_range', path: `${path}.aeeh_complement`, most: MAX_COMPLEMENT };
  return level > 0 && fields['aeeh'] !== true
    ? { code: 'complement_without_aeeh', path: `${path}.aeeh_complement` }
    : null;
}

function housingFault(fields: unknown): Found {
  if (!isFields(fields)) return { code: 'housing_missing', path: 'housing' };
  const { status, zone, rent } = fields;
  if (status === undefined) return { code: 'housing_status_missing', path: 'housing.status' };
  if (!statuses.has(status)) return { code: 'housing_status_unknown', path: 'housing.status' };
  const fault =
    amountFault(fields, 'rent', 'housing', MAX_MONTHLY) ?? flagFault(fields, HOUSING_FLAGS, 'housing');
  if (fault) return fault;
  if (zone !== undefined && zone !== 1 && zone !== 2 && zone !== 3)
    return { code: 'zone_unknown', path: 'housing.zone' };
  if (tenancies.has(status)) {
    if (zone === undefined) return { code: 'zone_missing', path: 'housing.zone' };
    return rent === undefined ? { code: 'rent_missing', path: 'housing.rent' } : null;
  }
  const paysNothing = status !== 'owner_with_mortgage' && typeof rent === 'number' && rent > 0;
  return paysNothing ? { code: 'rent_without_tenancy', path: 'housing.rent' } : null;
}

function faultIn(input: unknown, month: number): Found {
  if (!isFields(input)) return { code: 'not_a_household', path: '' };
  const { adults, children, housing } = input;
  if (!Array.isArray(adults) || adults.length === 0) return { code: 'adult_missing', path: 'adults' };
  if (adults.length > 2) return { code: 'too_many_adults', path: 'adults', most: 2, found: adults.length };
  if (!Array.isArray(children)) return { code: 'not_a_household', path: 'children' };
  if (children.length > MAX_CHILDREN)
    return { code: 'too_many_children', path: 'children', most: MAX_CHILDREN, found: children.length };
  for (let who = 0; who < adults.length; who++) {
    const fault = adultFault(adults[who], `adults[${who}]`, month);
    if (fault) return fault;
  }
  for (let index = 0; index < children.length; index++) {
    const fault = childFault(children[index], `children[${index}]`, month);
    if (fault) return fault;
  }
  return (
    housingFault(housing) ??
    flagFault(input, ['recently_separated'], 'household') ??
    // every field of it was looked at above
    contradictionIn(input as unknown as Household, month)
  );
}

/**
 * Whether something from outside is a household the engine can evaluate in a month (year × 12 + month - 1).
 * Negative, absurd and contradictory values are refused with the place of the answer to ask again.
 */
export function checkHousehold(input: unknown, month: number): Result<Household, HouseholdRefusal> {
  const fault = faultIn(input, month);
  return fault === null ? ok(input as Household) : refused(fault);
}
