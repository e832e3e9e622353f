import { addDays, localDate, localDateFromParts, type LocalDate } from '$lib/kernel';
import type { Territory } from './territory';

/** The name of a public holiday; its words are chosen on screen. */
export type HolidayCode =
  | 'new_year'
  | 'good_friday'
  | 'easter_monday'
  | 'labour_day'
  | 'victory_1945'
  | 'ascension'
  | 'whit_monday'
  | 'national_day'
  | 'assumption'
  | 'all_saints'
  | 'armistice_1918'
  | 'christmas'
  | 'saint_stephen'
  | 'abolition_of_slavery'
  | 'gospel_day'
  | 'autonomy_day'
  | 'matarii'
  | 'citizenship_day'
  | 'saint_peter_chanel'
  | 'territory_day';

/**
 * How sure it is that the day is a holiday for this person. `law`: a text read. `some_communes`: by law in part of
 * the territory only. `to_check`: sources differ or were not read. All three stop contacts: one call too few
 * harms nobody.
 */
export type HolidayCertainty = 'law' | 'some_communes' | 'to_check';

/** A public holiday of one year in one territory. */
export interface PublicHoliday {
  readonly day: LocalDate;
  readonly code: HolidayCode;
  readonly certainty: HolidayCertainty;
}

/** Easter Sunday in the Gregorian calendar, by the anonymous computus (Nature, 1876; in Meeus, chapter 8). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const monthAndDay = epact + toSunday - 7 * correction + 114;
  return dayOf(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}

/**
 * The public holidays of a year where the person lives, in calendar order: the eleven of C. trav. L3133-1, those
 * of Alsace-Moselle (L3134-13) and the day of the abolition of slavery (L3422-2), read 2026-11-21. In Alsace-Moselle
 * Good Friday is one only where a Protestant or shared church stands: it stops contacts everywhere there. For
 * Saint-Martin sources give 28 March or 27 May: both stop contacts. The Pacific territories have their own labour
 * codes, not read: their own days stand here as `to_check`.
 */
export function publicHolidays(year: number, territory: Territory): PublicHoliday[] {
  const easter = easterSunday(year);
  return [...national(year, easter), ...ownHolidays(year, easter, territory)].sort((a, b) =>
    a.day < b.day ? -1 : 1
  );
}

/** The public holiday that falls on this day where the person lives; null on an ordinary day. */
export function holidayOn(day: LocalDate, territory: Territory): PublicHoliday | null {
  const year = Number(day.slice(0, 4));
  const key = `${territory}-${year}`;
  let days = known.get(key);
  if (!days) {
    days = new Map(publicHolidays(year, territory).map((holiday) => [holiday.day, holiday]));
    known.set(key, days);
  }
  return days.get(day) ?? null;
}

const known = new Map<string, ReadonlyMap<LocalDate, PublicHoliday>>();

function dayOf(year: number, month: number, day: number): LocalDate {
  return localDateFromParts(year, month, day) ?? localDate(`${year}-${month}-${day}`);
}

function national(year: number, easter: LocalDate): PublicHoliday[] {
  const law = (code: HolidayCode, day: LocalDate): PublicHoliday => ({ day, code, certainty: 'law' });
  return [
    law('new_year', dayOf(year, 1, 1)),
    law('easter_monday', addDays(easter, 1)),
    law('labour_day', dayOf(year, 5, 1)),
    law('victory_1945', dayOf(year, 5, 8)),
    law('ascension', addDays(easter, 39)),
    law('whit_monday', addDays(easter, 50)),
    law('national_day', dayOf(year, 7, 14)),
    law('assumption', dayOf(year, 8, 15)),
    law('all_saints', dayOf(year, 11, 1)),
    law('armistice_1918', dayOf(year, 11, 11)),
    law('christmas', dayOf(year, 12, 25))
  ];
}

type OwnDay = readonly [month: number, day: number, code: HolidayCode, certainty: HolidayCertainty];

const OWN_DAYS: Partial<Record<Territory, readonly OwnDay[]>> = {
  alsace_moselle: [[12, 26, 'saint_stephen', 'law']],
  mayotte: [[4, 27, 'abolition_of_slavery', 'law']],
  martinique: [[5, 22, 'abolition_of_slavery', 'law']],
  guadeloupe: [[5, 27, 'abolition_of_slavery', 'law']],
  guyane: [[6, 10, 'abolition_of_slavery', 'law']],
  saint_barthelemy: [[10, 9, 'abolition_of_slavery', 'law']],
  reunion: [[12, 20, 'abolition_of_slavery', 'law']],
  saint_martin: [
    [3, 28, 'abolition_of_slavery', 'to_check'],
    [5, 27, 'abolition_of_slavery', 'to_check']
  ],
  polynesie_francaise: [
    [3, 5, 'gospel_day', 'to_check'],
    [6, 29, 'autonomy_day', 'to_check'],
    [11, 20, 'matarii', 'to_check']
  ],
  nouvelle_caledonie: [[9, 24, 'citizenship_day', 'to_check']],
  wallis_et_futuna: [
    [4, 28, 'saint_peter_chanel', 'to_check'],
    [7, 29, 'territory_day', 'to_check']
  ]
};

const GOOD_FRIDAY: Partial<Record<Territory, HolidayCertainty>> = {
  alsace_moselle: 'some_communes',
  polynesie_francaise: 'to_check'
};

function ownHolidays(year: number, easter: LocalDate, territory: Territory): PublicHoliday[] {
  const days = (OWN_DAYS[territory] ?? []).map(([month, day, code, certainty]): PublicHoliday => ({
    day: dayOf(year, month, day),
    code,
    certainty
  }));
  const goodFriday = GOOD_FRIDAY[territory];
  if (goodFriday) days.push({ day: addDays(easter, -2), code: 'good_friday', certainty: goodFriday });
  return days;
}
