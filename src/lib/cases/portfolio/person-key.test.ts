import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { personKey } from './person-key';

const key = (lastName: string, firstName = 'Fatou', birthDate = '1974-04-14') =>
  personKey({ lastName, firstName, birthDate: localDate(birthDate) });

describe('personKey', () => {
  it.each([
    ["D'Angelo", 'D’ANGELO'],
    ['Lefœuvre', 'LEFOEUVRE'],
    ['Roux-Lefèvre', 'Roux Lefe\u0300vre'],
    ['Łukasz', 'łukasz']
  ])('is the same for %s and %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });

  it('is another for another last name, first name or birth date', () => {
    expect(key('Mercier')).not.toBe(key('Autre'));
    expect(key('Mercier', 'Fatou')).not.toBe(key('Mercier', 'Awa'));
    expect(key('Mercier', 'Fatou', '1974-04-14')).not.toBe(key('Mercier', 'Fatou', '1974-04-15'));
  });

  it('keeps apart names that hold no letter', () => {
    expect(key('🙂')).not.toBe(key('🙃'));
    expect(key('محمد')).not.toBe(key('علي'));
  });
});
