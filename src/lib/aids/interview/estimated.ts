import { estimate, type Estimate } from '../estimate';
import { draftOf, type KeptAnswers } from './answers-kept';

const known = new WeakMap<KeptAnswers, { readonly month: number; readonly estimate: Estimate }>();

/** What can be said after some answers; worked out once for the same answers, which never change in place. */
export function estimated(kept: KeptAnswers, month: number): Estimate {
  const before = known.get(kept);
  if (before?.month === month) return before.estimate;
  const fresh = estimate(draftOf(kept), month);
  known.set(kept, { month, estimate: fresh });
  return fresh;
}
