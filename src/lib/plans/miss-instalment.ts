import { addDays, ok, refused, type LocalDate, type Result } from '$lib/kernel';
import { moveBehind } from './move-behind';
import type { PaidTerms } from './proposal';
import type { Instalment, Schedule } from './schedule';

/** For how many days her page asks nothing but offers to say that an instalment did not go out: a house choice. */
export const SAYABLE_DAYS = 62;

/** Why an instalment is not noted as missed. */
export type MissRefusal =
  | { readonly code: 'no_instalment_that_day'; readonly dueOn: LocalDate }
  | { readonly code: 'already_moved'; readonly dueOn: LocalDate; readonly movedToOn: LocalDate }
  /** Its day is not over: "je passe ce mois-ci" is for it. */
  | { readonly code: 'not_due_yet'; readonly dueOn: LocalDate };

/**
 * An instalment whose day is over did not come: it goes to the end of the plan as a passed one does, and uses no joker. It
 * cancels nothing, costs nothing, and no other instalment changes.
 */
export function missInstalment(
  schedule: Schedule,
  missed: { readonly dueOn: LocalDate; readonly today: LocalDate; readonly terms: PaidTerms }
): Result<Schedule, MissRefusal> {
  const { dueOn, today, terms } = missed;
  const moved = schedule.instalments.find((one) => one.movedFromOn === dueOn);
  if (moved) return refused({ code: 'already_moved', dueOn, movedToOn: moved.dueOn });
  const instalment = schedule.instalments.find((one) => one.dueOn === dueOn);
  if (!instalment) return refused({ code: 'no_instalment_that_day', dueOn });
  if (dueOn >= today) return refused({ code: 'not_due_yet', dueOn });
  return ok(moveBehind(schedule, instalment, terms));
}

/**
 * The instalments that may have been missed: their day is over, the newest first. Nothing here knows whether they came.
 * `withinDays` leaves out those that are older.
 */
export function pastInstalments(
  { instalments }: Schedule,
  today: LocalDate,
  withinDays = Infinity
): Instalment[] {
  return instalments
    .filter(({ dueOn }) => dueOn < today && (withinDays === Infinity || dueOn >= addDays(today, -withinDays)))
    .reverse();
}
