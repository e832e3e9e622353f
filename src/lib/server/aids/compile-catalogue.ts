import {
  codesOf,
  reaches,
  type FamilyMember,
  type LocalAidsFile,
  type PlaceCodes,
  type Right,
  type Scope,
  type TerritoryFile
} from '$lib/aids';
import { NNBSP } from '$lib/i18n/spaces';
import { typeset } from '$lib/i18n/typeset';
import type { CatalogueSources } from './right-schema';

/** What the catalogue compiles to. */
export interface CompiledCatalogue {
  /** The module `src/lib/aids/generated/rights.ts`. */
  readonly module: string;
  /** The files `static/aids/<departement>.json`. */
  readonly files: readonly LocalAidsFile[];
  /** All local aids once, wherever they exist, for the desk. */
  readonly local: Omit<LocalAidsFile, 'departement'>;
  /** Codes of places that the official geography does not have. */
  readonly faults: readonly string[];
}

const HEADER = '// Made by `npm run aids:build` from src/lib/aids/catalogue/data: change that.\n';
const AS_CODE = new Set(['id', 'url', 'applyUrl', 'phone', 'knownOn', 'when', 'scope', 'replaces']);

/** Thousands stay on one line: `1 026` with a narrow no-break space. */
function groupDigits(text: string): string {
  return text.replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NNBSP}`);
}

/** The texts of a record with French apostrophes and spaces; codes and links as they are. */
function inFrench<T>(value: T, key = ''): T {
  if (AS_CODE.has(key)) return value;
  if (typeof value === 'string') return (/^[a-z_]+$/.test(value) ? value : typeset(groupDigits(value))) as T;
  if (Array.isArray(value)) return value.map((item) => inFrench(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inFrench(item, name)])) as T;
}

function moduleOf({ national, families, situations, cumulation }: CatalogueSources): string {
  const json = (value: unknown) => JSON.stringify(inFrench(value));
  return `${HEADER}import type { AidPair } from '../catalogue/cumulation';
import type { Alternative } from '../catalogue/alternatives';
import type { Family } from '../catalogue/local-aids';
import type { Right } from '../catalogue/right';

/** National rights and procedures. */
export const NATIONAL_RIGHTS: readonly Right[] = ${json(national)};
/** What local aids of one family have in common. */
export const FAMILIES: Readonly<Record<string, Family>> = ${json(families)};
/** The question that asks for each situation. */
export const SITUATIONS: Readonly<Record<string, string>> = ${json(situations)};
/** National aids that bear on one another. */
export const PAIRS: readonly AidPair[] = ${json(cumulation.aids)};
/** Rights of which one takes the place of the other. */
export const ALTERNATIVES: readonly Alternative[] = ${json(cumulation.rights)};
`;
}

/** The members of the families: FSL and FAJ of each département, FSL of the métropoles, social aid of each CAF. */
function membersOf({ contacts: { contacts, metropoles, cafs } }: CatalogueSources): readonly FamilyMember[] {
  const ofDepartements = Object.entries(contacts).flatMap(([departement, contact]) => {
    const { place, phone, address, url, knownOn, exceptEpcis } = contact;
    const own = {
      place,
      scope: { departements: [departement], ...(exceptEpcis && { exceptEpcis }) },
      url,
      ...(knownOn && { knownOn }),
      ask: { ...(phone && { phone }), ...(address && { address }) }
    };
    return [
      { family: 'fsl', id: `fsl-${departement}`, ...own },
      { family: 'faj', id: `faj-${departement}`, ...own }
    ];
  });
  return [
    ...ofDepartements,
    ...metropoles.map(({ siren, name }) => ({
      family: 'fsl-metropole',
      id: `fsl-epci-${siren}`,
      place: name,
      scope: { epcis: [siren] }
    })),
    ...Object.entries(cafs).map(([departement, name]) => ({
      family: 'caf',
      id: `caf-action-sociale-${departement}`,
      place: name,
      scope: { departements: [departement] }
    }))
  ];
}

/** The communes of a scope that are in this département only: the file of another has no use for them. */
function within(right: Right, codes: PlaceCodes): Right {
  const communes = right.scope?.communes?.filter((code) => codes.communes.has(code));
  return communes ? { ...right, scope: { ...right.scope, communes } } : right;
}

function unknownCodes(
  id: string,
  { communes = [], epcis = [], exceptEpcis = [], postcodes = [], departements = [], regions = [] }: Scope,
  territories: readonly TerritoryFile[],
  codes: readonly PlaceCodes[]
): readonly string[] {
  const check = (wanted: readonly string[], known: (code: string) => boolean) =>
    wanted
      .filter((code) => !known(code))
      .map((code) => `${id}: ${code} is nowhere in the official geography`);
  return [
    ...check(communes, (code) => codes.some((all) => all.communes.has(code))),
    ...check([...epcis, ...exceptEpcis], (code) => codes.some((all) => all.epcis.has(code))),
    ...check(postcodes, (code) => codes.some((all) => all.postcodes.has(code))),
    ...check(departements, (code) => territories.some(({ departement }) => departement === code)),
    ...check(regions, (code) => territories.some(({ region }) => region === code))
  ];
}

/** Compiles the catalogue to the lazily loaded module and to one small file for each département. */
export function compileCatalogue(
  sources: CatalogueSources,
  territories: readonly TerritoryFile[]
): CompiledCatalogue {
  const codes = territories.map(codesOf);
  const members = membersOf(sources);
  const everywhere = sources.recorded.filter(({ scope }) => scope === undefined);
  const local = sources.recorded.filter(({ scope }) => scope !== undefined);
  const faults = [...local, ...members].flatMap(({ id, scope }) =>
    unknownCodes(id, scope as Scope, territories, codes)
  );
  const files = territories.map((territory, place) => {
    const own = codes[place] as PlaceCodes;
    const reachesHere = ({ scope }: { readonly scope?: Scope }) => reaches(scope as Scope, territory, own);
    return inFrench({
      departement: territory.departement,
      rights: local.filter(reachesHere).map((right) => within(right, own)),
      members: members.filter(reachesHere)
    });
  });
  const national = [...sources.national, ...everywhere];
  const all = inFrench({ rights: local, members });
  return { module: moduleOf({ ...sources, national }), files, local: all, faults };
}
