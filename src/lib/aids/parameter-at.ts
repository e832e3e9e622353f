import { editionInForce } from './law/edition';
import { publishedLaw } from './law/published-law';
import { writtenMonth } from './month';
import type { PackedSource, ParameterSource } from './parameter-source';
import { parametersOf } from './parameters-of-month';
import type { Unit } from './kernel/quantity';

/** A parameter with its value in a month. */
export interface ParameterAt {
  readonly source: ParameterSource;
  /** The row of the scale, when it is one. */
  readonly row: string | null;
  readonly value: number;
}

const LEGIFRANCE = 'https://www.legifrance.gouv.fr/';
const MS_PER_DAY = 86_400_000;

function unpack(packed: PackedSource, texts: readonly string[], slot: number): ParameterSource {
  const [name, label, unit, law, url, checkedDay, rows, months, note, renewed] = packed;
  const revisions = editionInForce().revisions.get(slot);
  const revised = publishedLaw().parameters.find((one) => one.name === name);
  const compiledOn = new Date(checkedDay * MS_PER_DAY).toISOString().slice(0, 10);
  const cited = revised && revised.checked >= compiledOn ? revised : null;
  return {
    name,
    slot,
    label,
    unit: texts[unit] as Unit,
    ...(rows >= 0 && { rows: (texts[rows] as string).split(' ') }),
    law: cited?.law ?? (texts[law] as string),
    url: cited?.url ?? (texts[url] as string).replace('~', LEGIFRANCE),
    checked: cited?.checked ?? compiledOn,
    ...(note !== 0 && { note }),
    ...(renewed !== 0 && { renewed }),
    from: (revisions?.map(([, from]) => from) ?? months).map(writtenMonth)
  };
}

/** Every parameter with the law it comes from; loaded only where an explanation or the law watch needs it. */
export async function parameterSources(): Promise<readonly ParameterSource[]> {
  const { PACKED_SOURCES, TEXTS } = await import('./generated/parameter-sources');
  let slot = 0;
  return PACKED_SOURCES.map((packed) => {
    const source = unpack(packed, TEXTS, slot);
    slot += source.rows?.length ?? 1;
    return source;
  });
}

/** The parameter that stands in a slot, with its value in a month; null for a slot nobody has. */
export function parameterAt(
  sources: readonly ParameterSource[],
  slot: number,
  month: number
): ParameterAt | null {
  const source = sources.find((known) => slot >= known.slot && slot < known.slot + (known.rows?.length ?? 1));
  if (!source) return null;
  return {
    source,
    row: source.rows?.[slot - source.slot] ?? null,
    value: parametersOf(month)[slot] as number
  };
}
