import { describe, expect, it } from 'vitest';
import { trackedUrl } from './tracked-url';

const ADDRESS = 'https://exemple.fr/mes-aides?tri=montant&tri=nom#haut';

function noticing(use: (url: URL) => unknown, mayReadHash = false) {
  const noticed: string[] = [];
  const url = new URL(ADDRESS);
  const tracked = trackedUrl(
    url,
    () => noticed.push('whole'),
    (name) => noticed.push(`param ${name}`),
    mayReadHash
  );
  return { answer: use(tracked), noticed, url };
}

describe('the address a load is given', () => {
  it.each<[string, (url: URL) => unknown, unknown, string[]]>([
    ['href', (url) => url.href, ADDRESS, ['whole']],
    ['pathname', (url) => url.pathname, '/mes-aides', ['whole']],
    ['search', (url) => url.search, '?tri=montant&tri=nom', ['whole']],
    ['its text', (url) => `${url}`, ADDRESS, ['whole']],
    ['another address made of it', (url) => new URL('/aide', url).href, 'https://exemple.fr/aide', ['whole']],
    ['as JSON', (url) => JSON.stringify({ url }), JSON.stringify({ url: ADDRESS }), ['whole']],
    ['origin', (url) => url.origin, 'https://exemple.fr', []],
    ['host', (url) => url.host, 'exemple.fr', []],
    ['what it is', (url) => url instanceof URL, true, []],
    ['one parameter', (url) => url.searchParams.get('tri'), 'montant', ['param tri']],
    ['all of one', (url) => url.searchParams.getAll('tri'), ['montant', 'nom'], ['param tri']],
    ['whether there is one', (url) => url.searchParams.has('plus-tard'), false, ['param plus-tard']],
    [
      'whether it has this value',
      (url) => [url.searchParams.has('tri', 'nom'), url.searchParams.has('tri', 'date')],
      [true, false],
      ['param tri', 'param tri']
    ],
    ['all parameters', (url) => [...url.searchParams.keys()], ['tri', 'tri'], ['whole']],
    ['how many there are', (url) => url.searchParams.size, 2, ['whole']],
    ['parameters as text', (url) => `${url.searchParams}`, 'tri=montant&tri=nom', ['whole']]
  ])('tells %s, and notices it', (_, use, answer, noticed) => {
    const seen = noticing(use);
    expect(seen.answer).toEqual(answer);
    expect([...new Set(seen.noticed)]).toEqual([...new Set(noticed)]);
    expect(seen.noticed.length).toBeGreaterThanOrEqual(noticed.length);
  });

  it('does not tell what a server is not told', () => {
    expect(() => noticing((url) => url.hash)).toThrow('#');
    expect(noticing((url) => url.hash, true)).toMatchObject({ answer: '#haut', noticed: ['whole'] });
  });

  it('leaves the address itself as it was', () => {
    const { url } = noticing((tracked) => tracked.searchParams.set('tri', 'date'));
    expect(url.href).toBe(ADDRESS);
  });
});
