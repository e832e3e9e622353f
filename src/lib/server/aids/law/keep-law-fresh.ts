import { systemActor } from '$lib/access';
import { NOTHING_PUBLISHED, publishedLaw, usePublishedLaw, type PublishedLaw } from '$lib/aids';
import { enter } from '../../db';
import { now } from '../../platform/runtime';
import { dayInFrance } from './day-in-france';
import { lawOn, usedOn } from './law-as-published';
import { selectPublished } from './revision-repository';

const READER = systemActor('law');
const FRESH_MS = 30_000;

let read = { at: Number.NEGATIVE_INFINITY, mark: '' };
let timesForgotten = 0;

/** Brings this process to the law of today; asks the database once in half a minute at most. */
export async function keepLawFresh(): Promise<PublishedLaw> {
  const at = now();
  if (Math.abs(at.getTime() - read.at) < FRESH_MS) return publishedLaw();
  const asked = timesForgotten;
  const today = dayInFrance(at);
  const published = await enter(READER, { permission: 'system.read_law' }, selectPublished);
  const mark = usedOn(published, today)
    .map(({ id }) => id)
    .join();
  if (mark !== read.mark)
    await usePublishedLaw(mark === '' ? NOTHING_PUBLISHED : await lawOn(published, today));
  // what was published meanwhile may not be in what was read
  read = { at: asked === timesForgotten ? at.getTime() : Number.NEGATIVE_INFINITY, mark };
  return publishedLaw();
}

/** Asks the database again at the next need: something was just published in this process. */
export function forgetLaw(): void {
  timesForgotten += 1;
  read = { ...read, at: Number.NEGATIVE_INFINITY };
}
