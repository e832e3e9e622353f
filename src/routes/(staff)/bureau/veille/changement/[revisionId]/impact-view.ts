import { AID_NAME } from '$lib/aids/ui/aid-words';
import {
  writtenMonth,
  type AidImpact,
  type AidRhythm,
  type HouseholdImpact,
  type LawImpact
} from '$lib/aids';
import { euros, m, monthAndYear, plural } from '$lib/i18n';
import { localDate } from '$lib/kernel';
import { householdWords, inEuros } from './household-words';

/** One table of the difference a change makes. */
export interface ImpactTable {
  readonly title: string | null;
  readonly caption: string;
  /** The first is that of the row headers. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly string[] }[];
}

/** Who gains and who loses, in words. */
export interface ImpactView {
  readonly gain: string;
  readonly lose: string;
  readonly text: string;
  readonly tables: readonly ImpactTable[];
}

const RHYTHM: Readonly<Record<AidRhythm, (of: { amount: string }) => string>> = {
  month: m.veille_impact_per_month,
  year: m.veille_impact_per_year,
  once: m.veille_impact_once,
  cover: m.veille_impact_cover
};

/** Who gains and who loses by a change of an amount. */
export function impactView(impact: LawImpact): ImpactView {
  const { month, households, gain, lose, averageGain, averageLoss, aids, largest } = impact;
  const text = m.veille_impact_text({
    households: String(households),
    month: monthAndYear(localDate(`${writtenMonth(month)}-01`))
  });
  const gained = { count: String(gain), amount: inEuros(averageGain) };
  const lost = { count: String(lose), amount: inEuros(averageLoss) };
  return {
    text,
    gain:
      gain === 0
        ? m.veille_impact_gain_none()
        : plural(gain, m.veille_impact_gain_one, m.veille_impact_gain_other)(gained),
    lose:
      lose === 0
        ? m.veille_impact_lose_none()
        : plural(lose, m.veille_impact_lose_one, m.veille_impact_lose_other)(lost),
    tables: aids.length === 0 ? [] : [aidTable(aids), householdTable(largest)]
  };
}

function aidTable(aids: readonly AidImpact[]): ImpactTable {
  return {
    title: null,
    caption: m.veille_impact_aids_caption(),
    columns: [
      m.veille_impact_aid(),
      m.veille_impact_gain(),
      m.veille_impact_lose(),
      m.veille_impact_most_gain(),
      m.veille_impact_most_lose()
    ],
    rows: aids.map(aidLine)
  };
}

function householdTable(largest: readonly HouseholdImpact[]): ImpactTable {
  return {
    title: m.veille_impact_largest(),
    caption: m.veille_impact_largest_caption(),
    columns: [
      m.veille_impact_household(),
      m.veille_impact_before(),
      m.veille_impact_after(),
      m.veille_impact_change()
    ],
    rows: largest.map(householdLine)
  };
}

function aidLine({ aid, rhythm, gain, lose, mostGained, mostLost }: AidImpact) {
  const most = (amount: number) =>
    amount === 0 ? m.veille_change_nothing() : RHYTHM[rhythm]({ amount: inEuros(amount) });
  return {
    header: AID_NAME[aid](),
    cells: [String(gain), String(lose), most(mostGained), most(mostLost)]
  };
}

function householdLine({ id, before, after }: HouseholdImpact) {
  const change = euros(Math.round((after - before) * 100), { cents: 'when-needed', signed: true });
  return { header: householdWords(id), cells: [inEuros(before), inEuros(after), change] };
}
