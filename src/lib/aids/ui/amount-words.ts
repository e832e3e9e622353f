import type { AidRhythm, FoundAid } from '$lib/aids';
import { euros, m, number } from '$lib/i18n';

/** Euros as written on a card: to the euro, since an estimate to the cent would promise too much. */
export function roundEuros(value: number): string {
  return euros(Math.round(value) * 100, { cents: 'never' });
}

/** Euros as a calculation shows them. */
export function exactEuros(value: number): string {
  return euros(Math.round(value * 100), { cents: 'when-needed' });
}

const FREE = 2;
const RHYTHM: Readonly<Record<Exclude<AidRhythm, 'cover'>, () => string>> = {
  month: m.aids_amount_month,
  year: m.aids_amount_year,
  once: m.aids_amount_once
};

/** The amount of an aid and its rhythm. A range only while what is missing would change it to the eye. */
export function amountWords(aid: FoundAid, participation: number): { amount: string; rhythm: string } {
  if (aid.rhythm === 'cover') {
    const words =
      aid.usual >= FREE
        ? m.aids_cover_free()
        : m.aids_cover_participation({ amount: exactEuros(participation) });
    return { amount: words, rhythm: '' };
  }
  const [low, high] = [roundEuros(aid.low), roundEuros(aid.high)];
  const amount =
    aid.sureness !== 'to-check' || low === high
      ? roundEuros(aid.usual)
      : m.aids_amount_range({ low: number(Math.round(aid.low)), high });
  return { amount, rhythm: RHYTHM[aid.rhythm]() };
}
