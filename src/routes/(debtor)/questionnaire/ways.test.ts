import { describe, expect, it } from 'vitest';
import { cameFromOf, wayAfter, wayBack, wayTo } from './ways';

describe('the way to a question', () => {
  it('is its page', () => expect(wayTo('first_need')).toBe('/questionnaire/vous-et-nous/besoin'));
  it('keeps where she came from, and that the page before was seen', () =>
    expect(wayTo('money_control', 'reponses', true)).toBe(
      '/questionnaire/a-votre-rythme/autour-de-vous?depuis=reponses&suite=1'
    ));
});

describe('the way after an answer', () => {
  const saved = (next: 'channel' | 'tell_referent' | null, unseen: typeof next) => ({
    next,
    unseen,
    removed: []
  });
  it.each([
    ['the next question', saved('channel', 'channel'), null, wayTo('channel')],
    ['the next question, answered before', saved('channel', null), null, wayTo('channel')],
    ['her answers, after the end', saved(null, null), null, '/questionnaire/reponses'],
    ['the list she came from', saved('channel', 'channel'), 'reponses', '/questionnaire/reponses'],
    ['her signals, when she came from there', saved('channel', null), 'signaux', '/mes-signaux'],
    [
      'a follow-up first',
      saved('tell_referent', 'tell_referent'),
      'signaux',
      wayTo('tell_referent', 'signaux')
    ],
    ['not a follow-up she answered', saved('tell_referent', null), 'reponses', '/questionnaire/reponses']
  ] as const)('leads to %s', (_name, answer, cameFrom, way) => expect(wayAfter(answer, cameFrom)).toBe(way));
});

describe('the way back', () => {
  it('leads to the start from the first question', () => expect(wayBack(null, null)).toBe('/questionnaire'));
  it('leads to the question before', () => expect(wayBack('channel', null)).toBe(wayTo('channel')));
  it('leads to the page she left', () =>
    expect(wayBack('channel', 'reponses')).toBe('/questionnaire/reponses'));
});

it('another page in the address is not one she left', () => {
  expect(cameFromOf(new URL('http://x/q?depuis=ailleurs'))).toBeNull();
  expect(cameFromOf(new URL('http://x/q?depuis=signaux'))).toBe('signaux');
});
