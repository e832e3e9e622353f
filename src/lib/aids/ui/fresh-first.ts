/** What is new to her since a change of the law: the words of its mark, by the code of the aid or right. */
export type FreshWords = Readonly<Record<string, string>>;

/** The same list with what is new to her first; the order is otherwise kept. */
export function freshFirst<T>(
  items: readonly T[],
  codeOf: (item: T) => string,
  fresh: FreshWords
): readonly T[] {
  const isFresh = (item: T) => fresh[codeOf(item)] !== undefined;
  return [...items.filter(isFresh), ...items.filter((item) => !isFresh(item))];
}
