import type { AidKey } from '../aids';
import type { Condition } from './condition';

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

/** Where a right is asked. */
export interface Ask {
  /** In words, for people. */
  readonly place: string;
  /** The type of body whose nearest address can be looked up. */
  readonly body?: BodyType;
  readonly phone?: string;
  readonly address?: string;
}

/** Where a right exists. Left out: all of France. Codes of the official geography; SIREN for EPCIs. */
export interface Scope {
  readonly communes?: readonly string[];
  readonly epcis?: readonly string[];
  readonly departements?: readonly string[];
  readonly regions?: readonly string[];
  readonly postcodes?: readonly string[];
  /** EPCIs of the départements above where it does not exist: the métropole has its own. */
  readonly exceptEpcis?: readonly string[];
}

/** A right, an aid or a procedure, as facts. Texts are French, ready to be shown. */
export interface Right {
  readonly id: string;
  readonly name: string;
  readonly kind: RightKind;
  readonly theme: Theme;
  readonly who: string;
  readonly what: string;
  /** In words; left out where it is not known. */
  readonly amount?: string;
  readonly ask: Ask;
  readonly papers?: readonly string[];
  readonly law?: string;
  /** Who publishes it officially. */
  readonly source: string;
  readonly url: string;
  readonly applyUrl?: string;
  /** Year, month or day when these facts were last known to hold; left out where nobody knows. */
  readonly knownOn?: string;
  readonly checked: Check;
  /** Always to be repaid, or either a grant or a loan as the body decides. */
  readonly loan?: 'loan' | 'either';
  /** Helps within days. */
  readonly urgent?: true;
  readonly audience?: Audience;
  /** The arrears it answers. */
  readonly arrears?: readonly Arrears[];
  /** The national aids whose amount the engine computes: shown once, with the amount. */
  readonly engine?: readonly AidKey[];
  /** Who has it, as far as it can be computed; left out: everyone. */
  readonly when?: Condition;
  readonly scope?: Scope;
  /** Rights it is the local or more exact form of: where it may be had, they are not shown beside it. */
  readonly replaces?: readonly string[];
}
