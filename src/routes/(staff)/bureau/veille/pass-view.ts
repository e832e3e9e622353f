import { SMALLEST_GROUP } from '$lib/aids';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { m, number, shortInstant } from '$lib/i18n';
import type { RescreeningProgress, RevisionPage } from '$lib/server/aids';

/** A pass over the stored profiles in words. */
export interface PassLine {
  readonly id: string;
  readonly state: string;
  readonly isRunning: boolean;
  readonly started: string;
  readonly counts: readonly string[];
}

/**
 * How many people, in whole tens: what one count leaves out cannot be found by taking another from it, and nobody is
 * counted out.
 */
export function people(count: number): string {
  if (count === 0) return number(0);
  if (count < SMALLEST_GROUP) return m.veille_outcomes_few();
  return m.veille_impact_about({ count: number(Math.floor(count / SMALLEST_GROUP) * SMALLEST_GROUP) });
}

/** A pass: how far it is, who started it, what it found. */
export function passLine(pass: RescreeningProgress): PassLine {
  const { id, finishedAt, startedAt, startedByName, seen, gained, unreadable } = pass;
  const name = startedByName === 'rescreen-aids' ? m.veille_rescreen_job() : startedByName;
  return {
    id,
    isRunning: finishedAt === null,
    state: finishedAt
      ? m.veille_rescreen_done({ when: shortInstant(finishedAt, DESK_ZONE), seen: people(seen) })
      : m.veille_rescreen_running({ seen: people(seen) }),
    started: m.veille_rescreen_started({ name, when: shortInstant(startedAt, DESK_ZONE) }),
    counts: [
      m.veille_rescreen_gained({ count: people(gained) }),
      ...(unreadable > 0 ? [m.veille_rescreen_unreadable({ count: people(unreadable) })] : [])
    ]
  };
}

/** Who was told of a change. */
export function newsLines({ told, toTell, notTold }: RevisionPage['news']): readonly string[] {
  return [
    m.veille_rescreen_told({ count: people(told) }),
    m.veille_rescreen_to_tell({ count: people(toTell) }),
    ...(notTold > 0 ? [m.veille_rescreen_not_told({ count: people(notTold) })] : [])
  ];
}
