import type { ParameterEntry } from './parameter-schema';

/** The two generated files: slots and dated values for the engine; law, links and dates for explanations. */
export interface CompiledParameters {
  readonly parameters: string;
  readonly sources: string;
}

const LEGIFRANCE = 'https://www.legifrance.gouv.fr/';
const MS_PER_DAY = 86_400_000;
const HEADER = '// Made by `npm run aids:build` from src/lib/aids/parameters/*.yaml: change those.\n';
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const typeOf = (unit: string) => `Parameter<ValueIn<'${unit}'>>`;

/** Names, labels and laws in few bytes: each text once, entries by number, days as days since 1970. */
function packed(entries: Readonly<Record<string, ParameterEntry>>, names: readonly string[]): string {
  const texts: string[] = [];
  const place = (text: string) => {
    const known = texts.indexOf(text);
    return known >= 0 ? known : texts.push(text) - 1;
  };
  const rows = names.map((name) => {
    const {
      label,
      unit,
      law,
      url,
      checked,
      rows: parts,
      values,
      note,
      renewed
    } = entries[name] as ParameterEntry;
    const own: unknown[] = [name, label, place(unit), place(law), place(url.replace(LEGIFRANCE, '~'))];
    const from = values.map((value) => monthOf(value.from)).sort((a, b) => a - b);
    return [
      ...own,
      Date.parse(checked) / MS_PER_DAY,
      parts ? place(parts.join(' ')) : -1,
      from,
      note ?? 0,
      renewed ?? 0
    ];
  });
  return `/** Each text once. */\nexport const TEXTS: readonly string[] = ${JSON.stringify(texts)};
/** Name, label, then numbers of unit, law, link; day checked; number of the rows or -1; months in force from; note or 0; month renewed or 0. */
export const PACKED_SOURCES = ${JSON.stringify(rows)} as unknown as readonly PackedSource[];\n`;
}

interface DatedValues {
  readonly slot: number;
  readonly month: number;
  readonly values: readonly number[];
}

function datedValues(slot: number, entry: ParameterEntry): DatedValues[] {
  return entry.values.map((value) => ({
    slot,
    month: monthOf(value.from),
    values: 'scale' in value ? value.scale : [value.value]
  }));
}

/**
 * Compiles parameters to typed TypeScript. A parameter in force during a month counts for the whole month. Of what was
 * in force before the first month that is covered, only the latest value counts.
 */
export function compileParameters(entries: Readonly<Record<string, ParameterEntry>>): CompiledParameters {
  const names = Object.keys(entries).sort();
  const slots: string[] = [];
  const dated: DatedValues[] = [];
  let slot = 0;
  let covered = 0;
  for (const name of names) {
    const entry = entries[name] as ParameterEntry;
    const own = datedValues(slot, entry);
    slots.push(`export const ${name.toUpperCase()} = ${slot} as unknown as ${typeOf(entry.unit)};`);
    dated.push(...own);
    covered = Math.max(covered, Math.min(...own.map(({ month }) => month)));
    slot += entry.rows?.length ?? 1;
  }
  dated.sort((a, b) => a.month - b.month);
  const atStart: number[] = [];
  for (const one of dated)
    if (one.month <= covered) one.values.forEach((value, row) => (atStart[one.slot + row] = value));
  const later = dated.filter(({ month }) => month > covered);
  return {
    parameters: [
      HEADER + "import type { DatedRow, Parameter, ValueIn } from '../kernel/parameter';\n",
      ...slots,
      `\n/** The first month for which every parameter has a value. */\nexport const COVERED_FROM = ${covered};`,
      `/** The values in force in that month, by slot. */\nexport const VALUES_AT_START: readonly number[] = ${JSON.stringify(atStart)};`,
      `/** What came into force later, oldest first. */\nexport const LATER_ROWS: readonly DatedRow[] = ${JSON.stringify(later.map(({ slot: first, month, values }) => [first, month, ...values]))};\n`
    ].join('\n'),
    sources: `${HEADER}import type { PackedSource } from '../parameter-source';\n\n${packed(entries, names)}`
  };
}
