import type { ClaimNews } from '../../src/lib/aids';
import { localDate } from '../../src/lib/kernel';

/** What a person says of a claim that is under way: the RSA, asked on 20 November. */
export const ASKED_CLAIM: ClaimNews = {
  aid: 'rsa',
  state: 'asked',
  askedOn: localDate('2026-11-20'),
  decidedOn: null,
  amountCents: null,
  reason: null,
  remindOn: null,
  remindByPost: false
};
