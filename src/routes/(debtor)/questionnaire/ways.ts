import { addressOf, QUESTIONS, type QuestionId } from '$lib/questionnaire';
import type { SavedAnswer } from '$lib/server/questionnaire';

/** Before the first question, and where she comes back to. */
export const START = '/questionnaire';
/** The list of her answers. */
export const REVIEW = '/questionnaire/reponses';
/** What happens now. */
export const DONE = '/questionnaire/termine';
/** Her signals. */
export const SIGNALS = '/mes-signaux';

/** The page she left to change one answer, and goes back to. */
export type CameFrom = 'reponses' | 'signaux';

const BACK_TO: Readonly<Record<CameFrom, string>> = { reponses: REVIEW, signaux: SIGNALS };

/** Reads from an address which page she left; null on the ordinary way. */
export function cameFromOf(url: URL): CameFrom | null {
  const from = url.searchParams.get('depuis');
  return from === 'reponses' || from === 'signaux' ? from : null;
}

/**
 * The page of a question. A sensitive one first shows what it is about and how to leave, or someone to talk to;
 * `suite` says that this was seen.
 */
export function wayTo(id: QuestionId, cameFrom: CameFrom | null = null, suite = false): string {
  const { section, step } = addressOf(id);
  const query = new URLSearchParams({ ...(cameFrom && { depuis: cameFrom }), ...(suite && { suite: '1' }) });
  const path = `${START}/${section}/${step}`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/**
 * Where an answer leads: to the next question, or back to the page she left to change this one, unless the answer
 * calls for a follow-up.
 */
export function wayAfter({ next, unseen }: SavedAnswer, cameFrom: CameFrom | null): string {
  if (cameFrom === null) return next === null ? REVIEW : wayTo(next);
  const hasFollowUp = next !== null && next === unseen && QUESTIONS[next].isFollowUp;
  return hasFollowUp ? wayTo(next, cameFrom) : BACK_TO[cameFrom];
}

/** Where "Retour" leads from a question. */
export function wayBack(previous: QuestionId | null, cameFrom: CameFrom | null): string {
  if (cameFrom !== null) return BACK_TO[cameFrom];
  return previous === null ? START : wayTo(previous);
}
