import type { MoneyUnit, Quantity, Unit } from './quantity';

/** What is recorded while one household is explained; absent in bulk, where it would only cost time. */
export interface Recorder {
  /** A named value starts being computed. */
  enter(slot: number): void;
  /** The named value entered last is known now. */
  leave(slot: number, value: number, applies: boolean): void;
  /** A named value already known is read again. */
  reread(slot: number): void;
  /** An answer of the household is read. */
  answer(slot: number): void;
  /** A dated parameter is read. */
  parameter(slot: number): void;
}

/**
 * One household being evaluated for one month. Values, answers and parameters stand in flat arrays indexed by
 * slots given when the rules are defined, so that reading one is an array access. Reused from household to
 * household: `forget()` makes every memoised value stale by moving to the next generation.
 */
export class Evaluation {
  readonly values: Float64Array;
  readonly stamps: Uint32Array;
  readonly answers: Float64Array;
  parameters: Float64Array;
  /** The month evaluated, as year × 12 + month - 1. */
  month = 0;
  generation = 1;
  recorder: Recorder | null = null;
  /** Gives the same household in an earlier month; set by whoever needs a history. */
  history: MonthlyHistory | null = null;

  constructor(answers: Float64Array, parameters: Float64Array) {
    this.values = new Float64Array(ruleInfos.length);
    this.stamps = new Uint32Array(ruleInfos.length);
    this.answers = answers;
    this.parameters = parameters;
  }

  /** Makes some memoised values stale, when only what they depend on changed. */
  forgetOnly(slots: readonly number[]): void {
    for (const slot of slots) this.stamps[slot] = 0;
  }

  /** Makes all memoised values stale: the answers, the parameters or the month changed. */
  forget(): void {
    this.generation += 1;
    if (this.generation === 0xffffffff) {
      this.stamps.fill(0);
      this.generation = 1;
    }
  }
}

/** The twelve months before the month evaluated, in runs during which nothing the law looks at changes. */
export interface MonthlyHistory {
  /** How many runs of months there are; cuts the year for the household at the first call. */
  runs(): number;
  /** The sum over the twelve months of a parameter. */
  sumOf(slot: number): number;
  /** How many months the run lasts. */
  monthsOf(run: number): number;
  /** The household in that run. */
  at(run: number): Evaluation;
}

/** What is known of a named value besides its formula. */
export interface RuleInfo {
  readonly name: string;
  readonly unit: Unit;
  /** The article it comes from; empty for a step of arithmetic that has none of its own. */
  readonly law: string;
  /** Which adult it is about, when it is computed for each. */
  readonly person: number | null;
}

/** What is known of an answer: its name and the question that asks it. */
export interface AnswerInfo {
  readonly name: string;
  readonly question: string;
  /** Which adult or child, when there is one for each. */
  readonly person: number | null;
  /** Whether it is of an adult. */
  readonly ofAdult: boolean;
}

/** All named values, by slot. */
export const ruleInfos: RuleInfo[] = [];
/** All answers, by slot. */
export const answerInfos: AnswerInfo[] = [];

type Formula<T> = (evaluation: Evaluation) => T;
type PersonFormula<T> = (evaluation: Evaluation, person: number) => T;
/** A named value of the household: call it with an evaluation. `slot` finds it in a trace. */
export type Rule<T> = Formula<T> & { readonly slot: number };
/** A named value of each adult. */
export type PersonRule<T> = PersonFormula<T> & { readonly slot: number };

/** Article and condition of a named value. */
export interface RuleOptions<F> {
  /** The article, as a jurist cites it. */
  readonly law?: string;
  /** When this is false the value is zero, and an explanation says that the rule does not apply. */
  readonly appliesWhen?: F;
}

function compute(
  evaluation: Evaluation,
  slot: number,
  person: number,
  formula: PersonFormula<number>,
  appliesWhen: PersonFormula<boolean> | undefined
): number {
  const { recorder } = evaluation;
  if (recorder !== null) recorder.enter(slot);
  const applies = appliesWhen === undefined || appliesWhen(evaluation, person);
  const value = applies ? formula(evaluation, person) : 0;
  evaluation.values[slot] = value;
  evaluation.stamps[slot] = evaluation.generation;
  if (recorder !== null) recorder.leave(slot, value, applies);
  return value;
}

function register(name: string, unit: Unit, law: string | undefined, persons: number | null): number {
  const slot = ruleInfos.length;
  if (persons === null) ruleInfos.push({ name, unit, law: law ?? '', person: null });
  else
    for (let person = 0; person < persons; person++) ruleInfos.push({ name, unit, law: law ?? '', person });
  return slot;
}

