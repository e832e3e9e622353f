import { describe, expect, it } from 'vitest';
import { isUseWorthWriting, sessionEndsAt } from './session-life';

const at = (text: string) => new Date(text);

describe('the life of a session', () => {
  it('of staff ends 30 minutes after the last use', () => {
    const times = { createdAt: at('2026-11-21T08:00:00Z'), lastSeenAt: at('2026-11-21T09:10:00Z') };
    expect(sessionEndsAt('staff', times)).toEqual(at('2026-11-21T09:40:00Z'));
  });

  it('of staff ends after a working day, even in use', () => {
    const times = { createdAt: at('2026-11-21T08:00:00Z'), lastSeenAt: at('2026-11-21T19:59:00Z') };
    expect(sessionEndsAt('staff', times)).toEqual(at('2026-11-21T20:00:00Z'));
  });

  it('of a debtor ends 12 hours after the last use, and after a week whatever happens', () => {
    const createdAt = at('2026-11-14T08:00:00Z');
    expect(sessionEndsAt('debtor', { createdAt, lastSeenAt: createdAt })).toEqual(at('2026-11-14T20:00:00Z'));
    const lastSeenAt = at('2026-11-21T07:00:00Z');
    expect(sessionEndsAt('debtor', { createdAt, lastSeenAt })).toEqual(at('2026-11-21T08:00:00Z'));
  });

  it.each([
    ['debtor', '2026-11-21T08:00:59.999Z', false],
    ['debtor', '2026-11-21T08:01:00.000Z', true],
    ['staff', '2026-11-21T08:00:00.999Z', false],
    ['staff', '2026-11-21T08:00:01.000Z', true]
  ] as const)('of a %s used at 8:00:00 has a use at %s written: %s', (kind, instant, isWritten) =>
    expect(isUseWorthWriting(kind, at('2026-11-21T08:00:00.000Z'), at(instant))).toBe(isWritten)
  );
});
