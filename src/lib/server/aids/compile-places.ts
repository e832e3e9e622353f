import type { TerritoryFile } from '$lib/aids';
import { typeset } from '$lib/i18n/typeset';
import type { CatalogueSources } from './right-schema';

/** The module `generated/places.ts`: how EPCIs and départements are called, from the official geography and the catalogue. */
export function placesModule(
  { contacts: { contacts } }: CatalogueSources,
  territories: readonly TerritoryFile[]
): string {
  const epcis = territories.flatMap((file) => file.epcis.map(([siren, name]) => [siren, typeset(name)]));
  const departements = Object.entries(contacts).map(([code, { place }]) => [code, typeset(place)]);
  const written = (names: readonly (readonly string[])[]) => JSON.stringify(Object.fromEntries(names));
  return `// Made by \`npm run aids:build\` from the official geography and the catalogue.

/** The EPCIs of France by SIREN. */
export const EPCI_NAMES: Readonly<Record<string, string>> = ${written(epcis)};
/** The départements by code. */
export const DEPARTEMENT_NAMES: Readonly<Record<string, string>> = ${written(departements)};\n`;
}
