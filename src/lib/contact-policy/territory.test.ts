import { describe, expect, it } from 'vitest';
import { placeOfPostcode } from './territory';

describe('where a postcode is', () => {
  it.each([
    ['75011', 'metropole', 'Europe/Paris'],
    ['01000', 'metropole', 'Europe/Paris'],
    ['20000', 'metropole', 'Europe/Paris'],
    ['2A004', 'metropole', 'Europe/Paris'],
    ['2b033', 'metropole', 'Europe/Paris'],
    ['98000', 'metropole', 'Europe/Paris'],
    ['57000', 'alsace_moselle', 'Europe/Paris'],
    ['67 000', 'alsace_moselle', 'Europe/Paris'],
    ['68100', 'alsace_moselle', 'Europe/Paris'],
    ['97110', 'guadeloupe', 'America/Guadeloupe'],
    ['97200', 'martinique', 'America/Martinique'],
    ['97300', 'guyane', 'America/Cayenne'],
    ['97400', 'reunion', 'Indian/Reunion'],
    ['97500', 'saint_pierre_et_miquelon', 'America/Miquelon'],
    ['97600', 'mayotte', 'Indian/Mayotte'],
    ['97133', 'saint_barthelemy', 'America/St_Barthelemy'],
    ['97701', 'saint_barthelemy', 'America/St_Barthelemy'],
    ['97150', 'saint_martin', 'America/Marigot'],
    ['97801', 'saint_martin', 'America/Marigot'],
    ['98600', 'wallis_et_futuna', 'Pacific/Wallis'],
    ['98714', 'polynesie_francaise', 'Pacific/Tahiti'],
    ['98742', 'polynesie_francaise', 'Pacific/Marquesas'],
    ['98796', 'polynesie_francaise', 'Pacific/Marquesas'],
    ['98755', 'polynesie_francaise', 'Pacific/Gambier'],
    ['98800', 'nouvelle_caledonie', 'Pacific/Noumea']
  ])('%s is in %s, on the clock of %s', (code, territory, timeZone) => {
    expect(placeOfPostcode(code)).toEqual({ territory, timeZone });
    expect(() => new Intl.DateTimeFormat('fr', { timeZone })).not.toThrow();
  });

  it.each(['', '7501', '750111', 'ABCDE', '00000', '99100', '97999', '98412', '1 2 3'])(
    '%j is nowhere',
    (code) => expect(placeOfPostcode(code)).toBeNull()
  );
});
