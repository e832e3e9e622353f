import type { Actor } from '$lib/access';
import { database } from './client';
import { entering, type Errand } from './enter';
import type { Read } from './reading';

/** What each read of a list answers, in its order. */
type AnswersOf<Reads extends readonly Read<unknown>[]> = {
  -readonly [Index in keyof Reads]: Reads[Index] extends Read<infer T> ? T : never;
};

/**
 * Says who acts and reads, all in one statement: one trip and one snapshot, where a transaction takes at least three
 * trips and a statement for each read. For pages that only show. Throws {@link NotYours} as `enter` does.
 */
export async function look<const Reads extends readonly Read<unknown>[]>(
  actor: Actor,
  errand: Errand,
  reads: Reads
): Promise<AnswersOf<Reads>> {
  return entering(actor, errand, async (who) => {
    const parameters = [...who, ...reads.flatMap(({ wording, values }) => wording.parametersOf(values))];
    const [row] = await database()
      .sql.unsafe(together(reads), parameters as never[], { prepare: true })
      .values();
    const answers = reads.map(({ understand }, index) => understand(row?.[index] ?? []));
    return answers as AnswersOf<Reads>;
  });
}

const texts = new Map<string, string>();

/** The one statement of several reads, written once for each combination. */
function together(reads: readonly Read<unknown>[]): string {
  const key = reads.map(({ wording }) => wording.id).join();
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = combined(reads);
  texts.set(key, text);
  return text;
}

/**
 * Row-level security compares with what `app.enter` sets, so that must be over before the first table is opened. Each
 * read is a subquery of the row that `app.enter` gives and asks for a column of it: Postgres cannot begin one without
 * that row. Were it ever to, the settings would be unset, and nothing visible.
 *
 * Cells go by position, as JSON: two tables may have columns of one name.
 */
function combined(reads: readonly Read<unknown>[]): string {
  let given = 3;
  const columns = reads.map(({ wording: { text, columns, parameters } }) => {
    const shifted = text.replace(/\$(\d+)/g, (_, number: string) => `$${given + Number(number)}`);
    given += parameters;
    const cells = Array.from({ length: columns }, (_, index) => `c${index}`).join(', ');
    return `(select json_agg(json_build_array(${cells})) from (${shifted}) as r (${cells}) where entered.done)`;
  });
  return `with entered as materialized (select app.enter($1, $2::uuid, $3::uuid)::text = '' as done)
select ${columns.join(',\n')} from entered`;
}
