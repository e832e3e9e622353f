import { addDays, daysBetween, ok, refused, type LocalDate, type Result } from '$lib/kernel';
import type { ContactPolicy } from './contact-policy';
import { activePause, openPause, prolongPause, type Pause } from './pauses';

/** What a referent notes of the person of advice who accompanies her: it begins, it goes on, it is over. */
export type AdviserNote = 'begin' | 'prolong' | 'end';

/** All of them. */
export const ADVISER_NOTES = ['begin', 'prolong', 'end'] as const satisfies readonly AdviserNote[];

/**
 * Why a note changes nothing: the pause runs already (until `untilOn`); none runs; it would end more than `days` days ahead,
 * and may be prolonged from `fromOn`; or more than `days` days of such pauses in twelve months, which a supervisor confirms.
 */
export type AdviserNoteRefusal =
  | { readonly code: 'pause_runs'; readonly untilOn: LocalDate }
  | { readonly code: 'no_pause' }
  | {
      readonly code: 'too_far_ahead';
      readonly untilOn: LocalDate;
      readonly days: number;
      readonly fromOn: LocalDate;
    }
  | { readonly code: 'supervisor_confirms'; readonly days: number };

/** Who notes it: a supervisor confirms what goes beyond the days one may note alone. */
export type AdviserNoteBy = 'follower' | 'supervisor';

/**
 * The pause of an adviser that runs on this day among those that were noted; null when none does. The one that follows
 * from her own answer is hers: it is not among them.
 */
export function adviserPause(noted: readonly Pause[], today: LocalDate, policy: ContactPolicy): Pause | null {
  const ofAdvisers = noted.filter(({ reason }) => reason === 'debt_adviser');
  return activePause(ofAdvisers, today, policy)?.pause ?? null;
}

/**
 * The pause as it is after a note. A new one lasts as the policy says; one that runs may be prolonged by as many days, when
 * its end is near enough (`debtAdviserAheadDays`). Beyond `debtAdviserAloneDays` of such pauses in twelve months, ended and
 * begun again or not, a second person looks whether the silence still serves her. Both figures are ours: no French text
 * limits this silence (CONC 7.3 in the United Kingdom says thirty days, and thirty more; read 2026-11-21).
 */
export function noteAdviser(
  note: AdviserNote,
  noted: readonly Pause[],
  on: { readonly today: LocalDate; readonly by: AdviserNoteBy },
  policy: ContactPolicy
): Result<Pause, AdviserNoteRefusal> {
  const { today } = on;
  const running = adviserPause(noted, today, policy);
  if (note === 'begin') {
    return running?.endsOn
      ? refused({ code: 'pause_runs', untilOn: running.endsOn })
      : confirmed(openPause('debt_adviser', today, policy), noted, on, policy);
  }
  if (!running) return refused({ code: 'no_pause' });
  if (note === 'end') return ok({ ...running, liftedOn: today });
  const prolonged = prolongPause(running, today, policy);
  const days = policy.numbers.debtAdviserAheadDays;
  if (running.endsOn && prolonged.endsOn && daysBetween(today, prolonged.endsOn) > days) {
    const fromOn = addDays(prolonged.endsOn, -days);
    return refused({ code: 'too_far_ahead', untilOn: running.endsOn, days, fromOn });
  }
  const others = noted.filter((pause) => pause !== running);
  return confirmed(prolonged, others, on, policy);
}

/** How far back the days of such pauses are counted together. */
const COUNTED_DAYS = 365;

function confirmed(
  pause: Pause,
  others: readonly Pause[],
  { today, by }: { readonly today: LocalDate; readonly by: AdviserNoteBy },
  policy: ContactPolicy
): Result<Pause, AdviserNoteRefusal> {
  const days = policy.numbers.debtAdviserAloneDays;
  if (by === 'supervisor' || daysOf([pause, ...others], addDays(today, -COUNTED_DAYS)) <= days)
    return ok(pause);
  return refused({ code: 'supervisor_confirms', days });
}

function daysOf(pauses: readonly Pause[], since: LocalDate): number {
  return pauses
    .filter(({ reason }) => reason === 'debt_adviser')
    .map(({ startsOn, endsOn, liftedOn }) => {
      const from = startsOn > since ? startsOn : since;
      const [to = from] = [endsOn, liftedOn].filter((day) => day !== null).sort();
      return Math.max(0, daysBetween(from, to));
    })
    .reduce((sum, days) => sum + days, 0);
}
