import { describe, expect, it } from 'vitest';
import { monthInitials, yearsOf } from './ring-months';

describe('the months one by one', () => {
  it('stand in their year, with empty places around', () => {
    const [year] = yearsOf([
      { month: '2026-10', mark: 'rest' },
      { month: '2026-12', mark: 'full' }
    ]);
    expect(year?.year).toBe(2026);
    expect(year?.places).toHaveLength(12);
    expect(year?.places.slice(8)).toEqual([null, 'rest', null, 'full']);
  });

  it('leave no year out between the first and the last', () => {
    const years = yearsOf([
      { month: '2028-05', mark: 'last' },
      { month: '2026-12', mark: 'full' }
    ]);
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028]);
    expect(years[1]?.places.every((mark) => mark === null)).toBe(true);
    expect(years[2]?.places[4]).toBe('last');
  });

  it('are nothing at all for an empty plan', () => {
    expect(yearsOf([])).toEqual([]);
  });

  it('wear the initials of a French calendar', () => {
    expect(monthInitials().join('')).toBe('JFMAMJJASOND');
  });
});
