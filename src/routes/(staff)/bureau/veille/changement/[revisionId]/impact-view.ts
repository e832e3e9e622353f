import { referenceHousehold } from '$lib/server/aids';
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

const inEuros = (amount: number) => euros(Math.round(amount * 100), { cents: 'when-needed' });

const RHYTHM: Readonly<Record<AidRhythm, (of: { amount: string }) => string>> = {
  month: m.veille_impact_per_month,
  year: m.veille_impact_per_year,
  once: m.veille_impact_once,
  cover: m.veille_impact_cover
};

/** Who gains and who loses, in words. */
export function impactView(impact: LawImpact) {
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
    aids: aids.map(aidLine),
    largest: largest.map(householdLine)
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

/** A reference household in a line: who lives there, on what, and the rent. */
function householdWords(id: string): string {
  const input = referenceHousehold(id);
  if (!input) return id;
  const { adults, children, housing } = input;
  const income = adults.reduce(
    (sum, { net_salary = 0, unemployment_benefit = 0, retirement_pension = 0, invalidity_pension = 0 }) =>
      sum + net_salary + unemployment_benefit + retirement_pension + invalidity_pension,
    0
  );
  const count = (of: number) => ({ count: String(of) });
  const words = [
    plural(adults.length, m.veille_household_adult_one, m.veille_household_adult_other)(count(adults.length)),
    children.length === 0
      ? m.veille_household_child_none()
      : plural(
          children.length,
          m.veille_household_child_one,
          m.veille_household_child_other
        )(count(children.length)),
    m.veille_household_income({ amount: inEuros(income) }),
    ...(housing.rent ? [m.veille_household_rent({ amount: inEuros(housing.rent) })] : [])
  ];
  return words.join(', ');
}
