/** How a page greets. */
export type Greeting = 'day' | 'evening';

/** What "now" is called in a sentence: today, tonight, or in the middle of the night. */
export type PartOfDay = 'today' | 'tonight' | 'this_night';

const EVENING_FROM_HOUR = 18;
const NIGHT_FROM_HOUR = 23;
const MORNING_FROM_HOUR = 5;

/** "Bonjour" from five in the morning to six in the evening, "Bonsoir" otherwise, on her own clock (hour 0 to 23). */
export function greetingOf(hour: number): Greeting {
  return hour >= MORNING_FROM_HOUR && hour < EVENING_FROM_HOUR ? 'day' : 'evening';
}

/** What the present moment is called, on her own clock (hour 0 to 23). */
export function partOfDay(hour: number): PartOfDay {
  if (hour >= NIGHT_FROM_HOUR || hour < MORNING_FROM_HOUR) return 'this_night';
  return hour >= EVENING_FROM_HOUR ? 'tonight' : 'today';
}
