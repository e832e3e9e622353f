import { addDays, wallClockIn, type LocalDate } from '$lib/kernel';
import { NBSP, NNBSP } from './spaces';

type Part = 'weekday' | 'month' | 'shortMonth';

const FORMATS: Record<Part, Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'long' },
  month: { month: 'long' },
  shortMonth: { month: 'short' }
};

const formatters = new Map<Part, Intl.DateTimeFormat>();

/** The name of the weekday or month, from the phone's own French names: nothing to download. */
function name(day: LocalDate, part: Part): string {
  let formatter = formatters.get(part);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('fr-FR', { ...FORMATS[part], timeZone: 'UTC' });
    formatters.set(part, formatter);
  }
  return formatter.format(Date.parse(day));
}

function dayNumber(day: LocalDate): string {
  const value = Number(day.slice(8));
  return value === 1 ? '1er' : String(value);
}

/** The day and month: "14 septembre", "1er mai". */
export function dayAndMonth(day: LocalDate): string {
  return `${dayNumber(day)}${NBSP}${name(day, 'month')}`;
}

/** The long day, without year: "lundi 14 septembre". */
export function longDay(day: LocalDate): string {
  return `${name(day, 'weekday')} ${dayAndMonth(day)}`;
}

/** The weekday and number, under a heading that names the month: "lundi 14". */
export function weekdayAndNumber(day: LocalDate): string {
  return `${name(day, 'weekday')}${NBSP}${dayNumber(day)}`;
}

/** The short day, without year: "8 sept.". */
export function shortDay(day: LocalDate): string {
  return `${dayNumber(day)}${NBSP}${name(day, 'shortMonth')}`;
}

/** The day with its year: "14 septembre 2026". */
export function fullDate(day: LocalDate): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** The month with its year: "septembre 2026". */
export function monthAndYear(day: LocalDate): string {
  return `${name(day, 'month')} ${day.slice(0, 4)}`;
}

/** The month alone: "septembre". */
export function monthName(day: LocalDate): string {
  return name(day, 'month');
}

/** "hier", "aujourd’hui" or "demain" when the day is that near to today; the long day otherwise. */
export function nearDay(day: LocalDate, today: LocalDate): string {
  if (day === today) return 'aujourd’hui';
  if (day === addDays(today, 1)) return 'demain';
  if (day === addDays(today, -1)) return 'hier';
  return longDay(day);
}

/** An hour of the wall clock: "16 h 20", "9 h 05", "18 h". */
export function hour(hours: number, minutes = 0): string {
  const full = minutes === 0 ? '' : `${NNBSP}${String(minutes).padStart(2, '0')}`;
  return `${hours}${NNBSP}h${full}`;
}

/** The hour an instant shows on the clocks of an IANA time zone: "16 h 20". */
export function hourOf(instant: Date, timeZone: string): string {
  const clock = wallClockIn(instant, timeZone);
  return hour(clock.hour, clock.minute);
}

/** An instant on the clocks of a time zone: "lundi 14 septembre à 16 h 20". */
export function longInstant(instant: Date, timeZone: string): string {
  const clock = wallClockIn(instant, timeZone);
  return `${longDay(clock.day)} à ${hour(clock.hour, clock.minute)}`;
}

/** An instant in little room, on the clocks of a time zone: "8 sept., 16 h 20". */
export function shortInstant(instant: Date, timeZone: string): string {
  const clock = wallClockIn(instant, timeZone);
  return `${shortDay(clock.day)}, ${hour(clock.hour, clock.minute)}`;
}
