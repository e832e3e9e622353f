import { describe, expect, it } from 'vitest';
import { typeset } from './typeset';

describe('typesetting', () => {
  it.each([
    ["Ce n'est pas moi", 'Ce n’est pas moi'],
    ['Est-ce bien nous ?', 'Est-ce bien nous\u202f?'],
    ['Reste : 35 €', 'Reste\u00a0: 35\u00a0€'],
    ['à 72 % « presque sûr »', 'à 72\u00a0% «\u00a0presque sûr\u00a0»'],
    ['avant 16 h 20, puis 18 h', 'avant 16\u202fh\u202f20, puis 18\u202fh'],
    ['le 14 septembre, 3 mois', 'le 14\u00a0septembre, 3 mois'],
    ['art. L. 111-8, contrat n° 4', 'art.\u00a0L.\u00a0111-8, contrat n°\u00a04'],
    ['https://exemple.fr/?a=b', 'https://exemple.fr/?a=b'],
    ['{amount} : {count} mois', '{amount}\u00a0: {count} mois']
  ])('of %j', (text, set) => {
    expect(typeset(text)).toBe(set);
    expect(typeset(set)).toBe(set);
  });
});
