import { ok, refused, type Result } from './result';

declare const centsBrand: unique symbol;

/** An amount of money in whole euro cents. May be negative (a difference); never fractional. */
export type Cents = number & { readonly [centsBrand]: true };

/** The largest amount the product accepts anywhere: ten million euros. */
export const MAX_CENTS = 1_000_000_000 as Cents;

/** Makes an amount from a whole number of cents; throws when it is not a safe integer. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`);
  return value as Cents;
}

/** Zero euro. */
export const ZERO_CENTS = cents(0);

/** Makes an amount from euros, rounding half away from zero to the cent. */
export function fromEuros(euros: number): Cents {
  const sign = euros < 0 ? -1 : 1;
  return cents(sign * Math.round(Math.abs(euros) * 100 + 1e-7));
}

/** The amount in euros, for display and for rules written in euros. */
export function toEuros(amount: Cents): number {
  return amount / 100;
}

/** The exact sum of amounts; zero for none. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** Splits an amount into `parts` whole-cent shares that differ by one cent at most and sum exactly. */
export function splitCents(amount: Cents, parts: number): Cents[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`Cannot split in ${parts} parts`);
  const base = Math.trunc(amount / parts);
  const rest = amount - base * parts;
  const step = Math.sign(rest);
  return Array.from({ length: parts }, (_, index) => cents(base + (index < Math.abs(rest) ? step : 0)));
}

/** Why a text is not an amount. */
export type AmountRefusal =
  | { readonly code: 'amount_missing' }
  | { readonly code: 'amount_not_a_number'; readonly text: string }
  | { readonly code: 'amount_negative'; readonly text: string }
  | { readonly code: 'amount_too_large'; readonly maximum: Cents };

const APPROXIMATELY = /^(à\s+peu\s+près|environ|env\.?|~|≈)\s*/i;
const AMOUNT = /^([+−-])?(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+(?=,))(?:[.,](\d{1,2}))?$/;

/**
 * Reads an amount as people write it in French: `1 234,50 €`, `1.234,56`, `35`, `à peu près 35`,
 * `1234.5 euros`, with plain, no-break or narrow no-break spaces. Negative amounts are refused unless
 * `allowNegative`; more than two decimals are refused rather than rounded.
 */
export function parseAmount(
  text: string,
  options: { allowNegative?: boolean } = {}
): Result<Cents, AmountRefusal> {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').trim();
  if (plain === '') return refused({ code: 'amount_missing' });
  const bare = plain
    .replace(APPROXIMATELY, '')
    .replace(/\s*(€|euros?|eur)$/i, '')
    .trim();
  const match = AMOUNT.exec(bare);
  if (!match) return refused({ code: 'amount_not_a_number', text: plain });
  const [, sign, whole = '', decimals = ''] = match;
  const negative = sign === '-' || sign === '−';
  const value = Number(whole.replace(/[ .]/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
  if (value > MAX_CENTS) return refused({ code: 'amount_too_large', maximum: MAX_CENTS });
  if (negative && value > 0 && !options.allowNegative)
    return refused({ code: 'amount_negative', text: plain });
  return ok(cents(negative && value !== 0 ? -value : value));
}
