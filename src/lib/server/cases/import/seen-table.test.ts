import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenTable, shortHash } from './seen-table';

describe('SeenTable', () => {
  it('answers as a Map does, whatever is put in it', () => {
    const anyEntry = fc.tuple(fc.string({ maxLength: 3 }), fc.nat(0xffffffff), fc.nat(0xffffffff));
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 200 }),
        fc.array(fc.string({ maxLength: 3 })),
        (entries, asked) => {
          const table = new SeenTable();
          const map = new Map<string, [number, number]>();
          for (const [text, first, second] of entries) {
            table.set(text, first, second);
            map.set(text, [first, second]);
          }
          for (const text of [...asked, ...map.keys()])
            expect(table.get(text)).toEqual(map.get(text) ?? null);
        }
      )
    );
  });

  it('keeps all it was given while it grows', () => {
    const table = new SeenTable();
    for (let index = 0; index < 20_000; index += 1) table.set(`case ${index}`, index, index * 2);
    for (let index = 0; index < 20_000; index += 1)
      expect(table.get(`case ${index}`)).toEqual([index, index * 2]);
    expect(table.get('case 20000')).toBeNull();
  });
});

describe('shortHash', () => {
  it('is the same for the same text and another for another', () => {
    expect(shortHash('Mercier|Fatou')).toBe(shortHash('Mercier|Fatou'));
    expect(shortHash('Mercier|Fatou')).not.toBe(shortHash('Autre|Fatou'));
  });
});
