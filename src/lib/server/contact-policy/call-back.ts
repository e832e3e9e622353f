import type { ContactSituation } from './contact-facts';

type Said = Pick<ContactSituation, 'answers' | 'basis' | 'facts'>;

/** Whether she can be called back when she asks, and at which hours; why not otherwise. */
export type CallBack = 'not_here' | 'no_number' | 'her_times' | 'office_hours';

/** What becomes of her asking to be called. */
export function callBackOf({ answers, basis, facts }: Said): CallBack {
  if (answers.staysInSpace) return 'not_here';
  if (!basis.phone) return 'no_number';
  return facts.preferences.possibleTimes ? 'her_times' : 'office_hours';
}

/** Whether a call is offered to her at all: never once she said that she wants none, or that nobody may call. */
export function mayOfferCall({ answers, facts }: Said): boolean {
  return !answers.staysInSpace && !facts.preferences.refusedChannels.includes('call');
}
