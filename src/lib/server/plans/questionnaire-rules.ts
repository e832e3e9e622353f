import { householdFromAnswer, protectedFloor } from '$lib/budget';
import { DEFAULT_WORKING_HOURS, holidayOn, instantOf, windowsOn } from '$lib/contact-policy';
import { dayInZone, type LocalDate } from '$lib/kernel';
import { valueOf, wordsDueOn, type SignalKind } from '$lib/questionnaire';
import type { QuestionnaireRules } from '../questionnaire';

const { timeZone, week } = DEFAULT_WORKING_HOURS;

/** The hours of the team on a day; none at weekends and on public holidays of mainland France, where it works. */
const hoursOn = (day: LocalDate) => (holidayOn(day, 'metropole') ? [] : windowsOn(week, day));

/**
 * What others decide about an answer, put together here because plans know both the budget and the working hours:
 * the protected floor of her household as she answered it (one person until she does, which is the least it can be),
 * and by when words are owed about a signal: the end of the team's day.
 */
export function questionnaireRules(now: Date): QuestionnaireRules {
  return {
    floorOf(answers) {
      const household = valueOf(answers, 'household');
      const floor = protectedFloor(
        householdFromAnswer(household?.kind === 'household' ? household : null),
        dayInZone(now, timeZone)
      );
      return floor.ok ? floor.value.amountCents : null;
    },
    wordsDueAt(signalKind, at) {
      const day = wordsDueOn(
        signalKind as SignalKind,
        dayInZone(at, timeZone),
        (one) => hoursOn(one).length > 0
      );
      return instantOf(day, hoursOn(day).at(-1)!.to, timeZone);
    }
  };
}
