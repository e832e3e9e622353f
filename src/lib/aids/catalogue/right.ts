import type { AidKey } from '../aids';
import type { Condition } from './condition';
import type { Arrears, Audience, BodyType, Check, PayRhythm, RightKind, Theme } from './vocabulary';

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

/** What a right pays. */
export interface Pays {
  /** Euros, at most. */
  readonly most: number;
  readonly per: PayRhythm;
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
  /** The same as a number, where it is one: changes are weighed by it. */
  readonly pays?: Pays;
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

const MONTHS = 12;

/**
 * What a right is worth a month at most, in euros; null where it is not known. What is paid once counts over a year:
 * the year in which it comes.
 */
export function monthlyWorth({ pays }: Right): number | null {
  if (!pays) return null;
  return pays.per === 'month' ? pays.most : pays.most / MONTHS;
}
