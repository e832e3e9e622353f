/** Chance that can be had again: the same seed gives the same choices. */
export interface Random {
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number;
  oneOf<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** Chance from a seed (mulberry32: small, and good enough to shuffle). */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneOf: (list) => list[below(list.length)]!,
    shuffled(list) {
      const all = [...list];
      for (let index = all.length - 1; index > 0; index--) {
        const other = below(index + 1);
        [all[index], all[other]] = [all[other]!, all[index]!];
      }
      return all;
    }
  };
}
