import { pgEnum } from 'drizzle-orm/pg-core';

/** How a case is followed: the ordinary process, one referent, or close follow-up for a few households. */
export const track = pgEnum('track', ['classic', 'oxygene', 'oxygene_plus']);

/** Whether the right person is there. Anything but the first two pauses contacts. */
export const identityState = pgEnum('identity_state', [
  'unconfirmed',
  'confirmed',
  'not_me',
  'deceased',
  'represented',
  'helped'
]);

/** What the debt comes from, as creditors export it. */
export const debtKind = pgEnum('debt_kind', [
  'purchase',
  'insurance',
  'consumer_credit',
  'energy',
  'rent',
  'health',
  'telecom'
]);

/** Whether a claim may be time-barred. Set by rule from kind and first unpaid day, then by a human. */
export const limitationStatus = pgEnum('limitation_status', ['ok', 'soon', 'presumed_expired', 'unknown']);

/** What a human found when looking at a debt that may be time-barred. */
export const limitationReview = pgEnum('limitation_review', ['still_due', 'expired']);

/** Why a case is over; the rules are in $lib/cases (closing.ts). */
export const closingReason = pgEnum('closing_reason', [
  'paid',
  'plan_kept',
  'given_back',
  'not_owed',
  'time_barred',
  'erased_by_decision',
  'other'
]);
