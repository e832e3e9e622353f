import { z } from 'zod';

const UNITS = ['EUR', 'EUR/month', 'EUR/year', 'EUR/day', 'EUR/hour', 'rate', 'count'] as const;
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not a day written YYYY-MM-DD');
const period = { from: day, to: day.optional() };

const parameter = z
  .strictObject({
    label: z.string().min(3),
    unit: z.enum(UNITS),
    rows: z
      .array(z.string().regex(/^[a-z][a-z0-9_]*$/))
      .min(2)
      .optional(),
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
    for (const message of faultsOf(entry)) context.addIssue({ code: 'custom', message });
  });

const file = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), parameter);

/** A dated parameter as a jurist writes it in `src/lib/aids/parameters/*.yaml`. */
export type ParameterEntry = z.infer<typeof parameter>;

interface Dated {
  readonly from: string;
  readonly to?: string | undefined;
}

const numbersOf = (value: ParameterEntry['values'][number]) =>
  'scale' in value ? value.scale : [value.value];

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

function periodFaults(values: readonly Dated[]): string[] {
  const faults: string[] = [];
  const ordered = [...values].sort((a, b) => a.from.localeCompare(b.from));
  ordered.forEach((value, index) => {
    const next = ordered[index + 1];
    if (value.to !== undefined && value.to < value.from) faults.push(`${value.from} ends before it starts`);
    if (next === undefined) return;
    if (next.from === value.from) faults.push(`two values from ${value.from}`);
    else if (value.to !== undefined && value.to >= next.from)
      faults.push(`${value.from} and ${next.from} overlap`);
    else if (value.to !== undefined && value.to < dayBefore(next.from))
      faults.push(`no value between ${value.to} and ${next.from}`);
  });
  return faults;
}

function faultsOf(entry: z.infer<typeof parameter>): string[] {
  const faults = periodFaults(entry.values);
  for (const value of entry.values) {
    const numbers = numbersOf(value);
    if (entry.rows ? numbers.length !== entry.rows.length : numbers.length !== 1)
      faults.push(`${value.from}: as many numbers as rows, one when there are no rows`);
    if (entry.unit === 'rate' && numbers.some((number) => Math.abs(number) > 20))
      faults.push(`${value.from}: not a rate; is the unit right?`);
    if (entry.unit === 'count' && numbers.some((number) => number < 0))
      faults.push(`${value.from}: a count is not negative`);
    if (entry.unit.startsWith('EUR') && numbers.some((number) => number < 0 || number > 200_000))
      faults.push(`${value.from}: not an amount of this kind`);
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
