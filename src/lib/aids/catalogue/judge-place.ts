import type { Scope } from './right';
import type { Place } from './rights-context';
import { YES, maybe, no, type Verdict } from './verdict';

/** The three cities cut into arrondissements with codes of their own: an aid of the city is theirs. */
const CITIES: readonly [arrondissements: RegExp, city: string][] = [
  [/^751(0[1-9]|1\d|20)$/, '75056'],
  [/^6938[1-9]$/, '69123'],
  [/^132(0[1-9]|1[0-6])$/, '13055']
];

/** The commune itself, or the city an arrondissement is part of. */
function communeOf(insee: string): string {
  return CITIES.find(([arrondissements]) => arrondissements.test(insee))?.[1] ?? insee;
}

type Found = boolean | undefined;

/** Whether a code is among those wanted; undefined while the code is not known. */
function among(wanted: readonly string[] | undefined, code: string | null | undefined): Found {
  if (wanted === undefined) return false;
  return code === undefined ? undefined : code !== null && wanted.includes(code);
}

/** Whether a right exists where the household lives: in one of its communes, EPCIs, départements or régions. */
export function judgePlace(scope: Scope | undefined, place: Place): Verdict {
  if (scope === undefined) return YES;
  const except = among(scope.exceptEpcis, place.epciSiren);
  if (except === true) return no({ code: 'elsewhere' });
  const found: readonly Found[] = [
    among(scope.communes, place.insee === undefined ? undefined : communeOf(place.insee)),
    among(scope.epcis, place.epciSiren),
    among(scope.departements, place.departement),
    among(scope.regions, place.region),
    among(scope.postcodes, place.postcode)
  ];
  if (found.includes(true)) return except === undefined ? maybe('territory') : YES;
  return found.includes(undefined) ? maybe('territory') : no({ code: 'elsewhere' });
}
