import { ok, refused, type Result } from '$lib/kernel';
import type { Draft, DraftAdult } from '../draft';
import { LEAST_YEARS_APART, type Activity, type Housing, type HousingStatus } from '../household';
import { fieldsOf, type AskedWith, type Field, type RawAnswer } from './fields';
import { readAge, readAges, readChoice, readChoices, readMoney, type FieldFault } from './read-fields';
import type { ScreenId } from './screens';

/** What an answered screen says of the household. */
export interface DraftChange {
  readonly couple?: boolean;
  readonly adults?: Readonly<Partial<Record<0 | 1, DraftAdult>>>;
  readonly children?: Draft['children'];
  readonly housing?: Partial<Housing>;
  readonly recently_separated?: boolean;
}

type Faults = readonly FieldFault[];
type Reading = Result<DraftChange, { readonly code: 'screen_refused'; readonly faults: Faults }>;

/** Field whose presence means that she confirmed an unusual value. */
export const SURE = 'sure';

const refuse = (...faults: Faults): Reading => refused({ code: 'screen_refused', faults });

/** Reads each field; one fault refuses the screen, with all of them. */
function readEach<T>(
  fields: readonly Field[],
  raw: RawAnswer,
  read: (field: Field, text: string | undefined) => Result<T, FieldFault>,
  then: (values: ReadonlyMap<Field, T>) => Reading
): Reading {
  const values = new Map<Field, T>();
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const found = read(field, raw[field.name]);
    if (found.ok) values.set(field, found.value);
    else faults.push(found.why);
  }
  return faults.length > 0 ? refuse(...faults) : then(values);
}

/** What each adult's fields say, put together by adult. */
function perAdult<T>(
  values: ReadonlyMap<Field, T>,
  say: (value: T, field: Field) => DraftAdult
): DraftChange {
  const adults: Partial<Record<0 | 1, DraftAdult>> = {};
  for (const [field, value] of values) {
    const person = field.person ?? 0;
    adults[person] = { ...adults[person], ...say(value, field) };
  }
  return { adults };
}

type Reader = (fields: readonly Field[], raw: RawAnswer, draft: Draft) => Reading;

const choices =
  (say: (code: string, field: Field) => DraftAdult): Reader =>
  (fields, raw) =>
    readEach(fields, raw, readChoice, (values) => ok(perAdult(values, say)));

const choice =
  (say: (code: string) => DraftChange): Reader =>
  (fields, raw) =>
    readEach(fields, raw, readChoice, (values) => ok(say([...values.values()][0] as string)));

const money =
  (check?: (values: ReadonlyMap<Field, number>, draft: Draft) => FieldFault | null): Reader =>
  (fields, raw, draft) =>
    readEach(
      fields,
      raw,
      (field, text) => readMoney(field, text, SURE in raw),
      (values) => {
        const fault = check?.(values, draft) ?? null;
        return fault ? refuse(fault) : ok(perAdult(values, (value, { about }) => ({ [about]: value })));
      }
    );

/** A box left out because her sources already say so is nothing. */
const readAlimony: Reader = (fields, raw, draft) => {
  const read = money()(fields, raw, draft);
  if (!read.ok) return read;
  const { adults } = read.value;
  return ok({ adults: { ...adults, 0: { alimony_received: 0, ...adults?.[0] } } });
};

const isYes = (code: string) => code === 'yes';

function tooCloseInAge(children: readonly number[], adults: readonly number[]): boolean {
  const eldest = adults.length > 0 ? Math.max(...adults) : undefined;
  return eldest !== undefined && children.some((age) => eldest - age < LEAST_YEARS_APART);
}

const agesOf = (people: readonly { readonly age?: number }[]) =>
  people.map(({ age }) => age).filter((age) => age !== undefined);

function readChildren(fields: readonly Field[], raw: RawAnswer, draft: Draft): Reading {
  const [has, ages] = fields as [Field, Field];
  const chosen = readChoice(has, raw[has.name]);
  const typed = (raw[ages.name] ?? '').trim() !== '';
  if (!chosen.ok && !typed) return refuse(chosen.why);
  if (chosen.ok && chosen.value === 'no')
    return typed ? refuse({ field: ages.name, code: 'ages_without_children' }) : ok({ children: [] });
  const found = readAges(ages, raw[ages.name]);
  if (!found.ok) return refuse(found.why);
  if (tooCloseInAge(found.value, agesOf(draft.adults)))
    return refuse({
      field: ages.name,
      code: 'child_not_younger_than_parent',
      numbers: { apart: LEAST_YEARS_APART }
    });
  return ok({ children: found.value.map((age) => ({ age })) });
}

