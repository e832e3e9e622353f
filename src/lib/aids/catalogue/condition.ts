import type { AidKey } from '../aids';
import type { Activity, HousingStatus } from '../household';
import type { Arrears, Benefit } from './vocabulary';

/** Least and most, both included; null where there is no bound. */
export type Range = readonly [least: number | null, most: number | null];

/**
 * Ceilings in euros by number of people in the household. Sizes that are not written lie between their neighbours;
 * above the last, each person adds `more` where that is known.
 */
export interface Ceilings {
  readonly bySize: Readonly<Record<string, number>>;
  readonly more?: number;
}

/** Income a month per part: as the CAF counts it (quotient familial), or as the tax office does (RFR / 12 / parts). */
export interface QuotientCeiling {
  readonly of: 'caf' | 'tax';
  readonly max: number;
}

/** Who has a right, as data that can be held against a household with unanswered questions. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly adultAge: Range }
  /** Adult or child. */
  | { readonly anyoneAge: Range }
  | { readonly childAge: Range }
  /** At least so many children; with `unborn`, an expected one counts. */
  | { readonly children: number; readonly unborn?: true }
  | { readonly couple: boolean }
  | { readonly activity: readonly Activity[] }
  | { readonly housing: readonly HousingStatus[] }
  /** An adult with at least this rate, 0 to 1. */
  | { readonly disability: number }
  | { readonly disabledChild: true }
  | { readonly monthlyIncome: Ceilings }
  /** Revenu fiscal de référence, a year. */
  | { readonly yearlyTaxIncome: Ceilings }
  | { readonly quotient: QuotientCeiling }
  /** Entitled to one of these, as the engine computes it. */
  | { readonly aid: readonly AidKey[] }
  /** Receives one of these already. */
  | { readonly benefit: readonly Benefit[] }
  /** A fact nobody can compute, asked in the words of `situations.yaml`. */
  | { readonly situation: string }
  | { readonly arrears: readonly Arrears[] }
  | { readonly inDebt: true }
  /** The body decides by rules known in words only: never a plain yes. */
  | { readonly words: true };
