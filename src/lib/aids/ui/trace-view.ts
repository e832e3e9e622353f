import {
  assumedSince,
  parameterAt,
  writtenMonth,
  type Explanation,
  type ParameterSource,
  type Step
} from '$lib/aids';
import { fullDate, m, monthAndYear, number } from '$lib/i18n';
import { localDate } from '$lib/kernel';
import { exactEuros } from './amount-words';
import { STEP_WORDS } from './step-words';

/** Why an amount is what it is: steps in plain words with their amounts and articles, and how fresh the law is. */
export interface TraceView {
  readonly steps: readonly { readonly label: string; readonly value: string; readonly law: string }[];
  readonly law: string;
  /** "Montants en vigueur depuis avril 2026, vérifiés le 21 novembre 2026." */
  readonly dates: string;
  readonly checked: string;
  /** That a newer amount should be out and is not known; empty when all are. */
  readonly assumed: string;
}

const MONEY = /^EUR/;

function valueOf({ unit, value, applies }: Step): string {
  if (!applies) return m.aids_step_none();
  if (unit === 'yes/no') return value === 1 ? m.aids_yes() : m.aids_no();
  if (MONEY.test(unit)) {
    const amount = exactEuros(value);
    if (unit === 'EUR/year') return `${amount} ${m.aids_amount_year()}`;
    return unit === 'EUR/month' ? `${amount} ${m.aids_amount_month()}` : amount;
  }
  return number(value, unit === 'rate' ? 4 : 0);
}

function stepView(step: Step, isCouple: boolean) {
  const label = STEP_WORDS[step.name]?.() ?? '';
  const person = step.person === 1 ? m.aids_person_1() : m.aids_person_0();
  return {
    label: step.person === null || !isCouple ? label : m.aids_step_of({ label, person }),
    value: valueOf(step),
    law: step.law
  };
}

/** What is worth reading of a trace: what applies, and the aid itself at the end. */
function worthReading(steps: readonly Step[]): readonly Step[] {
  const last = steps[steps.length - 1];
  return steps.filter((step) => step === last || (step.applies && step.value !== 0));
}

function datesOf(sources: readonly ParameterSource[], month: string) {
  const checked = sources.map((source) => source.checked).sort()[0];
  const from = sources
    .map((source) => source.from.filter((start) => start <= month).at(-1) ?? '')
    .sort()
    .at(-1);
  return { checked: checked ?? null, from: from === '' ? null : (from ?? null) };
}

function assumedWords(sources: readonly ParameterSource[], month: number): string {
  const since = sources.flatMap((source) => assumedSince(source, month) ?? []).sort((a, b) => b - a)[0];
  if (since === undefined) return '';
  return m.aids_result_assumed({ month: monthAndYear(localDate(`${writtenMonth(since)}-01`)) });
}

/** The calculation of one aid in words. `month` is written `YYYY-MM`; `monthNumber` the same for the engine. */
export function traceView(
  { steps, parameters }: Explanation,
  sources: readonly ParameterSource[],
  month: string,
  monthNumber: number,
  isCouple: boolean
): TraceView {
  const used = parameters
    .map((slot) => parameterAt(sources, slot, monthNumber)?.source)
    .filter((source) => source !== undefined);
  const { checked, from } = datesOf(used, month);
  const own = steps[steps.length - 1];
  return {
    steps: worthReading(steps).map((step) => stepView(step, isCouple)),
    law: own?.law ? m.aids_result_law({ law: own.law }) : '',
    dates:
      checked && from
        ? m.aids_result_dates({
            from: monthAndYear(localDate(`${from}-01`)),
            checked: fullDate(localDate(checked))
          })
        : '',
    checked: checked ? m.aids_result_checked({ checked: fullDate(localDate(checked)) }) : '',
    assumed: assumedWords(used, monthNumber)
  };
}
