import type { LocalDate } from '$lib/kernel';
import type { Channel } from './contact';
import type { Pause } from './pauses';
import type { Place } from './territory';
import type { WeeklyWindows } from './time-windows';

/** How the person wishes to be reached. Plain JSON, stored as it is. */
export interface ContactPreferences {
  /** Off for good, until she opens them again herself. */
  readonly refusedChannels: readonly Channel[];
  /** The day she refused everything; null otherwise. Sixty days of silence, then paper only. */
  readonly allRefusedOn: LocalDate | null;
  /** She asked that calls on Saturday morning be possible. */
  readonly saturdayCalls: boolean;
  /** The times she said are possible; null when she said nothing. They narrow our hours. */
  readonly possibleTimes: WeeklyWindows | null;
}

/** Nothing said yet. */
export const NO_PREFERENCES: ContactPreferences = {
  refusedChannels: [],
  allRefusedOn: null,
  saturdayCalls: false,
  possibleTimes: null
};

/** All that the rules of contact need to know of a case. */
export interface ContactFacts {
  readonly place: Place;
  /** The case is over: nothing leaves any more but what answers her, and the word that says so. */
  readonly isClosed: boolean;
  readonly track: 'classic' | 'oxygene' | 'oxygene_plus';
  /** The day the first letter (CPCE R124-4) was sent; null when none was. */
  readonly firstLetterOn: LocalDate | null;
  readonly pauses: readonly Pause[];
  readonly preferences: ContactPreferences;
  /** `protected_adult` and `minor` are reached through curateur, tuteur or legal representative only. */
  readonly standing: 'self' | 'protected_adult' | 'minor';
  /** Day of death, or the day we were told when it is not known; set once a human has confirmed it. */
  readonly deceasedOn: LocalDate | null;
  /** Safe-contact mode: only the channels she called safe. Null when the mode is off. */
  readonly safeChannels: readonly Channel[] | null;
}
