import { describe, expect, it } from 'vitest';
import { keepTheme, parseTheme, pathOfThisSite, readTheme } from './theme-handle';

describe('the theme', () => {
  it.each([
    ['day', 'day'],
    ['night', 'night'],
    ['auto', 'auto'],
    ['"><script>', 'auto'],
    [undefined, 'auto']
  ])('written %s is %s', (text, theme) => {
    expect(parseTheme(text)).toBe(theme);
    expect(readTheme({ get: () => text })).toBe(theme);
  });

  it('is kept in a cookie that scripts cannot read, and forgotten on auto', () => {
    const calls: unknown[] = [];
    const cookies = {
      set: (...call: unknown[]) => void calls.push(call),
      delete: (...call: unknown[]) => void calls.push(call)
    };
    keepTheme(cookies, 'night');
    keepTheme(cookies, 'auto');
    expect(calls).toEqual([
      ['affichage', 'night', { path: '/', maxAge: 31_536_000, httpOnly: true, sameSite: 'lax' }],
      ['affichage', { path: '/' }]
    ]);
  });
});

describe('the way back', () => {
  it.each([
    ['/mes-accords', '/mes-accords'],
    ['/aide?etape=2', '/aide?etape=2'],
    ['//autre.example', '/'],
    ['/\\autre.example', '/'],
    ['https://autre.example/', '/'],
    ['/a\nb', '/'],
    ['', '/'],
    [null, '/']
  ])('from %j leads to %s', (text, path) => {
    expect(pathOfThisSite(text)).toBe(path);
  });
});
