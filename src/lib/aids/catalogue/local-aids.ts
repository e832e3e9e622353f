import type { RevisedRight } from '../law/published-law';
import type { Ask, Right, Scope } from './right';

/** One aid that exists in the same form in many places: only what differs from its family. */
export interface FamilyMember {
  readonly family: string;
  readonly id: string;
  /** Whose it is, after the family's name. */
  readonly place: string;
  readonly scope: Scope;
  readonly url?: string;
  readonly knownOn?: string;
  readonly ask?: Partial<Ask>;
}

/** What aids of one family have in common. */
export type Family = Omit<Right, 'id' | 'scope' | 'url'> & { readonly url: string };

/** The file `static/aids/<departement>.json`: the local aids that exist somewhere in a département. */
export interface LocalAidsFile {
  readonly departement: string;
  readonly rights: readonly Right[];
  readonly members: readonly FamilyMember[];
  /** What was published since, on a phone; left out where a process has all of it in memory. */
  readonly revised?: readonly RevisedRight[];
}

/** The whole right of one member of a family. */
export function memberOf(families: Readonly<Record<string, Family>>, member: FamilyMember): readonly Right[] {
  const family = families[member.family];
  if (!family) return [];
  const { family: _family, place, ask, ...own } = member;
  const { knownOn: _known, ...shared } = family;
  return [{ ...shared, ...own, name: `${family.name}, ${place}`, ask: { ...family.ask, ...ask } }];
}
