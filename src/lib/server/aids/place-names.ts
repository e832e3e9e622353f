import { DEPARTEMENT_NAMES, EPCI_NAMES } from './generated/places';

/** Code officiel géographique of INSEE, edition 2026; the collectivities that are no région are among the départements. */
const REGION_NAMES: Readonly<Record<string, string>> = {
  '01': 'Guadeloupe',
  '02': 'Martinique',
  '03': 'Guyane',
  '04': 'La Réunion',
  '06': 'Mayotte',
  '11': 'Île-de-France',
  '24': 'Centre-Val de Loire',
  '27': 'Bourgogne-Franche-Comté',
  '28': 'Normandie',
  '32': 'Hauts-de-France',
  '44': 'Grand Est',
  '52': 'Pays de la Loire',
  '53': 'Bretagne',
  '75': 'Nouvelle-Aquitaine',
  '76': 'Occitanie',
  '84': 'Auvergne-Rhône-Alpes',
  '93': 'Provence-Alpes-Côte d’Azur',
  '94': 'Corse'
};
/** The catalogue has no contacts there. */
const COLLECTIVITY_NAMES: Readonly<Record<string, string>> = {
  '975': 'Saint-Pierre-et-Miquelon',
  '977': 'Saint-Barthélemy',
  '978': 'Saint-Martin',
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie',
  '989': 'Île de Clipperton'
};

const NAMES = {
  epci: EPCI_NAMES,
  departement: { ...COLLECTIVITY_NAMES, ...DEPARTEMENT_NAMES },
  region: { ...COLLECTIVITY_NAMES, ...REGION_NAMES }
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** How an EPCI (SIREN), a département or a région (codes of INSEE) is called; null when there is none of that code. */
export function placeName(kind: keyof typeof NAMES, code: string): string | null {
  return Object.hasOwn(NAMES[kind], code) ? (NAMES[kind][code] ?? null) : null;
}
