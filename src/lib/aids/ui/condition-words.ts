import type {
  Activity,
  Arrears,
  Ceilings,
  Condition,
  HousingStatus,
  QuotientCeiling,
  Range
} from '$lib/aids';
import { m, number, plural, quoted } from '$lib/i18n';
import { AID_NAME, benefitName } from './aid-words';
import { exactEuros } from './amount-words';
import { CHOICE_WORDS } from './question-words';

/** The question of each situation, by its code. */
export type SituationWords = Readonly<Record<string, string>>;

/** A condition in plain French, for people of the desk. */
export interface ConditionWords {
  /** How the lines go together; null where there is one only. */
  readonly join: 'all' | 'any' | null;
  /** One sentence each; what is nested stands in one sentence. */
  readonly lines: readonly string[];
}

const PERCENT = 100;

const OTHER_ARREARS: Readonly<Partial<Record<Arrears, () => string>>> = {
  bank: m.veille_arrears_bank,
  fines: m.veille_arrears_fines,
  france_travail: m.veille_arrears_france_travail
};

/** What somebody may be late in paying, as she reads it, or as the desk does where she is not asked. */
export function arrearsWords(code: Arrears): string {
  return (OTHER_ARREARS[code] ?? CHOICE_WORDS['arrears']?.[code])?.() ?? code;
}

/** What an adult mainly does, as she reads it. */
export function activityWords(code: Activity): string {
  return CHOICE_WORDS['activity_0']?.[code]?.() ?? code;
}

/** How she is housed, as she reads it. */
export function housingWords(code: HousingStatus): string {
  return CHOICE_WORDS['housing']?.[code]?.() ?? code;
}

const either = (words: readonly string[]) => words.join(` ${m.aids_missed_or()} `);

function ageWords([least, most]: Range): string {
  if (least === null) return m.veille_condition_age_to({ most: String(most ?? 0) });
  if (most === null) return m.veille_condition_age_from({ least: String(least) });
  return least === most
    ? m.veille_condition_age_one({ age: String(least) })
    : m.veille_condition_age_between({ least: String(least), most: String(most) });
}

function ceilingWords({ bySize, more }: Ceilings): string {
  const sizes = Object.entries(bySize).map(([size, most]) => {
    const words = plural(Number(size), m.veille_condition_size_one, m.veille_condition_size_other);
    return words({ amount: exactEuros(most), count: size });
  });
  return [
    ...sizes,
    ...(more === undefined ? [] : [m.veille_condition_size_more({ amount: exactEuros(more) })])
  ].join(', ');
}

function quotientWords({ of, max }: QuotientCeiling): string {
  const amount = exactEuros(max);
  return of === 'caf'
    ? m.veille_condition_quotient_caf({ amount })
    : m.veille_condition_quotient_tax({ amount });
}

function childrenWords({ children, unborn }: Extract<Condition, { children: number }>): string {
  const words =
    unborn === true
      ? plural(children, m.veille_condition_children_unborn_one, m.veille_condition_children_unborn_other)
      : plural(children, m.veille_condition_children_one, m.veille_condition_children_other);
  return words({ count: String(children) });
}

/** Who lives there, as far as one sentence says it; null for what is known of her otherwise. */
function householdWords(condition: Condition): string | null {
  if ('adultAge' in condition) return m.veille_condition_adult({ age: ageWords(condition.adultAge) });
  if ('anyoneAge' in condition) return m.veille_condition_anyone({ age: ageWords(condition.anyoneAge) });
  if ('childAge' in condition) return m.veille_condition_child({ age: ageWords(condition.childAge) });
  if ('children' in condition) return childrenWords(condition);
  if ('couple' in condition)
    return condition.couple ? m.veille_condition_couple() : m.veille_condition_no_couple();
  if ('activity' in condition)
    return m.veille_condition_activity({
      answers: either(condition.activity.map(activityWords).map(quoted))
    });
  if ('housing' in condition)
    return m.veille_condition_housing({ answers: either(condition.housing.map(housingWords).map(quoted)) });
  if ('disability' in condition)
    return m.veille_condition_disability({ rate: number(Math.round(condition.disability * PERCENT)) });
  return 'disabledChild' in condition ? m.veille_condition_disabled_child() : null;
}

/** What comes in, and what is owed; null for anything else. */
function moneyWords(condition: Condition): string | null {
  if ('monthlyIncome' in condition)
    return m.veille_condition_monthly({ ceilings: ceilingWords(condition.monthlyIncome) });
  if ('yearlyTaxIncome' in condition)
    return m.veille_condition_yearly({ ceilings: ceilingWords(condition.yearlyTaxIncome) });
  if ('quotient' in condition) return quotientWords(condition.quotient);
  if ('aid' in condition)
    return m.veille_condition_aid({ names: either(condition.aid.map((key) => AID_NAME[key]())) });
  if ('benefit' in condition)
    return m.veille_condition_benefit({ names: either(condition.benefit.map(benefitName)) });
  if ('arrears' in condition)
    return m.veille_condition_arrears({ bills: either(condition.arrears.map(arrearsWords).map(quoted)) });
  return 'inDebt' in condition ? m.veille_condition_in_debt() : null;
}

/** Several in one sentence: `; et`, `; ou`; between brackets where they stand inside another. */
function joined(isAll: boolean, sentences: readonly string[], isInside: boolean): string {
  const parts = sentences.map(uncapital).join(isAll ? m.veille_condition_and() : m.veille_condition_or());
  if (isInside)
    return isAll
      ? m.veille_condition_together_inside({ parts })
      : m.veille_condition_either_inside({ parts });
  return isAll ? m.veille_condition_together({ parts }) : m.veille_condition_either({ parts });
}

const uncapital = (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);

function sentence(condition: Condition, situations: SituationWords, isInside = false): string {
  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition;
    const parts = isAll ? condition.all : condition.any;
    return joined(
      isAll,
      parts.map((part) => sentence(part, situations, true)),
      isInside
    );
  }
  if ('not' in condition)
    return m.veille_condition_not({ words: uncapital(sentence(condition.not, situations, true)) });
  if ('situation' in condition) {
    const question = situations[condition.situation];
    return question
      ? m.veille_condition_situation({ question: quoted(question) })
      : m.veille_condition_unknown();
  }
  if ('words' in condition) return m.veille_condition_words();
  return householdWords(condition) ?? moneyWords(condition) ?? m.veille_condition_unknown();
}

/** A condition in sentences, those that go together at the top one by one. */
export function conditionWords(condition: Condition, situations: SituationWords): ConditionWords {
  const lines = (parts: readonly Condition[]) => parts.map((part) => sentence(part, situations));
  if ('all' in condition) return { join: 'all', lines: lines(condition.all) };
  return 'any' in condition
    ? { join: 'any', lines: lines(condition.any) }
    : { join: null, lines: lines([condition]) };
}

/** The same in one sentence, for a cell of a table. */
export function conditionText(condition: Condition, situations: SituationWords): string {
  return sentence(condition, situations);
}
