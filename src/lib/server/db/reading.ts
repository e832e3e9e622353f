import { is, Param, Placeholder, sql, type GetColumnData, type SQLWrapper } from 'drizzle-orm';
import { PgDialect, QueryBuilder, type PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { database, type Transaction } from './client';

/** Columns to read, by the names the rows carry them under. */
type Fields = Record<string, PgColumn>;

/** A row as the schema types it. */
type RowOf<F extends Fields> = { [Name in keyof F]: GetColumnData<F[Name]> };

/** Cells of a row in the order of the columns, as the driver or JSON gives them. */
type Cells = readonly unknown[];

/** The words of a statement, with what is needed to send them. */
export interface Wording {
  /** The number that composed reads are remembered by. */
  readonly id: number;
  readonly text: string;
  readonly columns: number;
  readonly parameters: number;
  parametersOf(values: Readonly<Record<string, unknown>>): unknown[];
}

/** One read, ready to be sent: alone, in a transaction, or with others by `look`. */
export interface Read<T> {
  readonly wording: Wording;
  readonly values: Readonly<Record<string, unknown>>;
  readonly understand: (rows: readonly Cells[]) => T;
}

/**
 * A read whose SQL is written once for the life of the process. Drizzle writes the same words anew at each call, which
 * was a fifth of the processor time of a page. `write` gets the select of `fields` and a placeholder for each name;
 * what comes back makes a {@link Read} from the values of those names and from what the rows mean.
 *
 * `fields` are flat: `getTableColumns(table)` for all of one. A column of an outer join may be null whatever its type says.
 */
export function reading<F extends Fields, Name extends string>(
  fields: F,
  names: readonly Name[],
  write: (select: ReturnType<typeof selectOf<F>>, given: Readonly<Record<Name, Placeholder>>) => SQLWrapper
): <T>(values: Readonly<Record<Name, unknown>>, understand: (rows: RowOf<F>[]) => T) => Read<T> {
  const wording = wordingOf(Object.keys(fields).length, write(selectOf(fields), placeholders(names)));
  const columns = Object.entries(fields);
  const rowOf = (cells: Cells) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index++) {
      const [name, column] = columns[index]!;
      const cell = cells[index];
      row[name] = cell === null ? null : column.mapFromDriverValue(cell);
    }
    return row as RowOf<F>;
  };
  return (values, understand) => ({ wording, values, understand: (rows) => understand(rows.map(rowOf)) });
}

/** Sends a read in a transaction, where it sees what the transaction wrote. */
export async function read<T>(tx: Transaction, one: Read<T>): Promise<T> {
  return send(clientOf(tx), one);
}

/** Sends a read outside of any transaction, and without saying who acts: for tables that belong to no case. */
export async function readAlone<T>(one: Read<T>): Promise<T> {
  return send(database().sql, one);
}

async function send<T>(client: Pick<Sql, 'unsafe'>, { wording, values, understand }: Read<T>): Promise<T> {
  const parameters = wording.parametersOf(values) as never[];
  return understand(await client.unsafe(wording.text, parameters, { prepare: true }).values());
}

/** The connection of a transaction, for statements whose words are written once. */
export function clientOf(tx: Transaction): Pick<Sql, 'unsafe'> {
  // every transaction of this house is one of postgres.js
  return (tx._.session as PostgresJsSession<Sql, never, never>).client;
}

function selectOf<F extends Fields>(fields: F) {
  return new QueryBuilder().select(fields);
}

/** A placeholder for each name, filled in each time the statement is sent. */
export function placeholders<Name extends string>(
  names: readonly Name[]
): Readonly<Record<Name, Placeholder>> {
  const given = Object.fromEntries(names.map((name) => [name, sql.placeholder<string>(name)]));
  return given as Record<Name, Placeholder>;
}

let wordings = 0;

/** Has Drizzle write the words of a statement that answers `columns` columns. */
export function wordingOf(columns: number, query: SQLWrapper): Wording {
  const { sql: text, params } = new PgDialect().sqlToQuery(query.getSQL());
  const fillings = params.map(fillingOf);
  return {
    id: wordings++,
    text,
    columns,
    parameters: params.length,
    parametersOf: (values) => fillings.map((fill) => fill(values))
  };
}

/** How a parameter comes out of the values given: asked once, since Drizzle looks through a family of classes to tell. */
function fillingOf(parameter: unknown): (values: Readonly<Record<string, unknown>>) => unknown {
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const { encoder, value } = parameter;
    const name = value.name as string;
    return (values) => encoder.mapToDriverValue(values[name]);
  }
  if (is(parameter, Placeholder)) {
    const name = parameter.name as string;
    return (values) => values[name];
  }
  return () => parameter;
}
