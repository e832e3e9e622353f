import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { mayBeOutdated, valueOn, type DatedValue } from './dated-value';

const entry = (fromOn: string, renewedOn: string, value: number): DatedValue<number> => ({
  fromOn: localDate(fromOn),
  renewedOn: localDate(renewedOn),
  value,
  source: 'test',
  checkedOn: localDate('2026-11-21'),
  certainty: 'certain'
});

const series = [entry('2026-04-01', '2027-04-01', 2), entry('2025-04-01', '2026-04-01', 1)];

describe('the figure in force', () => {
  it.each([
    ['2025-04-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 2],
    ['2029-01-01', 2]
  ])('on %s is entry %d', (day, value) => {
    expect(valueOn(series, localDate(day))).toMatchObject({ ok: true, value: { value } });
  });

  it('is never guessed before the first one', () => {
    expect(valueOn(series, localDate('2025-03-31'))).toEqual({
      ok: false,
      why: { code: 'no_value_that_day', askedOn: '2025-03-31', firstOn: '2025-04-01' }
    });
    expect(valueOn([], localDate('2025-03-31'))).toMatchObject({ ok: false, why: { firstOn: null } });
  });

  it('is said to be old from the day a newer one is expected', () => {
    const current = entry('2026-04-01', '2027-04-01', 2);
    expect(mayBeOutdated(current, localDate('2027-03-31'))).toBe(false);
    expect(mayBeOutdated(current, localDate('2027-04-01'))).toBe(true);
  });
});
