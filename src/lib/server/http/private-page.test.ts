import { describe, expect, it } from 'vitest';
import { isPrivateRoute, privatePage, STYLES_HERE } from './private-page';

const NO_STYLES = new Map<string, string>();
const answerOf = (page: string, styles = NO_STYLES, assets = '.') =>
  privatePage(page, { status: 200, headers: new Headers() }, styles, assets);

describe('a page that may not be kept', () => {
  it.each([
    ['/(debtor)/accueil', true],
    ['/(access)/lien/[token]', true],
    ['/(staff)/bureau/ma-journee', true],
    ['/avis/[token]', true],
    ['/(public)/aides', false],
    ['/api/stream', false],
    [null, false]
  ])('%s is one: %s', (route, isPrivate) => expect(isPrivateRoute(route)).toBe(isPrivate));

  it('goes out as long as it says, with its status and headers and without an etag', async () => {
    const headers = new Headers({ 'content-type': 'text/html' });
    const answer = privatePage('<p>À vous</p>', { status: 404, headers }, NO_STYLES, '.');
    expect([answer.status, ...answer.headers]).toEqual([
      404,
      ['content-length', '14'],
      ['content-type', 'text/html']
    ]);
    expect(await answer.text()).toBe('<p>À vous</p>');
  });

  it.each([
    ['letters of everywhere', '<p>L’été, 12 € · Ä Ω 中 😀</p>', '<p>L’été, 12 € · Ä Ω 中 😀</p>'],
    ['half of a character that was cut in two', '<p>Merci \ud83d…</p>', '<p>Merci \ufffd…</p>'],
    ['nothing', '', '']
  ])('goes out with %s', async (_, page, said) => {
    const answer = answerOf(page);
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(said)));
    expect(await answer.text()).toBe(said);
  });

  it('is handed to what sends it in one piece, and then is over', async () => {
    const reader = answerOf('<p>À vous</p>').body!.getReader();
    const first = await reader.read();
    expect([first.done, new TextDecoder().decode(first.value)]).toEqual([false, '<p>À vous</p>']);
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  it('sends nothing more once its reader went away', async () => {
    const reader = answerOf('<p>À vous</p>').body!.getReader();
    await reader.cancel();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  it('is made into no other answer, which would be an empty one', () => {
    const answer = answerOf('<p>À vous</p>');
    expect(() => new Response(answer.body, answer)).toThrow(/sent as it is/);
    expect(() => answer.clone()).toThrow(/sent as it is/);
  });

  it('holds its styles where they belong, those of its route and of where it stands', async () => {
    const page = `<style>${STYLES_HERE}</style><p>L’été</p>`;
    const styles = new Map([
      ['a.css', '.a::before{content:"’"}'],
      ['b.css', '.b{}']
    ]);
    const said = '<style>.a::before{content:"’"}\n.b{}</style><p>L’été</p>';
    for (const time of ['first', 'again'])
      expect([time, await answerOf(page, styles).text()]).toEqual([time, said]);
    expect(answerOf(page, styles).headers.get('content-length')).toBe(String(Buffer.byteLength(said)));
    const deeper = new Map([['a.css', '.a{src:url(../a)}']]);
    expect(await answerOf(page, deeper, '..').text()).toContain('<style>.a{src:url(../a)}</style>');
    expect(await answerOf(page, new Map([['b.css', '.b{}']])).text()).toContain('<style>.b{}</style>');
  });
});
