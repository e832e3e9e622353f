import type { MissedRight, Reason, SetAside } from '$lib/aids';
import { m, number, plural } from '$lib/i18n';
import { AID_NAME, benefitName } from './aid-words';
import { exactEuros } from './amount-words';
import { CHOICE_WORDS } from './question-words';

/** A right that is not hers, or gives way to another, with why. */
export interface ClosedRight {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

/** Reasons that say nothing of her: bills she is not late on. */
const SILENT: readonly Reason['code'][] = ['no_such_arrears', 'not_in_debt'];
const MOST_REASONS = 2;
const PERCENT = 100;

const chosenWords = (screen: string, codes: readonly string[]) =>
  codes.map((code) => CHOICE_WORDS[screen]?.[code]?.() ?? code).join(` ${m.aids_missed_or()} `);

const yearsWords = (count: number) =>
  plural(count, m.aids_missed_year_one(), m.aids_missed_year_other({ count: String(count) }));

function ageWords(least: number | null, most: number | null): string {
  if (least === null) return m.aids_missed_age_to({ most: String(most ?? 0) });
  return most === null
    ? m.aids_missed_age_from({ least: String(least) })
    : m.aids_missed_age_between({ least: String(least), most: String(most) });
}

function incomeWords(reason: Extract<Reason, { code: 'income_over' }>): string {
  const amounts = {
    income: exactEuros(reason.income),
    ceiling: exactEuros(reason.ceiling),
    over: exactEuros(reason.over)
  };
  return reason.estimated ? m.aids_missed_income_about(amounts) : m.aids_missed_income(amounts);
}

/** Why a right is not hers, by how much where that can be told; null for what says nothing of her. */
function reasonWords(reason: Reason, situations: Readonly<Record<string, string>>): string | null {
  switch (reason.code) {
    case 'too_young':
      return m.aids_missed_too_young({ bound: String(reason.bound), years: yearsWords(reason.years) });
    case 'too_old':
      return m.aids_missed_too_old({ bound: String(reason.bound), years: yearsWords(reason.years) });
    case 'nobody_of_age':
      return ageWords(reason.least, reason.most);
    case 'too_few_children':
      return m.aids_missed_children({ needed: String(reason.needed), fewer: String(reason.fewer) });
    case 'lives_alone':
      return m.aids_missed_alone();
    case 'lives_in_couple':
      return m.aids_missed_couple();
    case 'other_activity':
      return m.aids_missed_activity({ wanted: chosenWords('activity_0', reason.wanted) });
    case 'other_housing':
      return m.aids_missed_housing({ wanted: chosenWords('housing', reason.wanted) });
    case 'disability_below':
      return m.aids_missed_disability({ needed: number(Math.round(reason.needed * PERCENT)) });
    case 'no_disabled_child':
      return m.aids_missed_disabled_child();
    case 'income_over':
      return incomeWords(reason);
    case 'not_entitled':
      return m.aids_missed_goes_with({ names: reason.aids.map((key) => AID_NAME[key]()).join(', ') });
    case 'not_received':
      return m.aids_missed_goes_with({ names: reason.benefits.map(benefitName).join(', ') });
    case 'loan_without_income':
      return m.aids_missed_loan();
    case 'not_the_situation': {
      const question = situations[reason.situation];
      return question ? m.aids_missed_situation({ question }) : null;
    }
    case 'excluded':
      return m.aids_missed_excluded();
    default:
      return null;
  }
}

/** Rights that are not hers with why not and by how much; those of situations she is not in are left out. */
export function missedWords(
  missed: readonly MissedRight[],
  situations: Readonly<Record<string, string>>
): readonly ClosedRight[] {
  return missed.flatMap(({ right, reasons }) => {
    if (right.engine !== undefined || reasons.some(({ code }) => SILENT.includes(code))) return [];
    const words = reasons.map((reason) => reasonWords(reason, situations)).filter((one) => one !== null);
    if (words.length === 0) return [];
    return [{ id: right.id, name: right.name, why: [...new Set(words)].slice(0, MOST_REASONS).join(' ') }];
  });
}

/** Rights that would be hers but give way to a better one, or to their local form. */
export function setAsideWords(setAside: readonly SetAside[]): readonly ClosedRight[] {
  return setAside.map(({ id, name, keptName, why, words, law }) => ({
    id,
    name,
    why:
      why === 'local'
        ? m.aids_aside_local({ kept: keptName })
        : m.aids_aside_exclusive({ kept: keptName, why: words ?? '', law: law ? `(${law})` : '' }).trim()
  }));
}
