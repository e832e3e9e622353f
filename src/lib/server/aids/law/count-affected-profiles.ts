import { systemActor } from '$lib/access';
import { SMALLEST_GROUP, readKept, readMonth, type RightScreening } from '$lib/aids';
import type { CaseId, LocalDate } from '$lib/kernel';
import { enter } from '../../db';
import { vault } from '../../platform/runtime';
import { answersContext } from '../aids-repository';
import { openRightScreening } from './open-screening';
import { selectNewestProfiles, type SealedProfile } from './rescreening-repository';
import type { Revision } from './revision';

const SCREENER = systemActor('rescreen-aids');
/** Profiles looked at while the page is made: enough to see how far a change goes, few enough not to wait. */
const MOST_PROFILES = 500;

/** How many of the newest stored profiles a change touches, in whole tens: nobody is counted out. */
export interface AffectedProfiles {
  readonly seen: number;
  readonly gain: number;
  readonly lose: number;
}

const inTens = (count: number) => Math.floor(count / SMALLEST_GROUP) * SMALLEST_GROUP;

function count(profiles: readonly SealedProfile[], screening: RightScreening): AffectedProfiles {
  let [gain, lose] = [0, 0];
  for (const { case_id: caseId, answers_sealed: sealed } of profiles) {
    const kept = readKept(vault().open(sealed, answersContext(caseId as CaseId)));
    const side = kept && screening.changeFor(kept)?.side;
    if (side === 'gains') gain += 1;
    if (side === 'loses') lose += 1;
  }
  return { seen: inTens(profiles.length), gain: inTens(gain), lose: inTens(lose) };
}

/**
 * What a proposed change of a right is to people who agreed that their answers are computed again when a rule changes.
 * Only counts leave, in whole tens, so that two proposals side by side tell nobody apart either. Null for an amount,
 * which is shown against the reference households alone.
 */
export async function countAffectedProfiles(
  { revised, inForceOn }: Revision,
  published: readonly Revision[],
  today: LocalDate
): Promise<AffectedProfiles | null> {
  const month = readMonth((inForceOn > today ? inForceOn : today).slice(0, 7));
  if (revised.subject !== 'right' || !month.ok) return null;
  const screening = await openRightScreening(revised, month.value, published, today);
  const profiles = await enter(SCREENER, { permission: 'system.rescreen' }, (tx) =>
    selectNewestProfiles(tx, MOST_PROFILES)
  );
  return count(profiles, screening);
}
