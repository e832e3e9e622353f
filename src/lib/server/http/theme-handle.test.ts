import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { keepTheme, parseTheme, pathOfThisSite, readTheme, themeHandle } from './theme-handle';

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

describe('the page', () => {
  it.each([
    ['night', 'night'],
    ['day', 'day'],
    ['auto', 'auto'],
    ['"><script>', 'auto'],
    [undefined, 'auto']
  ])('with the cookie %s says %s on its first line', async (cookie, theme) => {
    const page = readFileSync(path.resolve('src/app.html'), 'utf8');
    let sent = page;
    await themeHandle({
      // the handle reads nothing else of it
      event: { cookies: { get: () => cookie } } as unknown as RequestEvent,
      async resolve(_event, options) {
        sent = (await options?.transformPageChunk?.({ html: page, done: true })) ?? page;
        return new Response();
      }
    });
    expect(sent.match(/data-theme="[^>]*/g)).toEqual([`data-theme="${theme}"`]);
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
