import { describe, expect, it } from 'vitest';
import { isCutShort } from './import-life';

const last = new Date('2026-11-29T10:00:00Z');
const after = (seconds: number) => new Date(last.getTime() + seconds * 1_000);

describe('isCutShort', () => {
  it.each([
    [0, false],
    [119, false],
    [120, false],
    [121, true],
    [86_400, true]
  ])('%i seconds after its last batch: %s', (seconds, expected) => {
    expect(isCutShort(last, after(seconds))).toBe(expected);
  });
});
