import { systemActor, type Actor } from '$lib/access';
import {
  countByGroup,
  MINIMUM_COUNT,
  publishCounts,
  type PublishedCounts,
  type RuleGroup
} from '$lib/backoffice';
import type { PublishedPeriod } from '$lib/surveys';
import { countStopped } from '../contact-policy';
import { enter } from '../db';
import { selectReplyTimes } from '../messaging';
import { now } from '../platform/runtime';
import { loadSatisfaction } from '../surveys';

/** What a team's people live through, in figures that point at nobody. */
export interface Figures {
  /** Empty when nobody has answered yet. */
  readonly satisfaction: readonly PublishedPeriod[];
  readonly stopped: PublishedCounts<RuleGroup>;
  /** Null under ten answers. */
  readonly replies: {
    readonly answered: number;
    readonly medianMinutes: number;
    readonly shareInADay: number;
  } | null;
}

const DAYS = 30;
const COUNTER = systemActor('figures');

/** The figures of the actor's team over the last thirty days; satisfaction month by month. */
export async function loadFigures(actor: Actor): Promise<Figures> {
  const at = now();
  const since = new Date(at.getTime() - DAYS * 86_400_000);
  // checks the permission before anything is counted over all cases
  const satisfaction = await loadSatisfaction(actor);
  if (actor.kind !== 'staff') throw new Error('Only staff have a team');
  const { teamId } = actor;
  const [codes, times] = await enter(COUNTER, { permission: 'system.figures' }, async (tx) => [
    await countStopped(tx, teamId, since),
    await selectReplyTimes(tx, teamId, since)
  ]);
  const { answered, medianMinutes, withinADay } = times;
  return {
    satisfaction: satisfaction.ok ? satisfaction.value : [],
    stopped: publishCounts(countByGroup(codes)),
    replies:
      answered >= MINIMUM_COUNT && medianMinutes !== null
        ? { answered, medianMinutes, shareInADay: withinADay / answered }
        : null
  };
}
