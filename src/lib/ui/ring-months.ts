import { monthName } from '$lib/i18n';
import { localDate } from '$lib/kernel';

/** What a month holds: nothing asked, an instalment, the last one, an instalment already paid. */
export type RingMark = 'rest' | 'full' | 'last' | 'done';

/** A month that holds something. */
export interface RingMonth {
  /** `YYYY-MM`. */
  month: string;
  mark: RingMark;
}

/** A year of the calendar: twelve places, null where the plan says nothing. */
export interface RingYear {
  year: number;
  places: readonly (RingMark | null)[];
}

/** Puts months into years, from the first year named to the last, none left out in between. */
export function yearsOf(months: readonly RingMonth[]): RingYear[] {
  const marks = new Map(months.map(({ month, mark }) => [month, mark]));
  const years = months.map(({ month }) => Number(month.slice(0, 4)));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, places: twelve((month) => marks.get(`${year}-${month}`) ?? null) };
  });
}

/** The first letters of the twelve months, as a printed calendar has them. */
export function monthInitials(): string[] {
  return twelve((month) =>
    monthName(localDate(`2026-${month}-01`))
      .charAt(0)
      .toUpperCase()
  );
}

function twelve<T>(make: (month: string) => T): T[] {
  return Array.from({ length: 12 }, (_, index) => make(String(index + 1).padStart(2, '0')));
}
