import type { Unit } from './kernel/quantity';

/** Where a dated parameter comes from. */
export interface ParameterSource {
  readonly name: string;
  /** Its first slot. */
  readonly slot: number;
  /** What it is, in French, as a jurist names it. */
  readonly label: string;
  readonly unit: Unit;
  /** Names of the rows when it is a scale. */
  readonly rows?: readonly string[];
  /** The legal text. */
  readonly law: string;
  readonly url: string;
  /** Day on which the value was last compared with its source. */
  readonly checked: string;
  /** Month of the year, 1 to 12, from which the law gives a new value each year; left out where it does not. */
  readonly renewed?: number;
  /** What to know about it, in French. */
  readonly note?: string;
  /** Months (`YYYY-MM`) from which its values are in force, oldest first. */
  readonly from: readonly string[];
}

/** A source as the build packs it: see `unpackSources`. */
export type PackedSource = readonly [
  name: string,
  label: string,
  unit: number,
  law: number,
  url: number,
  checkedDay: number,
  rows: number,
  fromMonths: readonly number[],
  note: string | 0,
  renewed: number
];
