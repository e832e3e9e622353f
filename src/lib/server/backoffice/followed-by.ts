import type { TeamMember } from '../access';
import type { Following } from '../cases';

/** A case given to a member of the team, who may be away: whoever stands in for her then stands in here too. */
export function followedBy({ id, standInId, awayUntil }: TeamMember): Following {
  return { referentId: id, standInId, standInUntil: awayUntil };
}

/** A case that nobody follows. */
export const FOLLOWED_BY_NOBODY: Following = { referentId: null, standInId: null, standInUntil: null };
