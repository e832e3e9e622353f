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

/** The page of a question. `seen`: the page before a sensitive question was seen. */
export function questionHref(id: QuestionId, cameFrom: CameFrom | null = null, seen = false): string {
  const { section, step } = addressOf(id);
  const query = new URLSearchParams({ ...(cameFrom && { depuis: cameFrom }), ...(seen && { suite: '1' }) });
  return withQuery(`${START}/${section}/${step}`, query);
}

/** The way to a question: over the page before it, when it has one. */
export function wayTo(id: QuestionId, cameFrom: CameFrom | null = null): string {
  if (QUESTIONS[id].interruption === null) return questionHref(id, cameFrom);
  const { section, step } = addressOf(id);
  const query = new URLSearchParams(cameFrom ? { depuis: cameFrom } : {});
  return withQuery(`${START}/${section}/${step}/avant`, query);
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

function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
