import { describe, expect, it } from 'vitest';
import { ownDataFile, ownDataFileName } from './own-data-file';

const madeAt = new Date('2026-11-24T23:30:00Z');

describe('the file she takes away', () => {
  it('says its version, its day and its unit, and holds every part', () => {
    const file = JSON.parse(ownDataFile({ messages: [{ texte: '<b>=1+1</b> œ' }] }, madeAt));
    expect(file).toEqual({
      version: 1,
      fait_le: '2026-11-24T23:30:00.000Z',
      montants: 'en centimes d’euro',
      messages: [{ texte: '<b>=1+1</b> œ' }]
    });
  });

  it('has a name that tells nothing', () => {
    expect(ownDataFileName(madeAt)).toBe('mes-donnees-2026-11-24.json');
  });
});
