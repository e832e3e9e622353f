import type { Actor } from '$lib/access';
import type { Outcome } from '$lib/surveys';
import { look, readAlone } from '../db';
import { newestOutcomes, type PublishedOutcome } from './outcome-repository';

/** How many lines everybody reads: a page that opens on an old phone. */
export const SHOWN_OUTCOMES = 12;

const DESK_LIMIT = 100;

/** What was said and done, for anybody, the newest first; without who wrote it. */
export async function listPublishedOutcomes(): Promise<Outcome[]> {
  const outcomes = await readAlone(newestOutcomes(SHOWN_OUTCOMES));
  return outcomes.map(({ said, done, doneOn }) => ({ said, done, doneOn }));
}

/** The same for who publishes, with who wrote each line. */
export async function listOutcomesAtDesk(actor: Actor): Promise<PublishedOutcome[]> {
  const [outcomes] = await look(actor, { permission: 'opinions.publish' }, [newestOutcomes(DESK_LIMIT)]);
  return outcomes;
}
