import { describe, expect, it } from 'vitest';
import { checkPassword } from './password-rules';

const owner = { email: 'leila.amrani@exemple.fr', firstName: 'Leïla', lastName: 'Amrani' };
const verdict = (password: string) => {
  const result = checkPassword(password, owner);
  return result.ok ? 'taken' : result.why.code;
};

describe('a password of the staff', () => {
  it.each([
    ['14 characters', 'kT9-vurge%plim', 'taken'],
    ['13 characters', 'kT9-vurge%pli', 'password_too_short'],
    ['one kind of character, 14 of them', 'grvplotimubesk', 'taken'],
    ['five words', 'tuile canard velours brique ombre', 'taken'],
    ['four words', 'tuile canard velours brique', 'phrase_too_short'],
    ['five short words under 20 characters', 'un ami va au lac', 'password_too_short'],
    ['five words joined with dashes', 'tuile-canard-velours-brique-ombre', 'taken'],
    ['200 characters', 'kT9-vurge%'.repeat(20), 'password_repetitive'],
    ['201 characters', `${'kT9-vurge%'.repeat(20)}x`, 'password_too_long'],
    ['nothing', '', 'password_too_short']
  ])('of %s is %s', (_name, password, expected) => expect(verdict(password)).toBe(expected));

  it.each(['amrani-kT9-vurge', 'xxLeïLa.99-vurge%', 'kT9.leila.amrani%', 'vive la belle dame amrani la'])(
    'must not hold the name of its owner: %s',
    (password) => expect(verdict(password)).toBe('password_holds_name')
  );

  it.each([
    'MotDePasse2026!',
    'm0tdep@sse-2026!',
    'Azertyuiop123456',
    'Bonjour-Bonjour-2',
    'password12345678',
    'P@ssw0rd.Oxygene1',
    'abcdefghijklmnop',
    'recouvrement2026',
    'correct horse battery staple code'
  ])('must not be what everybody types: %s', (password) =>
    expect(['password_common', 'password_repetitive']).toContain(verdict(password))
  );

  it.each(['aaaaaaaaaaaaaa', 'abababababababab', 'kT9%kT9%kT9%kT9%'])(
    'must not repeat itself: %s',
    (password) => expect(verdict(password)).toBe('password_repetitive')
  );
});
