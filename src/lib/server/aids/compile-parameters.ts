import type { ParameterEntry } from './parameter-schema';

/** The two generated files: slots and dated values for the engine; law, links and dates for explanations. */
export interface CompiledParameters {
  readonly parameters: string;
  readonly sources: string;
}

const HEADER = '// Made by `npm run aids:build` from src/lib/aids/parameters/*.yaml: change those.\n';
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const typeOf = (unit: string) => `Parameter<ValueIn<'${unit}'>>`;

/** Compiles parameters to typed TypeScript. A parameter in force during a month counts for the whole month. */
export function compileParameters(entries: Readonly<Record<string, ParameterEntry>>): CompiledParameters {
  const names = Object.keys(entries).sort();
  const slots: string[] = [];
  const dated: { month: number; row: number[] }[] = [];
  const sources: object[] = [];
  let slot = 0;
  let covered = 0;
  for (const name of names) {
    const entry = entries[name] as ParameterEntry;
    const { values, ...source } = entry;
    slots.push(`export const ${name.toUpperCase()} = ${slot} as unknown as ${typeOf(entry.unit)};`);
    for (const value of values)
      dated.push({
        month: monthOf(value.from),
        row: [slot, monthOf(value.from), ...('scale' in value ? value.scale : [value.value])]
      });
    covered = Math.max(covered, Math.min(...values.map((value) => monthOf(value.from))));
    sources.push({ name, slot, ...source, from: values.map((value) => value.from).sort() });
    slot += entry.rows?.length ?? 1;
  }
  dated.sort((a, b) => a.month - b.month);
  return {
    parameters: [
      HEADER + "import type { DatedRow, Parameter, ValueIn } from '../kernel/parameter';\n",
      ...slots,
      `\n/** How many slots the parameters take. */\nexport const SLOT_COUNT = ${slot};`,
      `/** The first month for which every parameter has a value. */\nexport const COVERED_FROM = ${covered};`,
      `/** Dated values, oldest first. */\nexport const DATED_ROWS: readonly DatedRow[] = ${JSON.stringify(dated.map(({ row }) => row))} as unknown as readonly DatedRow[];\n`
    ].join('\n'),
    sources:
      HEADER +
      "import type { ParameterSource } from '../parameter-source';\n\n" +
      `/** Where each parameter comes from, by slot of its first value. */\nexport const SOURCES: readonly ParameterSource[] = ${JSON.stringify(sources)};\n`
  };
}
