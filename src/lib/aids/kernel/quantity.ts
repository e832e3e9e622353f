/** The units of the domain. Two amounts of different units cannot be added or compared: it does not compile. */
export type MoneyUnit = 'EUR' | 'EUR/month' | 'EUR/year' | 'EUR/day' | 'EUR/hour';
/** Every unit a named value may have. */
export type Unit = MoneyUnit | 'rate' | 'count' | 'yes/no';

declare const unitOf: unique symbol;

/** An amount of euros with its unit. At run time a plain number of euros; at compile time not a number. */
export interface Quantity<U extends MoneyUnit> {
  // a function of the unit, so that no amount passes for one of several units
  readonly [unitOf]: (unit: U) => U;
}

/** Euros a month. */
export type Monthly = Quantity<'EUR/month'>;
/** Euros a year. */
export type Yearly = Quantity<'EUR/year'>;
/** Euros paid once, or held. */
export type Lump = Quantity<'EUR'>;

type Money = MoneyUnit;
const raw = <U extends Money>(value: Quantity<U>): number => value as unknown as number;
const wrap = <U extends Money>(value: number): Quantity<U> => value as unknown as Quantity<U>;

/** An amount of `value` euros in the unit asked for; for constants of zero and for reading answers. */
export function euros<U extends Money>(value: number): Quantity<U> {
  return wrap(value);
}

/** The number of euros, for output and for ratios. */
export function inEuros<U extends Money>(value: Quantity<U>): number {
  return raw(value);
}

/** The sum of two amounts of one unit. */
export function plus<U extends Money>(a: Quantity<U>, b: Quantity<U>): Quantity<U> {
  return wrap(raw(a) + raw(b));
}

/** The difference of two amounts of one unit; may be negative. */
export function minus<U extends Money>(a: Quantity<U>, b: Quantity<U>): Quantity<U> {
  return wrap(raw(a) - raw(b));
}

/** An amount multiplied by a plain number. */
export function times<U extends Money>(a: Quantity<U>, factor: number): Quantity<U> {
  return wrap(raw(a) * factor);
}

/** How many times `b` goes in `a`. */
export function ratio<U extends Money>(a: Quantity<U>, b: Quantity<U>): number {
  return raw(a) / raw(b);
}

/** The larger of two amounts. */
export function larger<U extends Money>(a: Quantity<U>, b: Quantity<U>): Quantity<U> {
  return raw(a) > raw(b) ? a : b;
}

/** The smaller of two amounts. */
export function smaller<U extends Money>(a: Quantity<U>, b: Quantity<U>): Quantity<U> {
  return raw(a) < raw(b) ? a : b;
}

/** The amount, or nothing when it is negative. */
export function orNothing<U extends Money>(a: Quantity<U>): Quantity<U> {
  return raw(a) > 0 ? a : wrap(0);
}

/** Whether the first amount is strictly above the second. */
export function exceeds<U extends Money>(a: Quantity<U>, b: Quantity<U>): boolean {
  return raw(a) > raw(b);
}

/** Whether there is anything at all. */
export function isSome<U extends Money>(a: Quantity<U>): boolean {
  return raw(a) > 0;
}

const MONTHS = 12;

/** Twelve months of a monthly amount. */
export function overYear(a: Monthly): Yearly {
  return wrap(raw(a) * MONTHS);
}

/**
 * Twelve equal months added one after the other, each sum as near as a 32-bit float comes. What the law adds up month by
 * month differs by cents from twelve times a month; this lets them fall where the reference computation lets them fall.
 */
export function addedUpOverYear(a: Monthly): Yearly {
  const each = Math.fround(raw(a));
  let sum = 0;
  for (let month = 0; month < MONTHS; month++) sum = Math.fround(sum + each);
  return wrap(sum);
}

/** The twelfth of a yearly amount. */
export function aMonthOf(a: Yearly): Monthly {
  return wrap(raw(a) / MONTHS);
}

/** A monthly reference amount used as the base of something paid once or by the year (the BMAF, mostly). */
export function asBaseOf<U extends Money>(a: Monthly): Quantity<U> {
  return wrap(raw(a));
}

/** The pay of so many hours, as a monthly amount. */
export function hoursOf(a: Quantity<'EUR/hour'>, hours: number): Monthly {
  return wrap(raw(a) * hours);
}

/** The pay of so many days, as a monthly amount. */
export function daysOf(a: Quantity<'EUR/day'>, days: number): Monthly {
  return wrap(raw(a) * days);
}

// half a cent lost in binary must not lose the cent
const BINARY_NOISE = 1e-7;

/** What capital brings in over a year at a rate. */
export function yieldOf(capital: Lump, rate: number): Yearly {
  return wrap(raw(capital) * rate);
}

/**
 * The nearest amount a 32-bit float can hold. Yearly amounts divided by twelve often end on half a cent, which
 * the law does not say how to round; this lets it fall where the reference computation lets it fall.
 */
export function inSinglePrecision<U extends Money>(a: Quantity<U>): Quantity<U> {
  return wrap(Math.fround(raw(a)));
}

/** Rounded to the cent, half up. */
export function toCent<U extends Money>(a: Quantity<U>): Quantity<U> {
  return wrap(Math.round(raw(a) * 100) / 100);
}

/** The whole number of a kind nearest to an amount: `nearest(x, 3)` is a multiple of three euros. */
export function nearest<U extends Money>(a: Quantity<U>, step: number): Quantity<U> {
  return wrap(Math.round(raw(a) / step + BINARY_NOISE) * step);
}

/** Rounded to the euro, half up. */
export function toEuro<U extends Money>(a: Quantity<U>): Quantity<U> {
  return wrap(Math.round(raw(a) + BINARY_NOISE));
}

/** Rounded up to the next hundred euros; a fraction of a cent above does not count. */
export function upToHundred<U extends Money>(a: Quantity<U>): Quantity<U> {
  return wrap(Math.ceil(Math.round(raw(a) * 100) / 10_000) * 100);
}
