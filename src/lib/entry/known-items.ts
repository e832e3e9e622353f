import { localDateFromParts, type LocalDate } from '$lib/kernel';

/** A birth date as typed in three boxes. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS: Readonly<Record<string, number>> = {
  janvier: 1,
  janv: 1,
  fevrier: 2,
  fevr: 2,
  fev: 2,
  mars: 3,
  avril: 4,
  avr: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  juil: 7,
  aout: 8,
  septembre: 9,
  sept: 9,
  octobre: 10,
  oct: 10,
  novembre: 11,
  nov: 11,
  decembre: 12,
  dec: 12
};

/** Nobody older is written to; a year of two digits is read as this century or the one before. */
const OLDEST_YEARS = 120;

/**
 * Reads a birth date as people type it: "2", "02" or "1er", the month as a number or a word, the year in four digits
 * or two. Null when it is no day of the calendar, in the future or more than 120 years ago.
 */
export function readBirthDate(typed: TypedDate, today: LocalDate): LocalDate | null {
  const day = /^(\d{1,2})(?:er)?$/.exec(plain(typed.day))?.[1];
  const month = readMonth(plain(typed.month));
  const year = readYear(plain(typed.year), Number(today.slice(0, 4)));
  if (!day || month === null || year === null) return null;
  const date = localDateFromParts(year, month, Number(day));
  if (date === null || date > today) return null;
  return year >= Number(today.slice(0, 4)) - OLDEST_YEARS ? date : null;
}

function readMonth(text: string): number | null {
  const named = MONTHS[text.replace(/\.$/, '')];
  if (named) return named;
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

function readYear(text: string, thisYear: number): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (!/^\d{2}$/.test(text)) return null;
  const year = Math.floor(thisYear / 100) * 100 + Number(text);
  return year > thisYear - 15 ? year - 100 : year;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, '');
}
