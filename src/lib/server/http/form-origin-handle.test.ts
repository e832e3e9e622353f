import { describe, expect, it } from 'vitest';
import { isFromHere } from './form-origin-handle';

const here = 'https://oxygene.example';
const form = 'application/x-www-form-urlencoded';
const sent = (headers: Record<string, string>, method = 'POST') =>
  isFromHere(new Request(`${here}/entrer`, { method, headers }), here);

describe('a form', () => {
  it.each([
    ['of our own page', { 'sec-fetch-site': 'same-origin', origin: here }, true],
    ['of our own page, which sends no referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    ['of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['of another site that hides', { 'sec-fetch-site': 'cross-site', origin: 'null' }, false],
    [
      'of another name of our domain',
      { 'sec-fetch-site': 'same-site', origin: 'https://a.oxygene.example' },
      false
    ],
    ['of an old browser', { origin: 'null' }, true],
    ['of an old browser on another site', { origin: 'https://evil.example' }, false],
    ['of a program without origin', {}, false]
  ])('%s: %s', (_name, headers, isTaken) => {
    expect(sent({ 'content-type': form, ...headers } as Record<string, string>)).toBe(isTaken);
  });

  it('without any type is looked at too, JSON is not: browsers ask before sending it elsewhere', () => {
    expect(sent({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(sent({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(sent({ 'content-type': 'Text/Plain; charset=utf-8', 'sec-fetch-site': 'cross-site' })).toBe(false);
  });

  it('is not looked at when it only reads', () => {
    expect(sent({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(true);
  });
});
