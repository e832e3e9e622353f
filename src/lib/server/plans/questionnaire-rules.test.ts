import { describe, expect, it } from 'vitest';
import { noAnswers, type Answers } from '$lib/questionnaire';
import { localDate } from '$lib/kernel';
import { questionnaireRules } from './questionnaire-rules';

const rules = questionnaireRules(new Date('2026-11-24T09:30:00Z'));
const household = (adults: number, children: number): Answers => ({
  ...noAnswers(),
  entries: {
    household: {
      disposition: 'answered',
      value: { kind: 'household', adults, childrenByBand: { '6-10': children } },
      answeredAt: '2026-11-24T09:00:00Z',
      answeredOn: localDate('2026-11-24')
    }
  }
});

describe('the floor an answer is held against', () => {
  it('is that of one person until she says with whom she lives', () =>
    expect(rules.floorOf(noAnswers())).toBe(65_169));
  it('grows with her household', () => expect(rules.floorOf(household(1, 1))).toBe(97_754));
  it('is unknown for a day no figure is kept for', () =>
    expect(questionnaireRules(new Date('2020-01-01T12:00:00Z')).floorOf(noAnswers())).toBeNull());
});

describe('by when words are owed about a signal', () => {
  it.each([
    [
      'an urgent one on a Tuesday: Wednesday, end of day',
      'urgent_vital',
      '2026-11-24T09:30Z',
      '2026-11-25T17:00Z'
    ],
    ['another one on a Tuesday: Thursday', 'banque', '2026-11-24T09:30Z', '2026-11-26T17:00Z'],
    ['an urgent one on a Friday night: Monday', 'securite', '2026-11-27T22:30Z', '2026-11-30T17:00Z'],
    ['over a public holiday: the day after', 'urgent_vital', '2026-12-24T10:00Z', '2026-12-28T17:00Z'],
    ['in summer time: the end of the same day', 'urgent_vital', '2026-07-15T10:00Z', '2026-07-16T16:00Z']
  ])('%s', (_name, kind, raised, due) => {
    expect(rules.wordsDueAt(kind, new Date(raised))).toEqual(new Date(due));
  });
});
