import { expect, it } from 'vitest';
import { isSecure, keepPending, pendingSecret } from './session-cookie';

it.each([
  ['http://localhost:3000', false],
  ['http://127.0.0.1:3000', false],
  ['http://[::1]:3000', false],
  ['https://localhost:3000', true],
  ['https://oxygene.example', true],
  ['http://oxygene.example', true],
  ['http://localhost.evil.example', true]
])('cookies at %s are marked Secure: %s', (url, secure) => expect(isSecure(new URL(url))).toBe(secure));

it('cookies carry the __Host- prefix wherever they are Secure, and are kept from scripts', () => {
  const set: unknown[][] = [];
  const cookies = { set: (...args: unknown[]) => set.push(args), get: (name: string) => name };
  const at = (url: string) => ({ cookies, url: new URL(url) }) as never;
  keepPending(at('https://oxygene.example'), 'secret');
  keepPending(at('http://localhost:3000'), 'secret');
  expect(set[0]).toMatchObject([
    '__Host-oxygene-entree',
    'secret',
    { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }
  ]);
  expect(set[1]).toMatchObject(['oxygene-entree', 'secret', { httpOnly: true, secure: false }]);
  expect(pendingSecret(at('https://oxygene.example'))).toBe('__Host-oxygene-entree');
});
