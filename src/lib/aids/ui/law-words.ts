import { type ClaimOutcome, type OutcomeGroup, type ParameterSource } from '$lib/aids';
import { list, m, number, plural } from '$lib/i18n';

type Words = () => string;
type Unit = ParameterSource['unit'];

/** The groups of parameters, in the order in which they are offered. */
export const GROUP_NAME: Readonly<Record<string, Words>> = {
  rsa: m.veille_group_rsa,
  'activity-bonus': m.veille_group_activity_bonus,
  housing: m.veille_group_housing,
  family: m.veille_group_family,
  disability: m.veille_group_disability,
  'old-age': m.veille_group_old_age,
  unemployment: m.veille_group_unemployment,
  'health-cover': m.veille_group_health_cover,
  energy: m.veille_group_energy,
  school: m.veille_group_school,
  resources: m.veille_group_resources,
  common: m.veille_group_common
};

const UNIT: Partial<Record<Unit, Words>> = {
  EUR: m.veille_unit_euros,
  'EUR/month': m.veille_unit_month,
  'EUR/year': m.veille_unit_year,
  'EUR/day': m.veille_unit_day,
  'EUR/hour': m.veille_unit_hour,
  rate: m.veille_unit_rate,
  count: m.veille_unit_count
};

const MOST_DECIMALS = 8;

/** A unit in words. */
export function unitWords(unit: Unit): string {
  return UNIT[unit]?.() ?? unit;
}

/** A value with its unit: "651,69 € par mois"; rates and counts stand alone. */
export function valueWords(value: number, unit: Unit): string {
  const shown = number(value, MOST_DECIMALS);
  return unit.startsWith('EUR') ? `${shown}\u00a0${unitWords(unit)}` : shown;
}

const ROW: Readonly<Record<string, Words>> = {
  single: m.veille_row_single,
  couple: m.veille_row_couple,
  per_child: m.veille_row_per_child,
  one_child: m.veille_row_one_child,
  base: m.veille_row_base,
  others: m.veille_row_others,
  first: m.veille_row_first,
  second: m.veille_row_second,
  third: m.veille_row_third,
  three_or_more: m.veille_row_more
};
const COUNTED: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eleven: 11,
  fifteen: 15
};
const NUMBERED: Readonly<Record<string, (of: { number: string }) => string>> = {
  band: m.veille_row_band,
  zone: m.veille_row_zone,
  children: m.veille_row_children
};

/** The name of a row of a scale. */
export function rowWords(row: string): string {
  const own = ROW[row];
  if (own) return own();
  const counted = COUNTED[row];
  if (counted !== undefined) return m.veille_row_number({ number: String(counted) });
  const [kind = '', of = ''] = row.split('_');
  return NUMBERED[kind]?.({ number: of }) ?? row.replaceAll('_', ' ');
}

const OUTCOME: Readonly<Record<ClaimOutcome, Words>> = {
  granted: m.veille_outcomes_granted,
  other_amount: m.veille_outcomes_other_amount,
  refused: m.veille_outcomes_refused,
  no_answer: m.veille_outcomes_no_answer
};

/** What became of the claims of an aid, one line a group; "moins de dix réponses" under ten. */
export function outcomeLines(groups: readonly OutcomeGroup[] | null): readonly string[] {
  if (groups === null) return [m.veille_outcomes_none()];
  return groups.map(({ outcomes, count }) =>
    m.veille_outcomes_line({ count: String(count), outcomes: list(outcomes.map((one) => OUTCOME[one]())) })
  );
}

/** How long ago something was checked. */
export function checkedAge(days: number): string {
  if (days === 0) return m.veille_age_today();
  return plural(days, m.veille_age_one, m.veille_age_other)({ count: number(days) });
}

/** How long ago facts were known to hold; null where nobody knows. */
export function knownAge(days: number | null): string {
  if (days === null) return m.veille_age_unknown();
  if (days === 0) return m.veille_age_known_today();
  return plural(days, m.veille_age_known_one, m.veille_age_known_other)({ count: number(days) });
}
