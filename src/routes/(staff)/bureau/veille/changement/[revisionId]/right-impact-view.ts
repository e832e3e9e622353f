import { writtenMonth, type Holding, type RightImpact } from '$lib/aids';
import { m, monthAndYear, number, plural } from '$lib/i18n';
import { localDate } from '$lib/kernel';
import type { AffectedProfiles } from '$lib/server/aids';
import { householdWords, inEuros } from './household-words';
import type { ImpactTable, ImpactView } from './impact-view';

/** Who gains and who loses by a change of a right. */
export function rightImpactView(impact: RightImpact): ImpactView {
  const { month, households, before, after } = impact;
  const text = m.veille_impact_right_text({
    households: String(households),
    month: monthAndYear(localDate(`${writtenMonth(month)}-01`)),
    before: String(before),
    after: String(after)
  });
  return {
    text,
    gain: gainWords(impact),
    lose: loseWords(impact),
    tables: impact.largest.length === 0 ? [] : [householdTable(impact.largest)]
  };
}

function gainWords({ gain, averageGain }: RightImpact): string {
  const count = String(gain);
  if (gain === 0) return m.veille_impact_gain_none();
  if (averageGain === null)
    return plural(gain, m.veille_impact_gain_unknown_one, m.veille_impact_gain_unknown_other)({ count });
  const amount = m.veille_impact_at_most({ amount: inEuros(averageGain) });
  return plural(gain, m.veille_impact_gain_one, m.veille_impact_gain_other)({ count, amount });
}

function loseWords({ lose, averageLoss }: RightImpact): string {
  const count = String(lose);
  if (lose === 0) return m.veille_impact_lose_none();
  if (averageLoss === null)
    return plural(lose, m.veille_impact_lose_unknown_one, m.veille_impact_lose_unknown_other)({ count });
  const amount = m.veille_impact_at_most({ amount: inEuros(averageLoss) });
  return plural(lose, m.veille_impact_lose_one, m.veille_impact_lose_other)({ count, amount });
}

function holdingWords({ has, monthly }: Holding): string {
  if (!has) return m.veille_impact_not_held();
  return monthly === null
    ? m.veille_impact_held()
    : m.veille_impact_per_month({ amount: m.veille_impact_at_most({ amount: inEuros(monthly) }) });
}

function householdTable(largest: RightImpact['largest']): ImpactTable {
  return {
    title: m.veille_impact_largest(),
    caption: m.veille_impact_largest_caption(),
    columns: [m.veille_impact_household(), m.veille_impact_before(), m.veille_impact_after()],
    rows: largest.map(({ id, before, after }) => ({
      header: householdWords(id),
      cells: [holdingWords(before), holdingWords(after)]
    }))
  };
}

/** How many stored profiles a change touches; whole tens, and never how many under ten. */
export function profilesLine({ seen, gain, lose }: AffectedProfiles): string {
  if (seen === 0) return m.veille_impact_profiles_few();
  const inTens = (count: number) =>
    count === 0 ? m.veille_outcomes_few() : m.veille_impact_about({ count: number(count) });
  return m.veille_impact_profiles({ seen: number(seen), gain: inTens(gain), lose: inTens(lose) });
}
