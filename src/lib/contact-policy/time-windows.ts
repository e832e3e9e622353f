import { isoWeekday, wallClockIn, type LocalDate } from '$lib/kernel';

/** A time on the wall clock, `HH:MM` on 24 hours. Compares as text. */
export type TimeOfDay = `${number}:${number}`;

/** From one time of the day, included, to another, excluded: at 19:00 a window that ends at 19:00 is closed. */
export interface TimeWindow {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** ISO day of the week: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The windows of each day of the week; a day left out has none. */
export type WeeklyWindows = Partial<Readonly<Record<Weekday, readonly TimeWindow[]>>>;

/** The whole day, for what makes no noise. `24:00` is the end of the day. */
export const ALL_DAY: TimeWindow = { from: '00:00', to: '24:00' };

/** The day and time an instant shows on the clock of a zone. */
export function clockAt(at: Date, timeZone: string): { day: LocalDate; time: TimeOfDay } {
  const wall = wallClockIn(at, timeZone);
  return { day: wall.day, time: timeOf(wall.hour, wall.minute) };
}

/** `HH:MM` from an hour (0-24) and a minute. */
export function timeOf(hour: number, minute: number): TimeOfDay {
  return `${two(hour)}:${two(minute)}` as TimeOfDay;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The windows of this day of the week. */
export function windowsOn(week: WeeklyWindows, day: LocalDate): readonly TimeWindow[] {
  return week[isoWeekday(day) as Weekday] ?? [];
}

/** What two lists of windows have in common, in order. */
export function commonWindows(some: readonly TimeWindow[], others: readonly TimeWindow[]): TimeWindow[] {
  return some
    .flatMap((a) =>
      others.map((b) => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }))
    )
    .filter((window) => window.from < window.to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether a time of the day lies in one of the windows. */
export function isWithin(windows: readonly TimeWindow[], time: TimeOfDay): boolean {
  return windows.some((window) => window.from <= time && time < window.to);
}

/**
 * The instant at which the clock of a zone shows this day and time. When the clock jumps over that time in spring,
 * the instant just after the jump; when it shows it twice in autumn, the first.
 */
export function instantOf(day: LocalDate, time: TimeOfDay, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutesOf(time) * 60_000;
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.find((at) => at + offsetAt(at, timeZone) === wanted);
  return new Date(exact ?? Math.max(...candidates));
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function offsetAt(at: number, timeZone: string): number {
  const wholeMinute = Math.floor(at / 60_000) * 60_000;
  const wall = wallClockIn(new Date(wholeMinute), timeZone);
  const shown = Date.parse(`${wall.day}T${timeOf(wall.hour, wall.minute)}:00Z`);
  return shown - wholeMinute;
}
