import { describe, expect, it } from 'vitest';
import { greetingOf, partOfDay } from './greeting';

describe('the greeting, by the hour of her own clock', () => {
  it.each([
    [0, 'evening', 'this_night'],
    [4, 'evening', 'this_night'],
    [5, 'day', 'today'],
    [12, 'day', 'today'],
    [17, 'day', 'today'],
    [18, 'evening', 'tonight'],
    [22, 'evening', 'tonight'],
    [23, 'evening', 'this_night']
  ] as const)('at %i h it is %s, %s', (hour, greeting, part) => {
    expect(greetingOf(hour)).toBe(greeting);
    expect(partOfDay(hour)).toBe(part);
  });
});
