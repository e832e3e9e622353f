import { ok, refused, type LocalDate, type Result } from '$lib/kernel';
import type { ContactPolicy } from './contact-policy';
import { activePause, openPause, prolongPause, type Pause } from './pauses';

/** What a referent notes of the person of advice who accompanies her: it begins, it goes on, it is over. */
export type AdviserNote = 'begin' | 'prolong' | 'end';

/** All of them. */
export const ADVISER_NOTES = ['begin', 'prolong', 'end'] as const satisfies readonly AdviserNote[];

/** Why a note changes nothing: the pause runs already (until `untilOn`), or none runs. */
export type AdviserNoteRefusal =
  { readonly code: 'pause_runs'; readonly untilOn: LocalDate } | { readonly code: 'no_pause' };

/**
 * The pause of an adviser that runs on this day among those that were noted; null when none does. The one that follows
 * from her own answer is hers: it is not among them.
 */
export function adviserPause(noted: readonly Pause[], today: LocalDate, policy: ContactPolicy): Pause | null {
  const ofAdvisers = noted.filter(({ reason }) => reason === 'debt_adviser');
  return activePause(ofAdvisers, today, policy)?.pause ?? null;
}

/**
 * The pause as it is after a note. A new one lasts as the policy says; one that runs may be prolonged by as many days, as
 * often as the work with the adviser needs it: silence only ever lengthens for her good.
 */
export function noteAdviser(
  note: AdviserNote,
  noted: readonly Pause[],
  today: LocalDate,
  policy: ContactPolicy
): Result<Pause, AdviserNoteRefusal> {
  const running = adviserPause(noted, today, policy);
  if (note === 'begin') {
    return running?.endsOn
      ? refused({ code: 'pause_runs', untilOn: running.endsOn })
      : ok(openPause('debt_adviser', today, policy));
  }
  if (!running) return refused({ code: 'no_pause' });
  return ok(note === 'prolong' ? prolongPause(running, today, policy) : { ...running, liftedOn: today });
}
