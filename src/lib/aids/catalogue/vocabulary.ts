import type { AidKey } from '../aids';

/** What a right is: money, a protection, a step to take, somebody who helps, somebody who settles a dispute. */
export const KINDS = ['aid', 'right', 'procedure', 'service', 'mediation'] as const;
/** What a right is. */
export type RightKind = (typeof KINDS)[number];

/** What a right is about; the words are chosen by the screens. */
export const THEMES = [
  'debt',
  'seizure',
  'bank',
  'credit',
  'housing',
  'energy',
  'telecom',
  'health',
  'food',
  'emergency',
  'budget',
  'income',
  'family',
  'canteen',
  'school',
  'youth',
  'work',
  'mobility',
  'disability',
  'autonomy',
  'retirement',
  'home',
  'equipment',
  'clothes',
  'leisure',
  'holidays',
  'justice',
  'dispute',
  'access'
] as const;
/** What a right is about. */
export type Theme = (typeof THEMES)[number];

/** What a person may be late in paying. */
export const ARREARS = [
  'rent',
  'energy',
  'water',
  'telecom',
  'canteen',
  'health',
  'credit',
  'bank',
  'tax',
  'fines',
  'caf',
  'france_travail'
] as const;
/** What a person may be late in paying. */
export type Arrears = (typeof ARREARS)[number];

/** Whom a right is meant for when it is not for everyone: shown only to people who said that they are. */
export const AUDIENCES = ['farm_insured', 'self_employed', 'temp_worker', 'landlord', 'employer'] as const;
/** Whom a right is meant for when it is not for everyone. */
export type Audience = (typeof AUDIENCES)[number];

/** Benefits a person may already receive that are not national aids the engine computes. */
export const OTHER_BENEFITS = ['are', 'pch'] as const;
/** A benefit a person may already receive: a national aid of the engine, or another. */
export type Benefit = AidKey | (typeof OTHER_BENEFITS)[number];

/** The bodies a right may be asked of, as the table of bodies names them. */
export const BODY_TYPES = [
  'adil',
  'association_solidarite',
  'banque_de_france',
  'caf',
  'carsat',
  'ccas',
  'cidff',
  'commission_conciliation_logement',
  'conseil_departemental',
  'conseil_regional',
  'cpam',
  'credit_municipal',
  'cresus',
  'france_services',
  'france_travail',
  'mairie',
  'mdph',
  'mission_locale',
  'msa',
  'point_info_seniors',
  'point_justice',
  'service_social_departement',
  'sip',
  'udaf'
] as const;
/** A body a right may be asked of. */
export type BodyType = (typeof BODY_TYPES)[number];

/** How sure the facts of a right are: verified against its source, in part, or not yet. */
export const CHECKS = ['yes', 'partly', 'no'] as const;
/** How sure the facts of a right are. */
export type Check = (typeof CHECKS)[number];

/** How often a right is paid. */
export const PAY_RHYTHMS = ['month', 'year', 'once'] as const;
/** How often a right is paid. */
export type PayRhythm = (typeof PAY_RHYTHMS)[number];