function readAdultAges(fields: readonly Field[], raw: RawAnswer, draft: Draft): Reading {
  return readEach(fields, raw, readAge, (values) => {
    const last = fields[fields.length - 1] as Field;
    if (tooCloseInAge(agesOf(draft.children ?? []), [...values.values()]))
      return refuse({
        field: last.name,
        code: 'child_not_younger_than_parent',
        numbers: { apart: LEAST_YEARS_APART }
      });
    return ok(perAdult(values, (age) => ({ age })));
  });
}

/** Someone who works and writes no pay at all has more likely overlooked the box. */
function payForgotten(values: ReadonlyMap<Field, number>, draft: Draft): FieldFault | null {
  for (const [field] of values) {
    if (field.about !== 'net_salary' || draft.adults[field.person ?? 0]?.activity !== 'employed') continue;
    const own = [...values].filter(([other]) => other.person === field.person);
    if (own.every(([, value]) => value === 0)) return { field: field.name, code: 'income_missing' };
  }
  return null;
}

const INCOMES = ['net_salary', 'unemployment_benefit', 'retirement_pension', 'invalidity_pension'] as const;

/** What comes in a month from work and pensions; null while it is not known. */
export function knownIncome(draft: Draft): number | null {
  const known = draft.adults.flatMap((adult) => INCOMES.map((income) => adult[income] ?? null));
  return known.every((value) => value === null)
    ? null
    : known.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function readRent(fields: readonly Field[], raw: RawAnswer, draft: Draft): Reading {
  const [field] = fields as [Field];
  if ((raw[field.name] ?? '').trim() === '') return refuse({ field: field.name, code: 'rent_missing' });
  return readEach(
    fields,
    raw,
    (own, text) => readMoney(own, text, SURE in raw),
    (values) => {
      const rent = values.get(field) as number;
      const income = knownIncome(draft);
      if (income !== null && income > 0 && rent > income && !(SURE in raw))
        return refuse({
          field: field.name,
          code: 'rent_above_income',
          numbers: { rent, income },
          confirm: true
        });
      return ok({ housing: { rent } });
    }
  );
}

const ZONES: Readonly<Record<string, 1 | 2 | 3>> = { '1': 1, '2': 2, '3': 3 };

/** The zone was looked up from the postcode and kept beside it. */
const readPlace: Reader = (fields, raw) => {
  const zone = ZONES[raw['zone'] ?? ''];
  return zone ? ok({ housing: { zone } }) : refuse({ field: fields[0]?.name ?? '', code: 'commune_missing' });
};

const DISABILITIES: Readonly<Record<string, DraftAdult>> = {
  none: { disability_rate: 0, rsdae: false },
  half: { disability_rate: 0.5, rsdae: false },
  half_restricted: { disability_rate: 0.5, rsdae: true },
  most: { disability_rate: 0.8, rsdae: false }
};

const readChildDisability: Reader = (fields, raw, draft) =>
  readEach(fields, raw, readChoices, (values) => {
    const chosen = [...values.values()][0] ?? [];
    return ok({
      children: (draft.children ?? []).map((child, place) => ({
        ...child,
        aeeh: chosen.includes(`child_${place}`)
      }))
    });
  });

const READERS: Readonly<Record<ScreenId, Reader>> = {
  scope: (fields, raw) => readEach(fields, raw, readChoices, () => ok({})),
  couple: choice((code) => ({ couple: isYes(code) })),
  children: readChildren,
  age: readAdultAges,
  activity: choices((code) => ({ activity: code as Activity })),
  income: money(payForgotten),
  housing: choice((code) => ({ housing: { status: code as HousingStatus } })),
  rent: readRent,
  place: readPlace,
  arrears: (fields, raw) => readEach(fields, raw, readChoices, () => ok({})),
  alimony: readAlimony,
  pregnant: choice((code) => ({ adults: { 0: { pregnant: isYes(code) }, 1: { pregnant: false } } })),
  disability: choices((code) => DISABILITIES[code] ?? {}),
  separated: choice((code) => ({ recently_separated: isYes(code) })),
  past_work: choices((code) => ({ ass_eligible: isYes(code) })),
  young_work: choices((code) => ({ rsa_jeune: isYes(code) })),
  scholarship: choices((code) => ({ scholarship_holder: isYes(code) })),
  child_disability: readChildDisability,
  flatshare: choice((code) => ({ housing: { flatshare: code === 'flatshare', room: code === 'room' } })),
  contribution: choice((code) => ({ housing: { pays_contribution: isYes(code) } })),
  savings: money()
};

/** Reads a screen as typed, for a household as far as it is known: what it says, or every field to ask again. */
export function readScreen(screen: ScreenId, raw: RawAnswer, draft: Draft, asked: AskedWith): Reading {
  return READERS[screen](fieldsOf(screen, draft, asked), raw, draft);
}
