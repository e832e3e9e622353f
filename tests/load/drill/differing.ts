import type { TableState } from '../../support/table-hashes';

/** How many tables do not hold the same rows. */
export function differing(
  before: Readonly<Record<string, TableState>>,
  after: Readonly<Record<string, TableState>>
): number {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name]?.hash !== after[name]?.hash).length;
}
