import {
  Rescreening,
  RightScreening,
  mayBringNews,
  openCatalogue,
  type KeptAnswers,
  type ScreenedGain
} from '$lib/aids';
import type { LocalDate } from '$lib/kernel';
import { editionOn, editionsAround, rightsNow, usedOn } from './law-as-published';
import { gainsFrom, type RevisedSubject, type Revision } from './revision';

/** Whether stored answers may be held against a change: somebody may gain by it. */
export function isScreened({ revised }: Pick<Revision, 'revised'>): boolean {
  return revised.subject === 'parameter' || mayBringNews(revised);
}

/** Whether a published change has come to the day from which people may gain by it. */
export function isDue(revision: Revision, today: LocalDate): boolean {
  const from = gainsFrom(revision);
  return from !== null && from <= today && isScreened(revision);
}

type RightRevised = Extract<RevisedSubject, { subject: 'right' }>;

/** A right around a change, among all others as they are used on a day. */
export async function openRightScreening(
  { key, before, after }: RightRevised,
  month: number,
  published: readonly Revision[],
  today: LocalDate
): Promise<RightScreening> {
  const [{ ALTERNATIVES }, rights, edition] = await Promise.all([
    openCatalogue(),
    rightsNow(usedOn(published, today)),
    editionOn(published, today)
  ]);
  const others = [...rights.values()].map(({ right }) => right).filter(({ id }) => id !== key);
  return new RightScreening(month, { before, after }, others, ALTERNATIVES, edition);
}

/** A right as it is used now: another change may have come over the one that is screened. */
async function usedNow(key: string, published: readonly Revision[], today: LocalDate) {
  return (await rightsNow(usedOn(published, today))).get(key)?.right ?? null;
}

/** What a change brings to one person after the other. */
export async function openScreening(
  { revised }: Revision,
  month: number,
  published: readonly Revision[],
  today: LocalDate
): Promise<(kept: KeptAnswers) => ScreenedGain | null> {
  if (revised.subject === 'parameter') {
    const { before, after } = await editionsAround(revised, published, today);
    const rescreening = new Rescreening(month, before, after);
    return (kept) => rescreening.gainOf(kept);
  }
  const after = await usedNow(revised.key, published, today);
  const screening = await openRightScreening({ ...revised, after }, month, published, today);
  return (kept) => screening.gainOf(kept);
}
