import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { clockAt, commonWindows, instantOf, isWithin } from './time-windows';

const day = localDate;

describe('a window', () => {
  const windows = [{ from: '10:00', to: '13:00' }] as const;

  it.each([
    ['09:59', false],
    ['10:00', true],
    ['12:59', true],
    ['13:00', false]
  ] as const)('from 10 to 13: %s is inside: %s', (time, inside) =>
    expect(isWithin(windows, time)).toBe(inside)
  );

  it('and another share what both leave open', () => {
    const hers = [{ from: '12:00', to: '15:00' }] as const;
    const ours = [{ from: '14:00', to: '19:00' }, ...windows] as const;
    expect(commonWindows(ours, hers)).toEqual([
      { from: '12:00', to: '13:00' },
      { from: '14:00', to: '15:00' }
    ]);
    expect(commonWindows(windows, [{ from: '13:00', to: '14:00' }])).toEqual([]);
  });
});

describe('the instant of a time on the wall', () => {
  it.each([
    ['2026-11-23', '10:00', 'Europe/Paris', '2026-11-23T09:00:00.000Z'],
    ['2026-07-20', '10:00', 'Europe/Paris', '2026-07-20T08:00:00.000Z'],
    ['2026-07-20', '10:00', 'Indian/Reunion', '2026-07-20T06:00:00.000Z'],
    ['2026-07-20', '10:00', 'Pacific/Marquesas', '2026-07-20T19:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2027-03-28', '02:30', 'Europe/Paris', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28', '00:00', 'Europe/Paris', '2027-03-27T23:00:00.000Z'],
    ['2026-10-25', '24:00', 'Europe/Paris', '2026-10-25T23:00:00.000Z']
  ] as const)('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(instantOf(day(date), time, zone).toISOString()).toBe(instant);
  });

  it('shows that time again, the nights the clocks change included', () => {
    for (const date of ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29'])
      for (const time of ['00:00', '01:59', '03:00', '08:00', '19:00', '23:59'] as const)
        expect(clockAt(instantOf(day(date), time, 'Europe/Paris'), 'Europe/Paris')).toEqual({
          day: date,
          time
        });
  });
});
