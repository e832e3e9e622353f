import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { enter } from '../db';
import { selectClaims, selectProfile, type AidClaim } from './aids-repository';
import { withRights, type WithRight } from './claimed-right';

/** Her claims as her referent sees them: none unless she agreed, and she may take it back at any time. */
export async function listClaimsAtDesk(
  actor: Actor,
  caseId: CaseId
): Promise<readonly WithRight<AidClaim>[]> {
  const seen = await enter(actor, { permission: 'case.read', caseId }, async (tx) => {
    const [profile, claims] = await Promise.all([selectProfile(tx, caseId), selectClaims(tx, caseId)]);
    return profile?.tellsReferent ? claims : [];
  });
  return withRights(seen);
}
