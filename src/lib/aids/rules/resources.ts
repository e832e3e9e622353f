import {
  adultBirth,
  adultCount,
  alimonyPaid,
  alimonyReceived,
  invalidityPension,
  livretA,
  netSalary,
  otherSavings,
  retirementPension,
  unemploymentBenefit
} from '../answers';
import {
  EARNINGS_DEDUCTION_MAX,
  EARNINGS_DEDUCTION_MIN,
  EARNINGS_DEDUCTION_RATE,
  ELDERLY_DEDUCTION,
  LIVRET_A_RATE,
  PENSION_DEDUCTION_MAX,
  PENSION_DEDUCTION_MIN,
  PENSION_DEDUCTION_RATE,
  PSS_TWO_YEARS_BEFORE,
  SAVINGS_DEEMED_RATE,
  TAXABLE_PER_NET_SALARY,
  TWO_EARNER_SHARE_OF_PSS
} from '../generated/parameters';
import { amount, amountOfAdult, fact, type Evaluation } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import {
  aMonthOf,
  addedUpOverYear,
  euros,
  exceeds,
  larger,
  minus,
  orNothing,
  overYear,
  plus,
  smaller,
  times,
  toEuro,
  yieldOf,
  type Monthly,
  type Quantity,
  type MoneyUnit,
  type Yearly
} from '../kernel/quantity';
import { anyAdult, isCouple } from './people';

/** The sum over the adults. */
export function overAdults<U extends MoneyUnit>(
  e: Evaluation,
  of: (e: Evaluation, who: number) => Quantity<U>
): Quantity<U> {
  const first = of(e, 0);
  return adultCount(e, 0) === 2 ? plus(first, of(e, 1)) : first;
}

/** Taxable pay of a year: the net pay and the contributions one is taxed on. */
export const yearlySalary = amountOfAdult(
  'yearly_salary',
  'EUR/year',
  { law: '154 quinquies CGI' },
  (e, who) => addedUpOverYear(times(netSalary(e, who), the(e, TAXABLE_PER_NET_SALARY)))
);

/** Pay and unemployment benefit of a year, before deduction. */
const yearlyEarnings = amountOfAdult('yearly_earnings', 'EUR/year', {}, (e, who) =>
  plus(yearlySalary(e, who), overYear(unemploymentBenefit(e, who)))
);

/** Earnings less the deduction for professional expenses, which is rounded to the euro. */
export function afterDeduction(
  e: Evaluation,
  earnings: Yearly,
  lowest: Parameter<Yearly>,
  highest: Parameter<Yearly>
): Yearly {
  const tenth = times(earnings, the(e, EARNINGS_DEDUCTION_RATE));
  return orNothing(minus(earnings, toEuro(smaller(larger(tenth, the(e, lowest)), the(e, highest)))));
}

/** Pensions and alimony of a year less ten per cent; the maximum is that of the household. */
export function pensionsAfterDeduction(
  e: Evaluation,
  lowest: Parameter<Yearly>,
  highest: Parameter<Yearly>
): Yearly {
  let kept: Yearly = euros(0);
  let deducted: Yearly = euros(0);
  for (let who = 0; who < adultCount(e, 0); who++) {
    const gross = overYear(pensionsOf(e, who));
    const tenth = times(gross, the(e, PENSION_DEDUCTION_RATE));
    kept = plus(kept, gross);
    deducted = plus(deducted, smaller(gross, toEuro(larger(tenth, the(e, lowest)))));
  }
  return minus(kept, smaller(deducted, the(e, highest)));
}

/** Pensions and alimony received, a month. */
export const pensionsOf = (e: Evaluation, who: number): Monthly =>
  plus(plus(retirementPension(e, who), invalidityPension(e, who)), alimonyReceived(e, who));

/** Net taxable earnings of the year before last. */
export const netEarnings = amountOfAdult('net_earnings', 'EUR/year', { law: '83 CGI' }, (e, who) =>
  afterDeduction(e, yearlyEarnings(e, who), EARNINGS_DEDUCTION_MIN, EARNINGS_DEDUCTION_MAX)
);

/** Pay alone, after deduction. */
const netSalaryOfYear = amountOfAdult('net_salary_of_year', 'EUR/year', { law: '83 CGI' }, (e, who) =>
  afterDeduction(e, yearlySalary(e, who), EARNINGS_DEDUCTION_MIN, EARNINGS_DEDUCTION_MAX)
);

/** Alimony paid in a year. */
export const yearlyAlimonyPaid = (e: Evaluation): Yearly => overYear(overAdults(e, alimonyPaid));

/** Resources that family benefits look at: net taxable income of the year before last. */
export const familyResources = amount('family_resources', 'EUR/year', { law: 'R532-3 CSS' }, (e) =>
  orNothing(
    minus(
      plus(
        overAdults(e, netEarnings),
        pensionsAfterDeduction(e, PENSION_DEDUCTION_MIN, PENSION_DEDUCTION_MAX)
      ),
      yearlyAlimonyPaid(e)
    )
  )
);

/** Whether both adults earned enough, from work, for the higher ceilings. */
export const hasTwoEarners = fact('two_earners', { law: 'R532-1 CSS' }, (e) => {
  if (!isCouple(e)) return false;
  const floor = times(the(e, PSS_TWO_YEARS_BEFORE), the(e, TWO_EARNER_SHARE_OF_PSS));
  return !exceeds(floor, netSalaryOfYear(e, 0)) && !exceeds(floor, netSalaryOfYear(e, 1));
});

const SIXTY_FIVE = 65;

/** Whether the adult was 65 on the last day of the year before last. */
function wasElderly(e: Evaluation, who: number): boolean {
  const lastDecember = e.month - (e.month % 12) - 13;
  return Math.floor((lastDecember - adultBirth(e, who)) / 12) >= SIXTY_FIVE;
}

/** Reference income of the tax year, with the deduction of elderly taxpayers. */
export const taxReference = amount('tax_reference', 'EUR/year', { law: '1417 CGI' }, (e) => {
  const income = familyResources(e);
  return anyAdult(e, wasElderly) ? orNothing(minus(income, elderlyDeduction(e, income))) : income;
});

/** Deduction of taxpayers of 65 and over, by income. */
function elderlyDeduction(e: Evaluation, income: Yearly): Yearly {
  if (!exceeds(income, row(e, ELDERLY_DEDUCTION, 0))) return row(e, ELDERLY_DEDUCTION, 1);
  if (!exceeds(income, row(e, ELDERLY_DEDUCTION, 2))) return row(e, ELDERLY_DEDUCTION, 3);
  return euros(0);
}

/** What savings are deemed to bring in, a month. */
export const savingsIncome = amountOfAdult('savings_income', 'EUR/month', { law: 'R132-1 CASF' }, (e, who) =>
  aMonthOf(
    plus(
      yieldOf(livretA(e, who), the(e, LIVRET_A_RATE)),
      yieldOf(otherSavings(e, who), the(e, SAVINGS_DEEMED_RATE))
    )
  )
);
