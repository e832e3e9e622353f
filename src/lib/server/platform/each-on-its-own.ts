/**
 * Does the same for each item, one after the other. What cannot be done for one does not hold up the others; at the end
 * all failures are thrown together, so that the job is seen to fail and is tried again.
 */
export async function eachOnItsOwn<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${items.length} failed`);
}
