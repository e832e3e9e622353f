import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../question';
import { FLOOR, someAnswers, TODAY, type Short } from '../testing/builders';
import { signalsFrom } from './signals-from';
import { recommendTrack, type Track, type TrackReason } from './track';

const CASES: readonly [Partial<Record<QuestionId, Short>>, Track, readonly TrackReason[]][] = [
  [{}, 'classic', []],
  [{ recent_change: 'none', feeling: 'heavy', left_over: 900 }, 'classic', []],
  [{ exchange_needs: ['large_text', 'no_phone'] }, 'classic', []],
  [{ exchange_needs: ['one_person'] }, 'oxygene', ['asked_for_one_person']],
  [{ overindebtedness_file: 'receivable' }, 'oxygene', ['payments_stopped_by_law']],
  [{ going_without: 'sometimes' }, 'oxygene', ['essentials_missing']],
  [{ money_control: 'worries_me' }, 'oxygene', ['unsafe_at_home']],
  [{ left_over: 'nothing' }, 'oxygene', ['no_margin']],
  [{ other_urgent: ['rent'] }, 'oxygene', ['other_debts_first']],
  [{ card_withdrawn: 'yes' }, 'oxygene', ['bank_fragility']],
  [{ recent_change: 'separation' }, 'oxygene', ['life_event']],
  [{ recent_change: 'work', card_withdrawn: 'yes' }, 'oxygene', ['bank_fragility', 'life_event']],
  [{ going_without: 'often', left_over: 'nothing' }, 'oxygene_plus', ['essentials_and_no_margin']],
  [{ left_over: 300, other_urgent: ['rent'] }, 'oxygene_plus', ['no_margin_and_other_debts']],
  [{ going_without: 'often', other_urgent: ['energy'] }, 'oxygene_plus', ['essentials_and_other_debts']],
  [{ feeling: 'too_much', tell_referent: 'yes' }, 'oxygene', ['in_distress']],
  // recommending on what she did not agree to tell would tell it
  [{ feeling: 'too_much' }, 'classic', []],
  [{ feeling: 'too_much', tell_referent: 'no' }, 'classic', []]
];

describe('the track recommended to the person who decides', () => {
  it.each(CASES)('%j: %s because %j', (said, track, reasons) => {
    const signals = signalsFrom(someAnswers(said), { today: TODAY, floorCents: FLOOR });
    expect(recommendTrack(signals)).toEqual({ track, reasons });
  });
});
