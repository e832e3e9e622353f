import { z } from 'zod';

const UNITS = ['EUR', 'EUR/month', 'EUR/year', 'EUR/day', 'EUR/hour', 'rate', 'count'] as const;
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not a day written YYYY-MM-DD');
const period = { from: day, to: day.optional() };

/** A dated parameter: as the YAML build and the desk check it. */
export const parameterSchema = z
  .strictObject({
    label: z.string().min(3),
    unit: z.enum(UNITS),
    rows: z
      .array(z.string().regex(/^[a-z][a-z0-9_]*$/))
      .min(2)
      .optional(),
    /** Month of the year, 1 to 12, from which the law gives a new value each year. */
    renewed: z.int().min(1).max(12).optional(),
    law: z.string().min(5, 'no legal reference'),
    url: z.url({ protocol: /^https?$/ }),
    checked: day,
    note: z.string().optional(),
    values: z
      .array(
        z.union([
          z.strictObject({ ...period, value: z.number() }),
          z.strictObject({ ...period, scale: z.array(z.number()) })
        ])
      )
      .min(1)
  })
  .superRefine((entry, context) => {
    for (const { message, ...params } of faultsOf(entry))
      context.addIssue({ code: 'custom', message, params });
  });

const file = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), parameterSchema);

/** A dated parameter as a jurist writes it in `src/lib/aids/parameters/*.yaml`. */
export type ParameterEntry = z.infer<typeof parameterSchema>;

interface Dated {
  readonly from: string;
  readonly to?: string | undefined;
}

/** What the schema finds wrong with the dated values of a parameter, with the day it is about. */
export interface ValueFault {
  readonly fault:
    | 'ends_before_start'
    | 'two_values'
    | 'overlap'
    | 'gap'
    | 'wrong_length'
    | 'not_a_rate'
    | 'negative_count'
    | 'not_an_amount';
  /** The day from which the value at fault is in force. */
  readonly from: string;
  readonly message: string;
}

/** The numbers of a dated value, one for each row. */
export const numbersOf = (value: ParameterEntry['values'][number]): readonly number[] =>
  'scale' in value ? value.scale : [value.value];

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

function periodFaults(values: readonly Dated[]): ValueFault[] {
  const faults: ValueFault[] = [];
  const ordered = [...values].sort((a, b) => a.from.localeCompare(b.from));
  ordered.forEach(({ from, to }, index) => {
    const next = ordered[index + 1];
    if (to !== undefined && to < from)
      faults.push({ fault: 'ends_before_start', from, message: `${from} ends before it starts` });
    if (next === undefined) return;
    if (next.from === from) faults.push({ fault: 'two_values', from, message: `two values from ${from}` });
    else if (to !== undefined && to >= next.from)
      faults.push({ fault: 'overlap', from: next.from, message: `${from} and ${next.from} overlap` });
    else if (to !== undefined && to < dayBefore(next.from))
      faults.push({ fault: 'gap', from: next.from, message: `no value between ${to} and ${next.from}` });
  });
  return faults;
}

function numberFault(entry: ParameterEntry, numbers: readonly number[]): Omit<ValueFault, 'from'> | null {
  const { unit, rows } = entry;
  if (numbers.length !== (rows?.length ?? 1))
    return { fault: 'wrong_length', message: 'as many numbers as rows, one when there are no rows' };
  if (unit === 'rate' && numbers.some((number) => Math.abs(number) > 20))
    return { fault: 'not_a_rate', message: 'not a rate; is the unit right?' };
  if (unit === 'count' && numbers.some((number) => number < 0))
    return { fault: 'negative_count', message: 'a count is not negative' };
  if (unit.startsWith('EUR') && numbers.some((number) => number < 0 || number > 200_000))
    return { fault: 'not_an_amount', message: 'not an amount of this kind' };
  return null;
}

function faultsOf(entry: ParameterEntry): ValueFault[] {
  const faults = periodFaults(entry.values);
  for (const value of entry.values) {
    const found = numberFault(entry, numbersOf(value));
    if (found) faults.push({ ...found, from: value.from, message: `${value.from}: ${found.message}` });
  }
  return faults;
}

/** One parameter file read: its entries, or what is wrong with it in words, each with the parameter's name. */
export function readParameterFile(
  name: string,
  content: unknown
): { readonly entries: Record<string, ParameterEntry>; readonly faults: readonly string[] } {
  const read = file.safeParse(content);
  if (read.success) return { entries: read.data, faults: [] };
  return {
    entries: {},
    faults: read.error.issues.map((issue) => `${name}: ${issue.path.join('.')}: ${issue.message}`)
  };
}
