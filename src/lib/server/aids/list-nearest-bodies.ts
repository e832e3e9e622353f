import { BODY_TYPES, type NearestBodies } from '$lib/aids';
import { ok, type Result } from '$lib/kernel';
import { findBodies, type PlaceUnknown } from './find-bodies';

// communes asked lately; the directory changes with a release only, which starts the process anew
const MOST_KEPT = 1_000;
const kept = new Map<string, NearestBodies>();

function remember(insee: string, bodies: NearestBodies): void {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(insee, bodies);
}

/**
 * The nearest body of every type for a commune, all at once: asking for one type would tell which aid somebody
 * looks at. Reference data that everybody may read: no actor.
 */
export async function listNearestBodies(insee: string): Promise<Result<NearestBodies, PlaceUnknown>> {
  const known = kept.get(insee);
  if (known) return ok(known);
  const bodies: Record<string, unknown> = {};
  // one type after the other: a result page must not take every connection of the pool
  for (const type of BODY_TYPES) {
    const found = await findBodies(type, { insee });
    if (!found.ok) return found;
    const [nearest] = found.value;
    if (nearest) bodies[type] = nearest;
  }
  remember(insee, bodies as NearestBodies);
  return ok(bodies as NearestBodies);
}
