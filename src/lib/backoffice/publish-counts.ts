/** How often something happened, by kind. */
export interface CountedKind<Key> {
  readonly key: Key;
  readonly count: number;
}

/** What may be shown of such counts: those large enough, and the others together when they are large enough too. */
export interface PublishedCounts<Key> {
  readonly shown: readonly CountedKind<Key>[];
  /** The kinds that are hidden, together; null when there are none, or when even together they stay too few. */
  readonly others: number | null;
  /** Everything together; null when it is too few, or when it would give away by subtraction what is hidden. */
  readonly total: number | null;
}

/** No count under this is shown: so few may be somebody. */
export const MINIMUM_COUNT = 10;

/**
 * Counts that point at nobody, the largest first. Kinds under ten are hidden and summed; when their sum stays under
 * ten, it is hidden too and so is the total, since one minus the other would show it.
 */
export function publishCounts<Key>(kinds: readonly CountedKind<Key>[]): PublishedCounts<Key> {
  const shown = kinds
    .filter(({ count }) => count >= MINIMUM_COUNT)
    .sort((one, other) => other.count - one.count);
  const sum = (list: readonly CountedKind<Key>[]) => list.reduce((total, { count }) => total + count, 0);
  const all = sum(kinds);
  const hidden = all - sum(shown);
  const mayTell = hidden === 0 || hidden >= MINIMUM_COUNT;
  return {
    shown,
    others: hidden >= MINIMUM_COUNT ? hidden : null,
    total: all >= MINIMUM_COUNT && mayTell ? all : null
  };
}
