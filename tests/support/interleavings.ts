import { seededRandom } from './seeded-random';

/** Whose turn it is, step after step. */
export type Turns = readonly ('one' | 'other')[];

/** Every order in which two that take so many steps each may follow one another: 252 for five and five. */
export function allInterleavings(steps: number): Turns[] {
  const weave = (one: number, other: number): Turns[] => {
    if (one === 0 && other === 0) return [[]];
    return [
      ...(one > 0 ? weave(one - 1, other).map((turns) => ['one' as const, ...turns]) : []),
      ...(other > 0 ? weave(one, other - 1).map((turns) => ['other' as const, ...turns]) : [])
    ];
  };
  return weave(steps, steps);
}

/** Some of them, chosen by a seed; all when `count` is large enough. */
export function someInterleavings(steps: number, count: number, seed: number): Turns[] {
  return seededRandom(seed).shuffled(allInterleavings(steps)).slice(0, count);
}
