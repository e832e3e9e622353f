import type { Draft, DraftAdult } from '../draft';
import { ACTIVITIES, HOUSING_STATUSES, type Adult } from '../household';
import { ASKED_ARREARS, OUT_OF_SCOPE, NO_SITUATION } from './scope';
import type { ScreenId } from './screens';

/** What is typed or chosen, by field name; several choices are joined by commas. */
export type RawAnswer = Readonly<Record<string, string>>;

/** How a field is answered. */
export type FieldKind = 'one_choice' | 'several_choices' | 'money' | 'whole_number' | 'ages' | 'postcode';

/** One field of a screen: what it is about, whom, and the codes to choose from. */
export interface Field {
  /** `net_salary_1`; also its id on the page. */
  readonly name: string;
  /** What it asks, without the person: `net_salary`. */
  readonly about: string;
  readonly kind: FieldKind;
  /** 0 the person herself, 1 her partner; null for the household. */
  readonly person: 0 | 1 | null;
  readonly choices?: readonly string[];
}

/** What is known besides the answers and changes what is asked. */
export interface AskedWith {
  /** Codes of her income sources given in the questionnaire; null when unknown. */
  readonly sources: readonly string[] | null;
}

/** Yes and no, as choices. */
export const YES_NO = ['yes', 'no'] as const;
/** Disability recognised by the MDPH, as asked. */
export const DISABILITY_CHOICES = ['none', 'half', 'half_restricted', 'most'] as const;
/** How a dwelling is shared. */
export const SHARING_CHOICES = ['alone', 'flatshare', 'room'] as const;

const LAST_RETIREMENT_DOUBT = 55;
const RSA_AGE = 25;

const SOURCE_OF: Readonly<Record<string, string>> = {
  net_salary: 'wages',
  unemployment_benefit: 'unemployment',
  retirement_pension: 'retirement',
  invalidity_pension: 'disability'
};

type Money = keyof Adult & string;

/** The adults of a draft: one while nobody said that there are two. */
export function personsOf(draft: Draft): readonly (0 | 1)[] {
  return draft.couple === true ? [0, 1] : [0];
}

const of = (about: string, kind: FieldKind, person: 0 | 1 | null, choices?: readonly string[]): Field => ({
  name: person === null ? about : `${about}_${person}`,
  about,
  kind,
  person,
  ...(choices && { choices })
});

const forHousehold = (about: string, kind: FieldKind, choices?: readonly string[]) => [
  of(about, kind, null, choices)
];

/** Income an adult of this age and activity may have; what the law rules out is not asked. */
function possibleIncomes(adult: DraftAdult): readonly Money[] {
  const { activity, age } = adult;
  const incomes: Money[] = ['net_salary'];
  if (activity !== 'retired') incomes.push('unemployment_benefit');
  const mayBeRetired =
    activity === 'retired' ||
    activity === undefined ||
    (age ?? LAST_RETIREMENT_DOUBT) >= LAST_RETIREMENT_DOUBT;
  if (mayBeRetired) incomes.push('retirement_pension');
  if (activity !== 'retired') incomes.push('invalidity_pension');
  return incomes;
}

/** Fields of what comes in: her own are limited to the sources she named before, if she named any. */
function incomeFields(draft: Draft, { sources }: AskedWith): readonly Field[] {
  return personsOf(draft).flatMap((person) => {
    const possible = possibleIncomes(draft.adults[person] ?? {});
    const named = possible.filter((income) => sources?.includes(SOURCE_OF[income] ?? ''));
    const asked = person === 0 && named.length > 0 ? named : possible;
    return asked.map((income) => of(income, 'money', person));
  });
}

const eachAdult =
  (
    about: string,
    kind: FieldKind,
    choices?: readonly string[],
    concerns: (adult: DraftAdult) => boolean = () => true
  ) =>
  (draft: Draft): readonly Field[] =>
    personsOf(draft)
      .filter((person) => concerns(draft.adults[person] ?? {}))
      .map((person) => of(about, kind, person, choices));

const eachAdultMoney =
  (...abouts: readonly string[]) =>
  (draft: Draft): readonly Field[] =>
    personsOf(draft).flatMap((person) => abouts.map((about) => of(about, 'money', person)));

/** Alimony both ways; what she receives is not asked when she named her sources and it was not among them. */
function alimonyFields(draft: Draft, { sources }: AskedWith): readonly Field[] {
  const receivesNone = sources !== null && !sources.includes('child_support');
  const fields = eachAdultMoney('alimony_received', 'alimony_paid')(draft);
  return fields.filter(({ name }) => !(receivesNone && name === 'alimony_received_0'));
}

const mayBe = (activity: Adult['activity']) => (adult: DraftAdult) =>
  adult.activity === undefined || adult.activity === activity;

const FIELDS: Readonly<Record<ScreenId, (draft: Draft, asked: AskedWith) => readonly Field[]>> = {
  scope: () => forHousehold('scope', 'several_choices', [...OUT_OF_SCOPE, NO_SITUATION]),
  couple: () => forHousehold('couple', 'one_choice', YES_NO),
  children: () => [of('children', 'one_choice', null, YES_NO), of('ages', 'ages', null)],
  age: eachAdult('age', 'whole_number'),
  activity: eachAdult('activity', 'one_choice', ACTIVITIES),
  income: incomeFields,
  housing: () => forHousehold('housing', 'one_choice', HOUSING_STATUSES),
  rent: () => forHousehold('rent', 'money'),
  place: () => forHousehold('postcode', 'postcode'),
  arrears: () => forHousehold('arrears', 'several_choices', [...ASKED_ARREARS, NO_SITUATION]),
  alimony: alimonyFields,
  pregnant: () => forHousehold('pregnant', 'one_choice', YES_NO),
  disability: eachAdult('disability', 'one_choice', DISABILITY_CHOICES),
  separated: () => forHousehold('separated', 'one_choice', YES_NO),
  past_work: eachAdult('past_work', 'one_choice', YES_NO, mayBe('unemployed')),
  young_work: eachAdult('young_work', 'one_choice', YES_NO, ({ age }) => age === undefined || age < RSA_AGE),
  scholarship: eachAdult('scholarship', 'one_choice', YES_NO, mayBe('student')),
  child_disability: (draft) => [
    of('child_disability', 'several_choices', null, [
      ...(draft.children ?? []).map((_, place) => `child_${place}`),
      NO_SITUATION
    ])
  ],
  flatshare: () => forHousehold('flatshare', 'one_choice', SHARING_CHOICES),
  contribution: () => forHousehold('contribution', 'one_choice', YES_NO),
  savings: eachAdultMoney('livret_a', 'other_savings')
};

/** The fields of a screen for a household as far as it is known. */
export function fieldsOf(screen: ScreenId, draft: Draft, asked: AskedWith): readonly Field[] {
  return FIELDS[screen](draft, asked);
}
