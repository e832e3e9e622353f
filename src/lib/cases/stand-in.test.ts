import { describe, expect, it } from 'vitest';
import { localDate, type StaffId } from '$lib/kernel';
import { standInOn } from './stand-in';

const THOMAS = 'thomas' as StaffId;

describe('who stands in', () => {
  it.each([
    ['2026-12-03', THOMAS],
    ['2026-12-04', THOMAS],
    ['2026-12-05', null]
  ])('on %s, of an absence through 4 December: %s', (day, who) => {
    expect(standInOn({ standInId: THOMAS, standInUntil: localDate('2026-12-04') }, localDate(day))).toBe(who);
  });

  it('is nobody while none is named, or no day is', () => {
    const day = localDate('2026-12-04');
    expect(standInOn({ standInId: null, standInUntil: null }, day)).toBeNull();
    expect(standInOn({ standInId: THOMAS, standInUntil: null }, day)).toBeNull();
  });
});
