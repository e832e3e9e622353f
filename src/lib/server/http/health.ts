import { json } from '@sveltejs/kit';
import { database } from '../db';
import { isDraining } from '../platform/shutdown';

const ANSWER_WITHIN_MS = 1_500;
const RETRY_AFTER_SECONDS = 5;
const HEADERS = { 'cache-control': 'no-store' };

/** The process lives: restarting it would change nothing. */
export function answerLive(): Response {
  return json({ live: true }, { headers: HEADERS });
}

/** The process can serve: its database answers and it was not asked to stop. Otherwise 503 and when to ask again. */
export async function answerReady(): Promise<Response> {
  const reason = isDraining() ? 'stopping' : (await doesDatabaseAnswer()) ? null : 'database_away';
  if (reason === null) return json({ ready: true }, { headers: HEADERS });
  return json(
    { ready: false, reason },
    { status: 503, headers: { ...HEADERS, 'retry-after': String(RETRY_AFTER_SECONDS) } }
  );
}

async function doesDatabaseAnswer(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  const answer = database().sql`select 1`.then(
    () => true,
    () => false
  );
  const answers = await Promise.race([answer, limit]);
  clearTimeout(timer);
  return answers;
}
