import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaseReference } from './case-reference';

describe('readCaseReference', () => {
  it.each([
    'OX26-000001',
    'ox26 000001',
    'Ox26000001',
    ' ox26–000001 ',
    'OX26 - 000 001',
    'OX26.000001',
    'OX26−000001',
    '0X26-000001',
    'OX26-OOOOO1',
    'ox26-00000l',
    'OX26-00000I',
    'ＯＸ２６－０００００１',
    'OX26\u00a0000001'
  ])('reads "%s" as OX26-000001', (typed) => {
    expect(readCaseReference(typed)).toBe('OX26-000001');
  });

  it.each([
    ['dossier 12/b', 'DOSSIER-12-B'],
    ['2026_00123', '2026-00123'],
    ['0012345678', '0012345678']
  ])("keeps a creditor's own reference: %s", (typed, kept) => {
    expect(readCaseReference(typed)).toBe(kept);
  });

  it.each(['', '   ', '---', 'abc', 'é-1234', "' or 1=1 --", '<b>1234</b>', '=1+1234', 'A'.repeat(41)])(
    'does not take "%s" for a reference',
    (typed) => {
      expect(readCaseReference(typed)).toBeNull();
    }
  );

  it('reads what it wrote as the same reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (typed) => {
        const once = readCaseReference(typed);
        if (once !== null) expect(readCaseReference(once)).toBe(once);
      })
    );
  });

  it('finds any of our references back however it is typed', () => {
    const ours = fc
      .tuple(fc.integer({ min: 20, max: 99 }), fc.nat(999_999))
      .map(([year, number]) => `OX${year}-${String(number).padStart(6, '0')}`);
    fc.assert(
      fc.property(ours, fc.constantFrom('', ' ', '-', ' - ', '\u202f'), (reference, gap) => {
        expect(readCaseReference(reference.toLowerCase().replace('-', gap))).toBe(reference);
      })
    );
  });
});
