import { euros, m, plural } from '$lib/i18n';
import { referenceHousehold } from '$lib/server/aids';

/** Euros as the law watch writes them: cents only where there are some. */
export const inEuros = (amount: number) => euros(Math.round(amount * 100), { cents: 'when-needed' });

/** A reference household in a line: who lives there, on what, and the rent. */
export function householdWords(id: string): string {
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
