import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLICE_MINUTES, calmDelayMs, oldestSlice, sliceOf, waitUntil } from './try-limits';

const limit = { maxFailures: 5, windowMinutes: 60 };
const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);
const slice = (time: string, failures: number) => ({ startsAt: at(time), failures });

describe('a limit of five tries an hour', () => {
  it.each([
    ['no failure', [], null],
    ['four failures', [slice('12:00', 4)], null],
    ['five failures', [slice('12:00', 5)], '13:05'],
    ['five failures spread', [slice('12:00', 2), slice('12:10', 3)], '13:05'],
    ['more than five', [slice('12:00', 3), slice('12:10', 5)], '13:15'],
    ['old failures', [slice('10:00', 50)], null]
  ])('%s', (_name, slices, until) => {
    expect(waitUntil(limit, slices, at('12:20'))).toEqual(until === null ? null : at(until));
  });

  it('is over at the very minute it was announced, not one before', () => {
    const slices = [slice('12:00', 5)];
    expect(waitUntil(limit, slices, at('13:04'))).toEqual(at('13:05'));
    expect(waitUntil(limit, slices, at('13:05'))).toBeNull();
  });

  it('never lets more than five failures fall within one hour', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 80 });
    fc.assert(
      fc.property(minutes, (tries) => {
        const taken: number[] = [];
        const slices = new Map<number, number>();
        for (const minute of [...tries].sort((a, b) => a - b)) {
          const instant = new Date(at('00:00').getTime() + minute * 60_000);
          const known = [...slices].map(([start, failures]) => ({ startsAt: new Date(start), failures }));
          if (waitUntil(limit, known, instant)) continue;
          taken.push(minute);
          const start = sliceOf(instant).getTime();
          slices.set(start, (slices.get(start) ?? 0) + 1);
        }
        for (const minute of taken) {
          const within = taken.filter((other) => other >= minute && other < minute + 60);
          expect(within.length).toBeLessThanOrEqual(5);
        }
      })
    );
  });
});

describe('slices', () => {
  it(`start every ${SLICE_MINUTES} minutes`, () => {
    expect(sliceOf(at('12:04'))).toEqual(at('12:00'));
    expect(sliceOf(at('12:05'))).toEqual(at('12:05'));
    expect(oldestSlice(limit, at('12:04'))).toEqual(at('11:00'));
  });
});

describe('the delay of a staff sign-in', () => {
  it('is nothing for ordinary mistakes, grows slowly, and stays bearable', () => {
    expect(calmDelayMs(29)).toBe(0);
    expect(calmDelayMs(30)).toBe(1000);
    expect(calmDelayMs(31)).toBe(1200);
    expect(calmDelayMs(100_000)).toBe(4000);
  });
});