function ofHousehold<T>(
  name: string,
  unit: Unit,
  options: RuleOptions<Formula<boolean>>,
  formula: Formula<T>
) {
  const slot = register(name, unit, options.law, null);
  const numeric = formula as unknown as PersonFormula<number>;
  const { appliesWhen } = options;
  const read = (evaluation: Evaluation): number => {
    if (evaluation.stamps[slot] === evaluation.generation) {
      if (evaluation.recorder !== null) evaluation.recorder.reread(slot);
      return evaluation.values[slot] as number;
    }
    return compute(evaluation, slot, 0, numeric, appliesWhen);
  };
  return Object.assign(read, { slot }) as unknown as Rule<T>;
}

/** How many adults a household has at most. */
export const MAX_ADULTS = 2;

function ofAdult<T>(
  name: string,
  unit: Unit,
  options: RuleOptions<PersonFormula<boolean>>,
  formula: PersonFormula<T>
) {
  const slot = register(name, unit, options.law, MAX_ADULTS);
  const numeric = formula as unknown as PersonFormula<number>;
  const { appliesWhen } = options;
  const read = (evaluation: Evaluation, person: number): number => {
    const own = slot + person;
    if (evaluation.stamps[own] === evaluation.generation) {
      if (evaluation.recorder !== null) evaluation.recorder.reread(own);
      return evaluation.values[own] as number;
    }
    return compute(evaluation, own, person, numeric, appliesWhen);
  };
  return Object.assign(read, { slot }) as unknown as PersonRule<T>;
}

/** Names an amount of the household. */
export function amount<U extends MoneyUnit>(
  name: string,
  unit: U,
  options: RuleOptions<Formula<boolean>>,
  formula: Formula<Quantity<U>>
): Rule<Quantity<U>> {
  return ofHousehold(name, unit, options, formula);
}

/** Names an amount of each adult. */
export function amountOfAdult<U extends MoneyUnit>(
  name: string,
  unit: U,
  options: RuleOptions<PersonFormula<boolean>>,
  formula: PersonFormula<Quantity<U>>
): PersonRule<Quantity<U>> {
  return ofAdult(name, unit, options, formula);
}

/** Names a plain number of the household: a count or a rate. */
export function number(
  name: string,
  unit: 'count' | 'rate',
  options: RuleOptions<Formula<boolean>>,
  formula: Formula<number>
): Rule<number> {
  return ofHousehold(name, unit, options, formula);
}

/** Names a yes or no of the household. */
export function fact(
  name: string,
  options: RuleOptions<Formula<boolean>>,
  formula: Formula<boolean>
): Rule<boolean> {
  const slot = register(name, 'yes/no', options.law, null);
  const numeric = (evaluation: Evaluation) => (formula(evaluation) ? 1 : 0);
  const { appliesWhen } = options;
  const read = (evaluation: Evaluation): boolean => {
    if (evaluation.stamps[slot] !== evaluation.generation)
      return compute(evaluation, slot, 0, numeric, appliesWhen) === 1;
    if (evaluation.recorder !== null) evaluation.recorder.reread(slot);
    return evaluation.values[slot] === 1;
  };
  return Object.assign(read, { slot });
}

/** Names a yes or no of each adult. */
export function factOfAdult(
  name: string,
  options: RuleOptions<PersonFormula<boolean>>,
  formula: PersonFormula<boolean>
): PersonRule<boolean> {
  const slot = register(name, 'yes/no', options.law, MAX_ADULTS);
  const numeric = (evaluation: Evaluation, person: number) => (formula(evaluation, person) ? 1 : 0);
  const { appliesWhen } = options;
  const read = (evaluation: Evaluation, person: number): boolean => {
    const own = slot + person;
    if (evaluation.stamps[own] !== evaluation.generation)
      return compute(evaluation, own, person, numeric, appliesWhen) === 1;
    if (evaluation.recorder !== null) evaluation.recorder.reread(own);
    return evaluation.values[own] === 1;
  };
  return Object.assign(read, { slot });
}

/** Declares an answer kept in `places` slots (one for each adult or child); returns its reader and its slot. */
export function answer(name: string, question: string, places: number | null = null): PersonRule<number> {
  const slot = answerInfos.length;
  for (let place = 0; place < (places ?? 1); place++)
    answerInfos.push({
      name,
      question,
      person: places === null ? null : place,
      ofAdult: places === MAX_ADULTS
    });
  const read = (evaluation: Evaluation, place = 0): number => {
    if (evaluation.recorder !== null) evaluation.recorder.answer(slot + place);
    return evaluation.answers[slot + place] as number;
  };
  return Object.assign(read, { slot });
}
