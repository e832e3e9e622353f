import type { Cents } from '$lib/kernel';
import { NBSP, NNBSP } from './spaces';

const MINUS = '−';

/** How an amount is written. */
export interface EurosOptions {
  /**
   * `always` (default) writes the cents; `when-needed` leaves them out of a whole amount ("35 €", "31,40 €");
   * `never` rounds to the nearest euro, half away from zero.
   */
  cents?: 'always' | 'when-needed' | 'never';
  /** Writes a sign before positive amounts too ("+ 46,40 €"), for sums read line by line. */
  signed?: boolean;
}

/** An amount in whole cents, as French writes it: "626,40 €", "1 042 €", "− 260,00 €". */
export function euros(amountCents: Cents | number, options: EurosOptions = {}): string {
  const { cents = 'always', signed = false } = options;
  const size = Math.abs(amountCents);
  const shown = cents === 'never' ? Math.round(size / 100) * 100 : Math.round(size);
  const withCents = cents === 'always' || (cents === 'when-needed' && shown % 100 !== 0);
  const text = withCents
    ? `${grouped(Math.floor(shown / 100))},${String(shown % 100).padStart(2, '0')}`
    : grouped(shown / 100);
  return `${signOf(shown === 0 ? 0 : amountCents, signed)}${text}${NBSP}€`;
}

/** A whole or decimal number with French grouping: "12 480", "2,5". At most `decimals` digits after the comma. */
export function number(value: number, decimals = 0): string {
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const tail = rest.replace(/0+$/, '');
  const isZero = Number(whole) === 0 && tail === '';
  return `${signOf(isZero ? 0 : value, false)}${grouped(Number(whole))}${tail && `,${tail}`}`;
}

/** A share between 0 and 1 as a percentage: 0.72 gives "72 %". */
export function percent(share: number, decimals = 0): string {
  return `${number(share * 100, decimals)}${NBSP}%`;
}

/** A French phone number in pairs: "+33200000000" or "0200000000" gives "02 00 00 00 00"; others unchanged. */
export function phoneNumber(digits: string): string {
  const national = digits.replace(/[\s.]/g, '').replace(/^\+33/, '0');
  return /^0\d{9}$/.test(national) ? national.replace(/(\d\d)(?=\d)/g, `$1${NBSP}`) : digits;
}

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, NNBSP);
}

function signOf(value: number, signed: boolean): string {
  if (value < 0) return MINUS + NBSP;
  return signed && value > 0 ? `+${NBSP}` : '';
}
