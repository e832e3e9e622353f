import type { AidEstimate } from '../estimate';
import type { EvaluatedMonth } from '../month';
import type { Arrears, Audience, Benefit } from './vocabulary';

/** Where a household lives, as far as it is known. The codes are those of `Commune`. */
export interface Place {
  readonly insee?: string;
  readonly epciSiren?: string | null;
  readonly departement?: string;
  readonly region?: string;
  readonly postcode?: string;
}

/** What is known of a person beside her household. What is left out is not known. */
export interface RightsContext {
  /** The month for which ages are counted. */
  readonly month: EvaluatedMonth;
  /** What she is late in paying; an empty list when she said: nothing. */
  readonly arrears?: readonly Arrears[];
  /** Whether somebody claims money from her. */
  readonly inDebt?: boolean;
  /** What she said of the situations of `SITUATIONS`. */
  readonly situations?: Readonly<Record<string, boolean>>;
  /** Benefits she receives, or does not. */
  readonly receives?: Readonly<Partial<Record<Benefit, boolean>>>;
  /** What the engine says of the national aids. */
  readonly estimates?: readonly AidEstimate[];
  /** What else she said she is. */
  readonly audiences?: readonly Audience[];
  /** Ids of rights she already has: left out. */
  readonly has?: readonly string[];
}
