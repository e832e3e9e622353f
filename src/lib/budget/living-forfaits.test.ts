import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { livingReference } from './living-forfaits';

const today = localDate('2026-11-21');

describe('the indicative forfaits', () => {
  it.each([
    [1, 0, 87600],
    [1, 1, 118300],
    [2, 1, 149000],
    [2, 2, 179700],
    [2, 3, 210400]
  ])('of %d adults and %d dependents add up to %d', (adults, dependents, totalCents) => {
    expect(livingReference({ adults, dependents }, today)).toMatchObject({ ok: true, value: { totalCents } });
  });

  it('say that they are to be checked', () => {
    expect(livingReference({ adults: 1, dependents: 0 }, today)).toMatchObject({
      value: { certainty: 'check' }
    });
  });

  it('are unknown before 2025', () => {
    expect(livingReference({ adults: 1, dependents: 0 }, localDate('2024-12-31'))).toMatchObject({
      ok: false
    });
  });
});
