import { describe, expect, it } from 'vitest';
import { readEmailAddress } from './email-address';

describe('readEmailAddress', () => {
  it.each([
    ['ousmane.durand6@exemple.fr', 'ousmane.durand6@exemple.fr'],
    ['  Camille+impots@Exemple.FR ', 'Camille+impots@exemple.fr'],
    ["o'brien@exemple.co.uk", "o'brien@exemple.co.uk"],
    ['hélène@exemple.fr', 'hélène@exemple.fr'],
    ['a@xn--exmple-cva.fr', 'a@xn--exmple-cva.fr'],
    [`${'a'.repeat(64)}@exemple.fr`, `${'a'.repeat(64)}@exemple.fr`]
  ])('reads "%s"', (text, address) => {
    expect(readEmailAddress(text)).toBe(address);
  });

  it.each([
    '',
    'pas-un-mail',
    'a@b',
    '@exemple.fr',
    'a@@exemple.fr',
    'a b@exemple.fr',
    'a@exemple.fr, b@exemple.fr',
    'A <a@exemple.fr>',
    'a@exemple.fr\nBcc: b@exemple.fr',
    '.a@exemple.fr',
    'a..b@exemple.fr',
    'a@-exemple.fr',
    'a@exemple.f',
    `${'a'.repeat(65)}@exemple.fr`,
    `a@${'b.'.repeat(130)}fr`
  ])('refuses "%s"', (text) => {
    expect(readEmailAddress(text)).toBeNull();
  });
});
