import { describe, expect, it } from 'vitest';
import { aCaseFact, at, past } from '../../../tests/support/contact-question';
import { DEFAULT_POLICY } from './contact-policy';
import { remainingAllowance } from './remaining-allowance';

const left = (history: Parameters<typeof remainingAllowance>[0]['history']) =>
  remainingAllowance({ policy: DEFAULT_POLICY, facts: aCaseFact(), history, at: at('2026-11-23 11:00') });

describe('what is left this week', () => {
  it('is two at most, and nothing has been used', () => {
    expect(left([])).toMatchObject({
      sevenDays: { limit: 2, usualLimit: 2, used: 0, left: 2 },
      thirtyDays: { limit: 6, used: 0, left: 6 },
      byFamily: { call: { sevenDays: { left: 2 } }, written: { sevenDays: { left: 1 } } },
      isLowered: false
    });
  });

  it('goes down with what counts only', () => {
    const history = [
      past('2026-11-20 11:02'),
      past('2026-11-20 16:20', { purpose: 'answer_to_debtor' }),
      past('2026-11-21 10:15', { channel: 'call', state: 'refused' }),
      past('2026-11-10 10:00', { channel: 'letter' })
    ];
    expect(left(history)).toMatchObject({
      sevenDays: { used: 1, left: 1 },
      thirtyDays: { used: 2, left: 4 },
      byFamily: { written: { sevenDays: { left: 0 } }, call: { sevenDays: { left: 2 } } }
    });
  });

  it('is lower after "c’était de trop", and says so', () => {
    const history = [
      past('2026-11-02 11:00', { channel: 'call', state: 'attempted', tooMuchAt: at('2026-11-02 18:00') })
    ];
    expect(left(history)).toMatchObject({
      sevenDays: { limit: 1, usualLimit: 2, left: 1 },
      byFamily: { call: { sevenDays: { limit: 1, left: 1 } }, written: { sevenDays: { limit: 1, left: 1 } } },
      isLowered: true
    });
  });

  it('is never less than nothing', () => {
    const history = ['2026-11-18', '2026-11-20', '2026-11-22'].map((day) =>
      past(`${day} 10:00`, { channel: 'letter' })
    );
    expect(left(history).sevenDays).toMatchObject({ used: 3, left: 0 });
  });
});
