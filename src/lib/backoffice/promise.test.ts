import { describe, expect, it } from 'vitest';
import { awaitedOf, isLate, type Promises } from './promise';

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const nothing: Promises = {
  urgentSince: null,
  replyDueAt: null,
  signalWordsDueAt: null,
  proposalDueAt: null
};

describe('what is owed on a case', () => {
  it('is nothing when nothing was promised', () => {
    expect(awaitedOf(nothing)).toEqual([]);
  });

  it('comes in the order of the promised times, whatever it is', () => {
    const owed = awaitedOf({
      ...nothing,
      replyDueAt: at('17:00'),
      signalWordsDueAt: at('11:00'),
      proposalDueAt: at('16:00')
    });
    expect(owed.map(({ kind }) => kind)).toEqual(['signal_words', 'proposal', 'reply']);
  });

  it('begins with what was said at the door, which waits for no hour', () => {
    const owed = awaitedOf({ ...nothing, urgentSince: at('20:00'), replyDueAt: at('08:00') });
    expect(owed).toEqual([
      { kind: 'look', by: null },
      { kind: 'reply', by: at('08:00') }
    ]);
  });

  it.each([
    ['16:59', true],
    ['17:00', false],
    ['17:01', false]
  ])('promised by %s and read at 17:00: late is %s', (by, late) => {
    expect(isLate({ kind: 'reply', by: at(by) }, at('17:00'))).toBe(late);
  });

  it('is never late when it has no hour', () => {
    expect(isLate({ kind: 'look', by: null }, at('17:00'))).toBe(false);
  });
});
