import { ok, parseAmount, refused, toEuros, type Result } from '$lib/kernel';
import { MAX_CHILDREN, MAX_MONTHLY, MAX_SAVINGS } from '../household';
import type { Field } from './fields';

/** Why a field is asked again, with the numbers that explain it. `confirm`: right if she says so. */
export interface FieldFault {
  readonly field: string;
  readonly code:
    | 'choice_missing'
    | 'choices_exclude'
    | 'amount_not_a_number'
    | 'amount_negative'
    | 'amount_too_large'
    | 'amount_looks_yearly'
    | 'age_missing'
    | 'age_not_a_number'
    | 'age_out_of_range'
    | 'ages_missing'
    | 'ages_not_numbers'
    | 'ages_without_children'
    | 'child_age_out_of_range'
    | 'too_many_children'
    | 'child_not_younger_than_parent'
    | 'income_missing'
    | 'rent_missing'
    | 'rent_above_income'
    | 'postcode_not_five_digits'
    | 'postcode_unknown'
    | 'postcode_nowhere'
    | 'commune_missing'
    | 'postcode_out_of_reach';
  readonly numbers?: Readonly<Record<string, number>>;
  /** A word to repeat to her: the postcode typed. */
  readonly text?: string;
  /** Unusual but possible: accepted once she confirms. */
  readonly confirm?: true;
}

type Read<T> = Result<T, FieldFault>;
const fault = (field: string, code: FieldFault['code'], numbers?: FieldFault['numbers']): Read<never> =>
  refused({ field, code, ...(numbers && { numbers }) });

const ADULT_AGE = { least: 16, most: 120 };
const CHILD_AGE = { least: 0, most: 25 };
const LOOKS_YEARLY = 12_000;
const SAVINGS = new Set(['livret_a', 'other_savings']);

/** One of the codes of a field. */
export function readChoice(field: Field, text: string | undefined): Read<string> {
  const chosen = (text ?? '').trim();
  return field.choices?.includes(chosen) ? ok(chosen) : fault(field.name, 'choice_missing');
}

/** Some of the codes of a field; the last one ("none of these") excludes the others. */
export function readChoices(field: Field, text: string | undefined): Read<readonly string[]> {
  const codes = field.choices ?? [];
  const chosen = codes.filter((code) => (text ?? '').split(',').includes(code));
  if (chosen.length === 0) return fault(field.name, 'choice_missing');
  const excludes = codes[codes.length - 1] as string;
  return chosen.length > 1 && chosen.includes(excludes) ? fault(field.name, 'choices_exclude') : ok(chosen);
}

/** Euros; an empty box is nothing, as its screen says. */
export function readMoney(field: Field, text: string | undefined, isSure: boolean): Read<number> {
  if ((text ?? '').trim() === '') return ok(0);
  const parsed = parseAmount(text as string);
  if (!parsed.ok) {
    if (parsed.why.code === 'amount_too_large')
      return fault(field.name, 'amount_too_large', { most: MAX_MONTHLY });
    return fault(
      field.name,
      parsed.why.code === 'amount_negative' ? 'amount_negative' : 'amount_not_a_number'
    );
  }
  const value = toEuros(parsed.value);
  const isCapital = SAVINGS.has(field.about);
  const most = isCapital ? MAX_SAVINGS : MAX_MONTHLY;
  if (value > most) return fault(field.name, 'amount_too_large', { most });
  if (!isCapital && value >= LOOKS_YEARLY && !isSure)
    return refused({ field: field.name, code: 'amount_looks_yearly', confirm: true });
  return ok(value);
}

/** Full years of an adult. */
export function readAge(field: Field, text: string | undefined): Read<number> {
  const written = (text ?? '').replace(/\s*ans?\s*$/i, '').trim();
  if (written === '') return fault(field.name, 'age_missing');
  if (!/^-?\d{1,4}$/.test(written)) return fault(field.name, 'age_not_a_number');
  const age = Number(written);
  return age < ADULT_AGE.least || age > ADULT_AGE.most
    ? fault(field.name, 'age_out_of_range', ADULT_AGE)
    : ok(age);
}

const SEPARATORS = /[\s,;.+/]+|\bet\b/i;

/** The ages of children as people write them: "6, 9 et 14", "8 mois, 3 ans". */
export function readAges(field: Field, text: string | undefined): Read<readonly number[]> {
  const plain = (text ?? '')
    .replace(/\d+\s*(mois|jours?|semaines?)/gi, '0')
    .replace(/\bans?\b/gi, ' ')
    .trim();
  const words = plain.split(SEPARATORS).filter((word) => word !== '' && word.toLowerCase() !== 'et');
  if (words.length === 0) return fault(field.name, 'ages_missing');
  if (words.some((word) => !/^-?\d{1,4}$/.test(word))) return fault(field.name, 'ages_not_numbers');
  if (words.length > MAX_CHILDREN)
    return fault(field.name, 'too_many_children', { most: MAX_CHILDREN, found: words.length });
  const ages = words.map(Number);
  return ages.some((age) => age < CHILD_AGE.least || age > CHILD_AGE.most)
    ? fault(field.name, 'child_age_out_of_range', CHILD_AGE)
    : ok(ages);
}
