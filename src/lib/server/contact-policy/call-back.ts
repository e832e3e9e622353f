import type { ContactSituation } from './contact-facts';

/**
 * Whether she can be called back when she asks, and at which hours; why not otherwise. `refused`: she said that she wants
 * no calls.
 */
export type CallBack = 'not_here' | 'refused' | 'no_number' | 'her_times' | 'office_hours';

/** What becomes of her asking to be called. */
export function callBackOf({
  answers,
  basis,
  facts
}: Pick<ContactSituation, 'answers' | 'basis' | 'facts'>): CallBack {
  if (answers.staysInSpace) return 'not_here';
  if (facts.preferences.refusedChannels.includes('call')) return 'refused';
  if (!basis.phone) return 'no_number';
  return facts.preferences.possibleTimes ? 'her_times' : 'office_hours';
}
