import { SOURCES } from './generated/parameter-sources';
import type { ParameterSource } from './parameter-source';
import { parametersOf } from './parameters-of-month';

/** A parameter with its value in a month. */
export interface ParameterAt {
  readonly source: ParameterSource;
  /** The row of the scale, when it is one. */
  readonly row: string | null;
  readonly value: number;
}

/** The parameter that stands in a slot, with its value in a month; null for a slot nobody has. */
export function parameterAt(slot: number, month: number): ParameterAt | null {
  const source = SOURCES.find((known) => slot >= known.slot && slot < known.slot + (known.rows?.length ?? 1));
  if (!source) return null;
  return {
    source,
    row: source.rows?.[slot - source.slot] ?? null,
    value: parametersOf(month)[slot] as number
  };
}

/** Every parameter with the law it comes from, for the law watch. */
export const parameterSources: readonly ParameterSource[] = SOURCES;
