import {
  DEFAULT_WORKING_HOURS,
  holidayOn,
  promisedReplyBy,
  type ReplyPromise,
  type Territory
} from '$lib/contact-policy';

/**
 * By when an answer is promised to something said now, at the team's working hours. The team works where public
 * holidays are those of mainland France.
 */
export function promiseReply(at: Date): ReplyPromise {
  const home: Territory = 'metropole';
  const promise = promisedReplyBy(at, DEFAULT_WORKING_HOURS, (day) => holidayOn(day, home) !== null);
  if (!promise) throw new Error('Nobody works within sixty days: the working hours are wrong');
  return promise;
}
