import type { Draft } from '../draft';
import type { AidEstimate } from '../estimate';
import { ALTERNATIVES, FAMILIES, NATIONAL_RIGHTS, PAIRS } from '../generated/rights';
import { withRevisedRights } from '../law/published-law';
import { pairsAtWork, type PairAtWork } from './cumulation';
import { memberOf, type LocalAidsFile } from './local-aids';
import type { Right } from './right';
import type { Place, RightsContext } from './rights-context';
import { judgeRights, type RightsAnswer } from './rights-for';

export { ALTERNATIVES, NATIONAL_RIGHTS, SITUATIONS } from '../generated/rights';

/** The local aids of a file as they were compiled, each whole. */
export function rightsOfFile(file: LocalAidsFile): readonly Right[] {
  return [...file.rights, ...file.members.flatMap((member) => memberOf(FAMILIES, member))];
}

/** The local aids of a département with what was published over them, from its file `static/aids/<departement>.json`. */
export function openLocalAids(file: LocalAidsFile): readonly Right[] {
  return withRevisedRights(rightsOfFile(file), true, file.revised);
}

/**
 * The rights of a household beside the amounts the engine computes: national ones, and the local ones given.
 * Unanswered is neither yes nor no. See {@link RightsAnswer}.
 */
export function rightsFor(
  draft: Draft,
  place: Place,
  context: RightsContext,
  local: readonly Right[] = []
): RightsAnswer {
  return judgeRights(
    [...local, ...withRevisedRights(NATIONAL_RIGHTS, false)],
    ALTERNATIVES,
    draft,
    place,
    context
  );
}

/** Which national aids bear on one another in a household, with the law, to show why the set is what it is. */
export function cumulationOf(draft: Draft, estimates: readonly AidEstimate[]): readonly PairAtWork[] {
  const hasUnemploymentBenefit = draft.adults.some((adult) => (adult.unemployment_benefit ?? 0) > 0);
  return pairsAtWork(PAIRS, estimates, hasUnemploymentBenefit);
}
