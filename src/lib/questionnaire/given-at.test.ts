import { describe, expect, it } from 'vitest';
import { givenAt } from './given-at';

const arrived = new Date('2026-11-24T09:30:00Z');

describe('when an answer kept on a phone was given', () => {
  it.each([
    ['now', '2026-11-24T09:30:00Z', '2026-11-24T09:30:00.000Z'],
    ['last night', '2026-11-23T23:10:00Z', '2026-11-23T23:10:00.000Z'],
    ['seven days ago', '2026-11-17T09:30:00Z', '2026-11-17T09:30:00.000Z'],
    ['a second more than seven days ago', '2026-11-17T09:29:59Z', undefined],
    ['by a clock a little ahead: on arrival', '2026-11-24T09:34:00Z', '2026-11-24T09:30:00.000Z'],
    ['by a clock five minutes ahead', '2026-11-24T09:35:00Z', undefined],
    ['not told', null, undefined],
    ['not readable', 'hier soir', undefined]
  ])('%s', (_name, told, expected) => {
    expect(givenAt(told, arrived)?.toISOString()).toBe(expected);
  });
});
