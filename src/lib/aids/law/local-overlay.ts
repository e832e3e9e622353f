import type { LocalAidsFile } from '../catalogue/local-aids';
import { codesOf, reaches } from '../catalogue/reach';
import type { TerritoryFile } from '../territory';
import type { RevisedRight } from './published-law';

/**
 * The published changes of local aids that a phone in one département needs: aids that reach it now, and those its
 * file has as they were when the product was built.
 */
export function revisedLocally(
  rights: readonly RevisedRight[],
  territory: TerritoryFile,
  { rights: known, members }: LocalAidsFile
): readonly RevisedRight[] {
  const codes = codesOf(territory);
  const inFile = new Set([...known, ...members].map(({ id }) => id));
  return rights.filter(
    ({ id, isLocal, right }) =>
      isLocal && (inFile.has(id) || (right?.scope !== undefined && reaches(right.scope, territory, codes)))
  );
}
