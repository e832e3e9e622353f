import {
  DEFAULT_WORKING_HOURS,
  holidayOn,
  promisedReplyBy,
  type ReplyPromise,
  type Territory
} from '$lib/contact-policy';

/** The team works where public holidays are those of mainland France. */
const HOME: Territory = 'metropole';

const MINUTE_MS = 60_000;

/** Working hours begin and end on a minute, so within one the promise is the same for everybody. */
let ofThisMinute: { readonly minute: number; readonly promise: ReplyPromise } | undefined;

/** By when an answer is promised to something said now, at the team's working hours. It stands on every page of hers. */
export function promiseReply(at: Date): ReplyPromise {
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  if (ofThisMinute?.minute !== minute) ofThisMinute = { minute, promise: computed(at) };
  const { promise } = ofThisMinute;
  return promise.isReadingNow ? { ...promise, readsFrom: at } : promise;
}

function computed(at: Date): ReplyPromise {
  const promise = promisedReplyBy(at, DEFAULT_WORKING_HOURS, (day) => holidayOn(day, HOME) !== null);
  if (!promise) throw new Error('Nobody works within sixty days: the working hours are wrong');
  return promise;
}
