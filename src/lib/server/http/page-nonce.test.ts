import { expect, it } from 'vitest';
import { pageNonce } from './page-nonce';

it('gives every page a nonce of its own, of 128 random bits', () => {
  const nonces = Array.from({ length: 2_000 }, pageNonce);
  expect(new Set(nonces).size).toBe(nonces.length);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  // each of the 128 bits is set in about half of them: five standard deviations of 2,000 throws are 112
  const bits = nonces.map((nonce) => [...Buffer.from(nonce, 'base64')].flatMap(bitsOf));
  for (let bit = 0; bit < 128; bit++) {
    const set = bits.filter((row) => row[bit] === 1).length;
    expect(Math.abs(set - 1_000)).toBeLessThan(140);
  }
});

function bitsOf(byte: number): number[] {
  return Array.from({ length: 8 }, (_, bit) => (byte >> bit) & 1);
}
