import { compareEditions, compareRights, readMonth, type LawImpact, type RightImpact } from '$lib/aids';
import type { LocalDate } from '$lib/kernel';
import { REFERENCE_HOUSEHOLDS } from '../generated/law-watch';
import { editionOn, editionsAround } from './law-as-published';
import type { Revision } from './revision';

/** Who gains and loses by a change, of an amount or of a right. */
export type Impact = LawImpact | RightImpact;

/** Who gains and loses among the reference households, in the month the change applies from; null for one out of reach. */
export async function impactOf(
  { revised, inForceOn }: Pick<Revision, 'revised' | 'inForceOn'>,
  published: readonly Revision[],
  today: LocalDate
): Promise<Impact | null> {
  const day = inForceOn > today ? inForceOn : today;
  const month = readMonth(day.slice(0, 7));
  if (!month.ok) return null;
  if (revised.subject === 'right')
    return compareRights(REFERENCE_HOUSEHOLDS, month.value, revised, await editionOn(published, today));
  const { before, after } = await editionsAround(revised, published, today);
  return compareEditions(REFERENCE_HOUSEHOLDS, month.value, before, after);
}
