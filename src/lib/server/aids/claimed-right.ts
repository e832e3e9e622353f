import { isAidKey, publishedLaw, type ClaimSubject, type Right } from '$lib/aids';
import { keepLawFresh } from './law/keep-law-fresh';
import { rightsAsCompiled } from './law/law-as-published';

/** What is shown of a right of the catalogue beside its claim. */
export type ClaimedRight = Pick<Right, 'name' | 'ask'>;

/** A claim, or a reminder of one, with the right of the catalogue it is for. */
export type WithRight<T> = T & {
  /** Null for an aid that is computed, and for a right nobody knows any more. */
  readonly right: ClaimedRight | null;
};

/** The right a claim is for, as it is published or was last known; null for an aid that is computed. */
export async function claimedRight(subject: ClaimSubject): Promise<ClaimedRight | null> {
  if (isAidKey(subject)) return null;
  await keepLawFresh();
  const published = publishedLaw().rights.find(({ id }) => id === subject);
  return published?.right ?? (await rightsAsCompiled()).get(subject)?.right ?? null;
}

/** Claims or reminders with the rights they are for. */
export async function withRights<T extends { readonly aid: ClaimSubject }>(
  claims: readonly T[]
): Promise<readonly WithRight<T>[]> {
  return Promise.all(claims.map(async (claim) => ({ ...claim, right: await claimedRight(claim.aid) })));
}
