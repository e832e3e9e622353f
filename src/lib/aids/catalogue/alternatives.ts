import type { ShownRight } from './shown-right';

/** Two rights of which one takes the place of the other. */
export interface Alternative {
  /** The right to ask for. */
  readonly keep: string;
  /** The one that is not shown beside it. */
  readonly insteadOf: string;
  /** `exclusive`: only one may be had; `local`: the same right, as it is given where she lives. */
  readonly why: 'exclusive' | 'local';
  /** In words, for people. */
  readonly words: string;
  readonly law?: string;
}

/** A right that is hers but gives way, and to which one. */
export interface SetAside {
  readonly id: string;
  readonly name: string;
  readonly keptId: string;
  readonly keptName: string;
  readonly why: Alternative['why'];
  readonly words: string | null;
  readonly law: string | null;
}

const RANK = { yes: 1, maybe: 0 } as const;

function setAsideBy(loser: ShownRight, winner: ShownRight, alternative: Partial<Alternative>): SetAside {
  return {
    id: loser.right.id,
    name: loser.right.name,
    keptId: winner.right.id,
    keptName: winner.right.name,
    why: alternative.why ?? 'local',
    words: alternative.words ?? null,
    law: alternative.law ?? null
  };
}

/** The better of two: the surer one; for equals, the one the table prefers. */
function loserOf(preferred: ShownRight, other: ShownRight): [winner: ShownRight, loser: ShownRight] {
  return RANK[other.answer] > RANK[preferred.answer] ? [other, preferred] : [preferred, other];
}

/** The right itself, or its local form. */
function standingFor(shown: readonly ShownRight[], id: string): ShownRight | undefined {
  return shown.find(({ right }) => right.id === id || right.replaces?.includes(id) === true);
}

/**
 * The best set of the rights that may be hers: local forms take the place of what they stand for, and of two that
 * exclude one another the surer one is kept, the preferred one between equals. What gives way is given with why.
 */
export function alternativesAmong(
  shown: readonly ShownRight[],
  alternatives: readonly Alternative[]
): { readonly kept: readonly ShownRight[]; readonly setAside: readonly SetAside[] } {
  const byId = new Map(shown.map((one) => [one.right.id, one]));
  const setAside = new Map<string, SetAside>();
  for (const winner of shown)
    for (const id of winner.right.replaces ?? []) {
      const loser = byId.get(id);
      if (loser && !setAside.has(id)) setAside.set(id, setAsideBy(loser, winner, {}));
    }
  for (const alternative of alternatives) {
    const left = shown.filter(({ right }) => !setAside.has(right.id));
    const [preferred, other] = [
      standingFor(left, alternative.keep),
      standingFor(left, alternative.insteadOf)
    ];
    if (!preferred || !other) continue;
    const [winner, loser] = loserOf(preferred, other);
    setAside.set(loser.right.id, setAsideBy(loser, winner, alternative));
  }
  return { kept: shown.filter(({ right }) => !setAside.has(right.id)), setAside: [...setAside.values()] };
}
