import { describe, expect, it } from 'vitest';
import { NOTHING_ANSWERED, readKept, type KeptAnswers } from './answers-kept';
import { withTold, withoutTold } from './answers-told';
import { isAskable, readTold, toldWord } from './told';

const after = (form: Record<string, string>, kept: KeptAnswers = NOTHING_ANSWERED) => withTold(kept, form);

describe('what she says beside a right', () => {
  it('is kept whatever was pressed: yes, no, and that she does not know', () => {
    const { told } = after({
      go: 'has:cheque-eau',
      'tell.situation.moving_in': 'yes',
      'tell.situation.account_seized': 'no',
      'tell.benefit.pch': 'unknown'
    });
    expect(told).toEqual({
      'situation.moving_in': true,
      'situation.account_seized': false,
      'benefit.pch': null
    });
    expect(Object.keys(told).map((missing) => toldWord(told, missing))).toEqual(['yes', 'no', 'unknown']);
    expect(toldWord(told, 'situation.dispute')).toBe('');
  });

  it('replaces what she said before, and can be taken back', () => {
    const yes = after({ 'tell.situation.moving_in': 'yes' });
    expect(after({ 'tell.situation.moving_in': 'no' }, yes).told).toEqual({ 'situation.moving_in': false });
    expect(withoutTold(yes, 'situation.moving_in').told).toEqual({});
  });

  it('that she receives a national aid takes it out of what is to claim', () => {
    expect(after({ 'tell.benefit.css': 'yes' }).held).toEqual(['css']);
    expect(after({ 'tell.benefit.css': 'no' }).held).toEqual([]);
    expect(after({ 'tell.benefit.pch': 'yes' }).held).toEqual([]);
  });

  it.each(['tell.age.0', 'tell.', 'tell.situation.', 'tell.situation.__proto__x.y', 'situation.moving_in'])(
    'is not read from %s',
    (name) => expect(after({ [name]: 'yes' })).toEqual(NOTHING_ANSWERED)
  );

  it('is not read from another word', () =>
    expect(after({ 'tell.situation.moving_in': 'peut-être' })).toEqual(NOTHING_ANSWERED));

  it('comes back as it was kept, and what is no answer is left out', () => {
    const kept = after({ 'tell.situation.moving_in': 'no', 'tell.benefit.are': 'unknown' });
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
    expect(readTold({ 'situation.moving_in': 'no', 'age.0': true, 'benefit.are': null })).toEqual({
      'benefit.are': null
    });
    expect(readTold(null)).toEqual({});
    // answers kept before this question existed
    expect(readKept('{"version":1,"passed":[]}')?.told).toEqual({});
  });
});

describe('what is missing', () => {
  it.each([
    ['situation.moving_in', true],
    ['benefit.are', true],
    ['age.0', false],
    ['words', false],
    ['near_ceiling', false]
  ])('%s can be answered beside the right: %s', (missing, expected) =>
    expect(isAskable(missing)).toBe(expected)
  );
});
