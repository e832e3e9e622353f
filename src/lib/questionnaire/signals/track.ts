import type { Signal } from './signal';
import type { SignalKind } from './signal-kind';

/** The way a case is followed. */
export type Track = 'classic' | 'oxygene' | 'oxygene_plus';

/** Why a track is recommended: a rule's name, told to whoever decides and to the person. */
export type TrackReason =
  | 'essentials_and_no_margin'
  | 'essentials_and_other_debts'
  | 'no_margin_and_other_debts'
  | 'payments_stopped_by_law'
  | 'essentials_missing'
  | 'unsafe_at_home'
  | 'in_distress'
  | 'no_margin'
  | 'other_debts_first'
  | 'bank_fragility'
  | 'life_event'
  | 'asked_for_one_person';

/** A recommendation. A person decides: this never changes a track by itself and never refuses one. */
export interface TrackRecommendation {
  readonly track: Track;
  readonly reasons: readonly TrackReason[];
}

interface TrackRule {
  readonly track: Exclude<Track, 'classic'>;
  readonly reason: TrackReason;
  readonly whenAll: readonly SignalKind[];
}

/** Read top to bottom. Oxygène+ is for households where two hardships feed each other: budget work helps there. */
const RULES: readonly TrackRule[] = [
  { track: 'oxygene_plus', reason: 'essentials_and_no_margin', whenAll: ['urgent_vital', 'marge_nulle'] },
  { track: 'oxygene_plus', reason: 'essentials_and_other_debts', whenAll: ['urgent_vital', 'dettes_dabord'] },
  { track: 'oxygene_plus', reason: 'no_margin_and_other_debts', whenAll: ['marge_nulle', 'dettes_dabord'] },
  { track: 'oxygene', reason: 'payments_stopped_by_law', whenAll: ['arret_bdf'] },
  { track: 'oxygene', reason: 'essentials_missing', whenAll: ['urgent_vital'] },
  { track: 'oxygene', reason: 'unsafe_at_home', whenAll: ['securite'] },
  { track: 'oxygene', reason: 'in_distress', whenAll: ['detresse'] },
  { track: 'oxygene', reason: 'no_margin', whenAll: ['marge_nulle'] },
  { track: 'oxygene', reason: 'other_debts_first', whenAll: ['dettes_dabord'] },
  { track: 'oxygene', reason: 'bank_fragility', whenAll: ['banque'] },
  { track: 'oxygene', reason: 'life_event', whenAll: ['evenement'] }
];

/**
 * The track her signals recommend. A need alone (large text, in writing) is met on any track; asking for one
 * single person is asking for a referent. A signal staff may not know is left out: recommending on it would
 * tell it.
 */
export function recommendTrack(signals: readonly Signal[]): TrackRecommendation {
  const known = signals.filter((signal) => signal.staffMayKnow);
  const kinds = new Set(known.map((signal) => signal.kind));
  const met = RULES.filter((rule) => rule.whenAll.every((kind) => kinds.has(kind)));
  const plus = met.filter((rule) => rule.track === 'oxygene_plus');
  if (plus.length > 0) return { track: 'oxygene_plus', reasons: plus.map((rule) => rule.reason) };
  const reasons = met.map((rule) => rule.reason);
  if (asksForOnePerson(known)) reasons.push('asked_for_one_person');
  return { track: reasons.length > 0 ? 'oxygene' : 'classic', reasons };
}

function asksForOnePerson(signals: readonly Signal[]): boolean {
  return signals.some((signal) =>
    signal.effects.some((effect) => effect.code === 'needs_applied' && effect.needs.includes('one_person'))
  );
}
