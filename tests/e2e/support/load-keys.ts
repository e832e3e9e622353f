/** What the server answers where a script asks for the data of a page: a list for each load, its first entry the whole. */
interface PageData {
  readonly type: string;
  readonly nodes?: readonly ({ readonly type: string; readonly data?: readonly unknown[] } | null)[];
}

/**
 * The keys of everything the loads of a page gave, sorted and without values: `debts[].amount`. Null for a page that was
 * refused or sends elsewhere.
 */
export function keysOf(body: string): readonly string[] | null {
  const answer = JSON.parse(body) as PageData;
  if (answer.type !== 'data') return null;
  const loads = (answer.nodes ?? []).filter((node) => node !== null);
  if (loads.some(({ type }) => type === 'error')) return null;
  const found = new Set<string>();
  for (const { data } of loads) if (data) collect(data, 0, '', found);
  return [...found].sort();
}

/** The wire holds each value once, in a list, and its place in the list wherever it belongs. */
function collect(data: readonly unknown[], place: number, name: string, found: Set<string>): void {
  const value = data[place];
  if (Array.isArray(value)) return collectList(data, value, name, found);
  if (typeof value !== 'object' || value === null) {
    if (name) found.add(name);
    return;
  }
  for (const [key, at] of Object.entries(value)) {
    collect(data, at as number, name ? `${name}.${key}` : key, found);
  }
}

/** A list of places, or something with a name of its own (a date, a map), which counts as one value. */
function collectList(
  data: readonly unknown[],
  list: readonly unknown[],
  name: string,
  found: Set<string>
): void {
  if (typeof list[0] === 'string' || list.length === 0) found.add(name);
  else for (const place of list) collect(data, place as number, `${name}[]`, found);
}
