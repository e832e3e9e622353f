declare const localDateBrand: unique symbol;

/** A calendar day without a time zone, as `YYYY-MM-DD`. Compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const MS_PER_DAY = 86_400_000;

/** A day from year, month (1-12) and day of month, or null when the calendar has no such day. */
export function localDateFromParts(year: number, month: number, day: number): LocalDate | null {
  return isDay(year, month, day) ? (`${year}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate) : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!isWhole || year < 1000 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD`; null when it is not such a text or not a day of the calendar. A page of a case reads dozens. */
export function parseIsoDate(text: string): LocalDate | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  return isDay(year, month, day) ? (text as LocalDate) : null;
}

/** The number that these characters write; NaN when one of them is not a digit. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** A day written in code or read from our own database; throws when it is not one. */
export function localDate(text: string): LocalDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`Not a calendar day: ${text}`);
  return day;
}

/** Year, month (1-12) and day of month. */
export function partsOf(day: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: LocalDate, count: number): LocalDate {
  // the contact policy asks day after day, and nearly always within a month
  const inMonth = Number(day.slice(8)) + count;
  if (inMonth >= 1 && inMonth <= 28) return `${day.slice(0, 8)}${twoDigits(inMonth)}` as LocalDate;
  return new Date(Date.parse(day) + count * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

/** The same day of the month `count` months later, or the last day of that month when it is shorter. */
export function addMonths(day: LocalDate, count: number): LocalDate {
  const from = partsOf(day);
  const months = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return localDate(`${year}-${twoDigits(month)}-${twoDigits(Math.min(from.day, daysInMonth(year, month)))}`);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/** Full years between a birth date and a day. Someone born on 29 February grows older on 1 March. */
export function ageOn(birth: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** ISO day of the week: 1 Monday to 7 Sunday. */
export function isoWeekday(day: LocalDate): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** The calendar day an instant falls on, in an IANA time zone such as `Europe/Paris`. */
export function dayInZone(instant: Date, timeZone: string): LocalDate {
  return wallClockIn(instant, timeZone).day;
}

/** What a clock on the wall says. */
export interface WallClock {
  readonly day: LocalDate;
  readonly hour: number;
  readonly minute: number;
}

/** Calendar day, hour and minute of an instant on the wall clock of an IANA time zone. */
export function wallClockIn(instant: Date, timeZone: string): WallClock {
  // a page asks for the same minute several times over, and each answer of Intl takes long
  const key = `${timeZone} ${Math.floor(instant.getTime() / MINUTE_MS)}`;
  // offsets were not of whole minutes everywhere before
  const mayKeep = instant.getTime() >= WHOLE_MINUTES_SINCE;
  const known = mayKeep ? readClocks.get(key) : undefined;
  if (known) return known;
  const clock = readClock(instant, timeZone);
  if (readClocks.size >= MOST_CLOCKS) readClocks.clear();
  if (mayKeep) readClocks.set(key, clock);
  return clock;
}

const MINUTE_MS = 60_000;
/** Liberia was the last to leave an offset with seconds, in January 1972 (IANA time zone database). */
const WHOLE_MINUTES_SINCE = Date.UTC(1972, 1, 1);
const MOST_CLOCKS = 2_000;
const readClocks = new Map<string, WallClock>();

function readClock(instant: Date, timeZone: string): WallClock {
  const read = formatterOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => read.find((piece) => piece.type === type)?.value ?? '';
  return {
    day: localDate(`${part('year')}-${part('month')}-${part('day')}`),
    hour: Number(part('hour')),
    minute: Number(part('minute'))
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23'
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
