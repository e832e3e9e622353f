import { describe, expect, it } from 'vitest';
import { readPostcode, territoryOfPostcode, timeZoneOfPostcode } from './territory';

const known = (text: string) => readPostcode(text)!;

describe('readPostcode', () => {
  it.each([
    '01000',
    '75013',
    '95880',
    '20090',
    '97133',
    '97150',
    '97600',
    '98600',
    '98730',
    '98850',
    ' 35 000'
  ])('takes "%s"', (text) => expect(readPostcode(text)).toBe(text.replaceAll(' ', '')));

  it.each(['', '7500', '750133', '00100', '96000', '97900', '98000', '98400', '99100', '2A004', 'B-1000'])(
    'refuses "%s"',
    (text) => expect(readPostcode(text)).toBeNull()
  );
});

describe('the territory and time zone of a postcode', () => {
  it.each([
    ['35000', '35', 'Europe/Paris'],
    ['67000', '67', 'Europe/Paris'],
    ['20199', '2A', 'Europe/Paris'],
    ['20200', '2B', 'Europe/Paris'],
    ['97110', '971', 'America/Guadeloupe'],
    ['97133', '977', 'America/St_Barthelemy'],
    ['97150', '978', 'America/Marigot'],
    ['97200', '972', 'America/Martinique'],
    ['97354', '973', 'America/Cayenne'],
    ['97411', '974', 'Indian/Reunion'],
    ['97500', '975', 'America/Miquelon'],
    ['97600', '976', 'Indian/Mayotte'],
    ['98600', '986', 'Pacific/Wallis'],
    ['98714', '987', 'Pacific/Tahiti'],
    ['98742', '987', 'Pacific/Marquesas'],
    ['98755', '987', 'Pacific/Gambier'],
    ['98850', '988', 'Pacific/Noumea']
  ])('of %s are %s and %s', (postcode, territory, zone) => {
    expect(territoryOfPostcode(known(postcode))).toBe(territory);
    expect(timeZoneOfPostcode(known(postcode))).toBe(zone);
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow();
  });
});
