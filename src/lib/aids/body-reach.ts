import type { BodyType } from './catalogue/vocabulary';

/** How far a body serves: its commune, its département, its région only; or anybody, so the nearest will do. */
export type BodyReach = 'commune' | 'departement' | 'region' | 'anywhere';

/** How far each type of body serves. */
export const BODY_REACH: Readonly<Record<BodyType, BodyReach>> = {
  adil: 'departement',
  association_solidarite: 'anywhere',
  banque_de_france: 'departement',
  caf: 'departement',
  carsat: 'anywhere',
  ccas: 'commune',
  cidff: 'departement',
  commission_conciliation_logement: 'departement',
  conseil_departemental: 'departement',
  conseil_regional: 'region',
  cpam: 'departement',
  credit_municipal: 'anywhere',
  cresus: 'anywhere',
  france_services: 'anywhere',
  france_travail: 'departement',
  mairie: 'commune',
  mdph: 'departement',
  mission_locale: 'departement',
  msa: 'departement',
  point_info_seniors: 'departement',
  point_justice: 'anywhere',
  service_social_departement: 'departement',
  sip: 'departement',
  udaf: 'departement'
};
