import type { Actor } from '$lib/access';
import { ok, refused, type Refusal, type Result } from '$lib/kernel';
import { selectMatching, type CaseHead } from '../cases';
import { enter } from '../db';

/** How many cases a search shows. */
export const SEARCH_LIMIT = 50;
const MIN_LENGTH = 2;
const MAX_LENGTH = 100;

/** One letter finds everybody. */
export interface SearchTooShort extends Refusal {
  readonly code: 'search_too_short';
  readonly minimum: number;
}

/** Finds cases by reference, or by a part of the name, among those the actor follows or supervises. */
export async function searchCases(
  actor: Actor,
  text: string
): Promise<Result<readonly CaseHead[], SearchTooShort>> {
  const words = text.trim().replace(/\s+/g, ' ').slice(0, MAX_LENGTH);
  if (words.length < MIN_LENGTH) return refused({ code: 'search_too_short', minimum: MIN_LENGTH });
  return enter(actor, { permission: 'desk.worklist' }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff search');
    const ownOnly = actor.role === 'supervisor' ? null : actor.staffId;
    return ok(await selectMatching(tx, words, ownOnly, SEARCH_LIMIT));
  });
}
