import type { Placeholder, SQL } from 'drizzle-orm';
import type { Transaction } from './client';
import { clientOf, placeholders, wordingOf } from './reading';

/** A value as the wire takes it: instants as ISO texts, JSON as text. */
type Sent = string | number | boolean | null;

/**
 * A statement that writes, whose SQL is written once for the life of the process, as {@link reading} does for one that
 * reads. For what nearly every command does; anything else is clearer as Drizzle's own insert or update. `write` gets a
 * placeholder for each name; name the type of one (`::timestamptz`) where Postgres cannot tell it from its column.
 * What comes back sends it in a transaction and answers the rows of `returning`, as arrays.
 */
export function writing<Name extends string>(
  names: readonly Name[],
  write: (given: Readonly<Record<Name, Placeholder>>) => SQL
): (tx: Transaction, values: Readonly<Record<Name, Sent>>) => Promise<readonly (readonly unknown[])[]> {
  const { text, parametersOf } = wordingOf(0, write(placeholders(names)));
  return async (tx, values) =>
    clientOf(tx)
      .unsafe(text, parametersOf(values) as never[], { prepare: true })
      .values();
}
