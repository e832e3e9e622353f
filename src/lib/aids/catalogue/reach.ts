import type { TerritoryFile } from '../territory';
import type { Scope } from './right';

/** The codes of all places of one département. */
export interface PlaceCodes {
  readonly communes: ReadonlySet<string>;
  readonly epcis: ReadonlySet<string>;
  readonly postcodes: ReadonlySet<string>;
}

/** The codes a file of the territory holds. */
export function codesOf({ communes, epcis }: TerritoryFile): PlaceCodes {
  return {
    communes: new Set(communes.map(([insee]) => insee)),
    epcis: new Set(epcis.map(([siren]) => siren)),
    postcodes: new Set(communes.flatMap(([, , postcodes]) => postcodes.split(' ')))
  };
}

/** Whether a right exists somewhere in a département. */
export function reaches(scope: Scope, territory: TerritoryFile, codes: PlaceCodes): boolean {
  return (
    scope.departements?.includes(territory.departement) === true ||
    scope.regions?.includes(territory.region) === true ||
    scope.communes?.some((code) => codes.communes.has(code)) === true ||
    scope.epcis?.some((code) => codes.epcis.has(code)) === true ||
    scope.postcodes?.some((code) => codes.postcodes.has(code)) === true
  );
}
