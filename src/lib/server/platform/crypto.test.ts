import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeVault, randomSecret } from './crypto';

const first = { id: 'k1', bytes: randomBytes(32) };
const second = { id: 'k2', bytes: randomBytes(32) };

describe('vault', () => {
  it('opens what it sealed, whatever the text', () => {
    const vault = makeVault([first]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
        expect(vault.open(vault.seal(wellFormed, 'a'), 'a')).toBe(wellFormed);
      })
    );
  });

  it('does not open a value moved to another place', () => {
    const vault = makeVault([first]);
    expect(() => vault.open(vault.seal('secret', 'answers:1'), 'answers:2')).toThrow();
  });

  it('does not open a value of which any one bit was altered: nonce, tag or text', () => {
    const vault = makeVault([first]);
    const [key, packed] = vault.seal('secret', 'a').split('.');
    const bytes = Buffer.from(packed!, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => vault.open(`${key}.${altered.toString('base64url')}`, 'a'), `bit ${bit}`).toThrow();
    }
    expect(vault.open(`${key}.${bytes.toString('base64url')}`, 'a')).toBe('secret');
  });

  it('reads old keys and says that they are stale', () => {
    const sealed = makeVault([first]).seal('secret', 'a');
    const rotated = makeVault([second, first]);
    expect(rotated.open(sealed, 'a')).toBe('secret');
    expect(rotated.isStale(sealed)).toBe(true);
    expect(rotated.isStale(rotated.seal('secret', 'a'))).toBe(false);
  });

  it('takes the same fingerprint of a text each time, another for another text, purpose or key', () => {
    const vault = makeVault([first]);
    const print = vault.fingerprint('192.0.2.1', 'tries');
    expect(makeVault([first, second]).fingerprint('192.0.2.1', 'tries')).toBe(print);
    expect(vault.fingerprint('192.0.2.2', 'tries')).not.toBe(print);
    expect(vault.fingerprint('192.0.2.1', 'other')).not.toBe(print);
    expect(makeVault([second]).fingerprint('192.0.2.1', 'tries')).not.toBe(print);
  });

  it('refuses an unknown key and a short one', () => {
    expect(() => makeVault([second]).open(makeVault([first]).seal('x', 'a'), 'a')).toThrow(/unknown/);
    expect(() => makeVault([{ id: 'k', bytes: randomBytes(16) }])).toThrow(/32 bytes/);
    expect(() => makeVault([])).toThrow();
  });
});

describe('randomSecret', () => {
  it('has the bits it promises', () => expect(Buffer.from(randomSecret(128), 'base64url')).toHaveLength(16));
});
