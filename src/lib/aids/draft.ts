import type { Activity, Adult, Child, Household, Housing, HousingStatus } from './household';

/** An adult of whom some answers are still missing: `undefined` is unanswered, `0` and `false` are answers. */
export type DraftAdult = Partial<Adult>;

/** A household being filled in. What is left out has not been answered; unanswered is not zero. */
export interface Draft {
  /** Whether there are two adults. */
  readonly couple?: boolean;
  /** The claimant, then the partner. */
  readonly adults: readonly DraftAdult[];
  readonly children?: readonly Child[];
  readonly housing?: Partial<Housing>;
  readonly recently_separated?: boolean;
}

/** Chooses among the plausible answers to a question nobody has answered. */
export type Guess = <T>(question: string, among: readonly T[]) => T;

const AGE_GUESSES = [30, 45, 24, 19, 58, 67] as const;
const STUDENT_AGES = [19, 24, 30] as const;
const RETIRED_AGES = [67, 62, 75] as const;
const ACTIVITY_GUESSES: readonly Activity[] = ['employed', 'unemployed', 'inactive', 'retired', 'student'];
const STATUS_GUESSES: readonly HousingStatus[] = [
  'private_unfurnished',
  'hlm',
  'private_furnished',
  'owner',
  'owner_with_mortgage',
  'hosted_free'
];
const FAMILY_GUESSES: readonly (readonly Child[])[] = [
  [],
  [{ age: 8 }],
  [{ age: 1 }],
  [{ age: 6 }, { age: 12 }],
  [{ age: 4 }, { age: 9 }, { age: 16 }]
];
const OLDEST_PREGNANT = 50;
const PARENT_AT = 20;

function money(adult: DraftAdult, who: number, guess: Guess, activity: Activity) {
  const ask = (name: keyof Adult, question: string, among: readonly number[]): number =>
    (adult[name] as number | undefined) ?? guess(`${question}.${who}`, among);
  const wage = activity === 'employed' ? [1450, 300, 900, 1900, 2600, 4500] : [0, 450];
  return {
    net_salary: ask('net_salary', 'net_salary', wage),
    unemployment_benefit: ask(
      'unemployment_benefit',
      'unemployment_benefit',
      activity === 'unemployed' ? [0, 650, 1100] : [0]
    ),
    retirement_pension: ask(
      'retirement_pension',
      'retirement_pension',
      activity === 'retired' ? [1000, 0, 500, 1600] : [0]
    ),
    invalidity_pension: ask(
      'invalidity_pension',
      'invalidity_pension',
      activity === 'inactive' ? [0, 600] : [0]
    ),
    alimony_received: ask('alimony_received', 'alimony', [0, 200]),
    alimony_paid: ask('alimony_paid', 'alimony', [0, 200]),
    livret_a: ask('livret_a', 'savings', [0, 4000]),
    other_savings: ask('other_savings', 'savings', [0, 30_000])
  };
}

/** Plausible ages, the most usual first, of someone who may be a parent of children of these ages. */
function ageGuesses(activity: Activity | undefined, children: readonly Child[]): readonly number[] {
  const own = activity === 'student' ? STUDENT_AGES : activity === 'retired' ? RETIRED_AGES : AGE_GUESSES;
  if (children.length === 0) return own;
  const least = Math.max(...children.map(({ age }) => age ?? 0)) + PARENT_AT;
  const plausible = own.filter((age) => age >= least);
  return plausible.length > 0 ? plausible : [least];
}

function adultFrom(adult: DraftAdult, who: number, guess: Guess, children: readonly Child[]): Adult {
  const ofAdult = <T>(question: string, among: readonly T[]) => guess(`${question}.${who}`, among);
  const activity = adult.activity ?? ofAdult('activity', ACTIVITY_GUESSES);
  const ages = ageGuesses(adult.activity, children);
  const age = adult.birth === undefined ? (adult.age ?? ofAdult('age', ages)) : undefined;
  const mayBePregnant = age === undefined || age <= OLDEST_PREGNANT;
  return {
    ...(age === undefined ? { birth: adult.birth as string } : { age }),
    activity,
    ...money(adult, who, guess, activity),
    disability_rate: adult.disability_rate ?? ofAdult('disability', [0, 0.8]),
    rsdae: adult.rsdae ?? ofAdult('disability', [false, true]),
    ass_eligible: adult.ass_eligible ?? ofAdult('ass_eligible', [false, true]),
    scholarship_holder: adult.scholarship_holder ?? ofAdult('scholarship', [false, true]),
    rsa_jeune: adult.rsa_jeune ?? ofAdult('rsa_jeune', [false, true]),
    pregnant: adult.pregnant ?? (mayBePregnant ? ofAdult('pregnant', [false, true]) : false)
  };
}

const PAYS_HOUSING = new Set<HousingStatus>([
  'private_unfurnished',
  'private_furnished',
  'hlm',
  'owner_with_mortgage'
]);

function housingFrom(housing: Partial<Housing>, guess: Guess): Housing {
  const status = housing.status ?? guess('housing_status', STATUS_GUESSES);
  return {
    status,
    zone: housing.zone ?? guess('zone', [2, 1, 3] as const),
    // who pays none is not asked for it
    rent: housing.rent ?? (PAYS_HOUSING.has(status) ? guess('rent', [500, 300, 750]) : 0),
    flatshare: housing.flatshare ?? guess('flatshare', [false, true]),
    room: housing.room ?? guess('flatshare', [false]),
    pays_contribution: housing.pays_contribution ?? guess('pays_contribution', [false, true])
  };
}

/** A full household from a draft: answers are kept, what is missing is guessed. */
export function complete(draft: Draft, guess: Guess): Household {
  const couple = draft.couple ?? guess('couple', [false, true]);
  const drafts = couple ? [draft.adults[0] ?? {}, draft.adults[1] ?? {}] : [draft.adults[0] ?? {}];
  const adults = drafts.map((adult, who) => adultFrom(adult, who, guess, draft.children ?? []));
  const eldest = Math.max(...adults.map(({ age }) => age ?? PARENT_AT));
  const family = draft.children ?? guess('children', FAMILY_GUESSES);
  const children = draft.children ?? family.filter(({ age }) => eldest - (age ?? 0) >= PARENT_AT);
  return {
    adults,
    children: children.map((child) => ({ ...child, aeeh: child.aeeh ?? guess('aeeh', [false, true]) })),
    housing: housingFrom(draft.housing ?? {}, guess),
    recently_separated:
      draft.recently_separated ?? (couple ? false : guess('recently_separated', [false, true]))
  };
}
