import type { Actor } from '$lib/access';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import type { Answers } from '$lib/questionnaire';
import { selectCaseHead } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { selectAnswers } from '../questionnaire';
import { selectClaims, selectProfile, type AidClaim, type AidProfile } from './aids-repository';
import { withRights, type WithRight } from './claimed-right';

/** What her page of aids stands on. */
export interface OwnAids {
  readonly profile: AidProfile | null;
  readonly claims: readonly WithRight<AidClaim>[];
  /** What she told the questionnaire, so that nothing is asked twice. */
  readonly answers: Answers;
  /** Her own day. */
  readonly today: LocalDate;
}

/** Her saved simulation, her claims and what she said before, for the person herself. */
export async function loadOwnAids(actor: Actor, caseId: CaseId): Promise<OwnAids> {
  const own = await enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [profile, claims, answers, head] = await Promise.all([
      selectProfile(tx, caseId),
      selectClaims(tx, caseId),
      selectAnswers(tx, caseId),
      selectCaseHead(tx, caseId)
    ]);
    return { profile, claims, answers, today: dayInZone(now(), head.timeZone) };
  });
  return { ...own, claims: await withRights(own.claims) };
}
