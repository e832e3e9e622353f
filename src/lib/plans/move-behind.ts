import { cents } from '$lib/kernel';
import type { PaidTerms } from './proposal';
import { dueAfter, monthsBetween } from './rhythm';
import { MAX_PLAN_MONTHS, MAX_SYMBOLIC_MONTHS, type Instalment, type Schedule } from './schedule';

/**
 * The schedule with one instalment moved behind the last. No other changes its day or its amount, none rises, the sum is
 * the same. A plan never outgrows its longest length: what would be due after it, and whatever is passed in a plan that
 * leaves something for later, joins `laterCents` and has no day until she and her referent find one.
 */
export function moveBehind(schedule: Schedule, moved: Instalment, terms: PaidTerms): Schedule {
  const { instalments, laterCents } = schedule;
  const last = instalments.at(-1) ?? moved;
  const dueOn = dueAfter(terms.rhythm, last.dueOn, 1);
  const others = instalments.filter((one) => one !== moved);
  const longest = terms.kind === 'symbolic' ? MAX_SYMBOLIC_MONTHS : MAX_PLAN_MONTHS;
  if (laterCents > 0 || monthsBetween(firstDay(schedule), dueOn) >= longest)
    return {
      ...schedule,
      instalments: numbered(others),
      laterCents: cents(laterCents + moved.amountCents)
    };
  const atTheEnd = { position: 0, dueOn, amountCents: moved.amountCents, movedFromOn: moved.dueOn };
  return { ...schedule, instalments: numbered([...others, atTheEnd]) };
}

/** The day the plan began, also when its first instalment was moved since. */
function firstDay({ instalments }: Schedule) {
  const days = instalments.flatMap(({ dueOn, movedFromOn }) =>
    movedFromOn ? [dueOn, movedFromOn] : [dueOn]
  );
  return days.reduce((first, day) => (day < first ? day : first));
}

function numbered(instalments: readonly Instalment[]): Instalment[] {
  return instalments.map((one, index) => ({ ...one, position: index + 1 }));
}
