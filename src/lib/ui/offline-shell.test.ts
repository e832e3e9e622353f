import { describe, expect, it } from 'vitest';
import { handlingOf, simulatorFiles, type RequestFacts } from './offline-shell';

const files = new Set(['/icons/icon.svg', '/manifest.webmanifest']);
const request = (pathname: string, over: Partial<RequestFacts> = {}): RequestFacts => ({
  method: 'GET',
  mode: 'navigate',
  isOwnOrigin: true,
  pathname,
  ...over
});

describe('what the service worker does', () => {
  it.each([
    ['a versioned file', request('/_app/immutable/chunks/a.js', { mode: 'cors' }), 'asset'],
    ['an icon', request('/icons/icon.svg', { mode: 'no-cors' }), 'asset'],
    ['the page without network', request('/hors-ligne'), 'kept_page'],
    ['the blank questions', request('/hors-ligne/questions', { mode: 'cors' }), 'kept_page'],
    ['the simulator of aids', request('/aides'), 'kept_page'],
    ['any page', request('/accueil'), 'page'],
    ['the public page', request('/'), 'page']
  ] as const)('%s', (_name, facts, handling) => expect(handlingOf(facts, files)).toBe(handling));

  it.each([
    ['what a page reads by script', request('/accueil/__data.json', { mode: 'cors' })],
    ['the live stream', request('/api/stream', { mode: 'cors' })],
    ['a form', request('/questionnaire/vous-et-nous/besoin', { method: 'POST' })],
    ['a form sent by script', request('/messages', { method: 'POST', mode: 'cors' })],
    ['another site', request('/_app/immutable/a.js', { isOwnOrigin: false })],
    ['the version file', request('/_app/version.json', { mode: 'cors' })],
    ['an export of her data', request('/mes-donnees/export', { mode: 'cors' })]
  ])('never touches %s', (_name, facts) => expect(handlingOf(facts, files)).toBe('pass'));
});

it('keeps of the simulator its scripts, then the list of places, and nothing of other pages', () =>
  expect(
    simulatorFiles(
      new Set([
        '/territory/index.json',
        '/territory/35.json',
        '/_app/immutable/workers/parts/live-a.js',
        '/_app/immutable/workers/messages-page-b.js'
      ])
    )
  ).toEqual(['/_app/immutable/workers/parts/live-a.js', '/territory/index.json']));
