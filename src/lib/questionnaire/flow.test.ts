import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAnswers, SKIPS, type Answers } from './answers';
import {
  isReachable,
  nextQuestion,
  previousQuestion,
  progress,
  questionAfter,
  reachableQuestions,
  shortenedBecause,
  shortenedBy
} from './flow';
import { QUESTION_IDS, type QuestionId } from './question';
import { pruneStaleAnswers } from './prune';
import { anEntry, anyAnswers, reordered, someAnswers, type Short } from './testing/builders';

/** Each person, what she says, and the questions she is asked, in order. */
const WAYS: readonly [string, Partial<Record<QuestionId, Short>>, string][] = [
  [
    'who wants to pay less, in writing',
    { first_need: 'pay_smaller', channel: 'message' },
    'first_need channel overindebtedness_file recent_change household income_sources rejected_payments ' +
      'card_withdrawn left_over going_without unexpected_expense other_urgent exchange_needs money_control ' +
      'anything_else feeling'
  ],
  [
    'who disputes the claim gets no question about her life or money',
    { first_need: 'contest', channel: 'letter' },
    'first_need channel overindebtedness_file exchange_needs money_control anything_else feeling'
  ],
  [
    'whose file is accepted by the Banque de France gets no money question',
    { first_need: 'pay_smaller', channel: 'message', overindebtedness_file: 'receivable' },
    'first_need channel overindebtedness_file recent_change going_without exchange_needs money_control ' +
      'anything_else feeling'
  ],
  [
    'who wants to be heard is not asked where the money comes from',
    { first_need: 'be_heard', channel: 'phone' },
    'first_need channel times overindebtedness_file recent_change left_over going_without other_urgent ' +
      'exchange_needs money_control anything_else feeling'
  ],
  [
    'who looks for aids is not asked what fits a plan',
    { first_need: 'aids', channel: 'message' },
    'first_need channel overindebtedness_file recent_change household income_sources rejected_payments ' +
      'card_withdrawn left_over going_without other_urgent exchange_needs money_control anything_else feeling'
  ],
  [
    'who has nothing left and five rejected payments is not asked what is known already',
    { rejected_payments: 'five_or_more', left_over: 'nothing' },
    'first_need channel overindebtedness_file recent_change household income_sources rejected_payments ' +
      'left_over going_without other_urgent exchange_needs money_control anything_else feeling'
  ],
  [
    'who says it is too much is asked whether her referent may know',
    { first_need: 'contest', feeling: 'too_much' },
    'first_need channel overindebtedness_file exchange_needs money_control anything_else feeling tell_referent'
  ],
  [
    'who is helped is not asked about control over her money',
    { first_need: 'contest', channel: ['message', 'helper'] },
    'first_need channel times overindebtedness_file exchange_needs anything_else feeling'
  ]
];

describe('the way of a person', () => {
  it.each(WAYS)('%s', (_who, said, asked) => {
    expect(reachableQuestions(someAnswers(said)).join(' ')).toBe(asked);
  });

  it('hides the question about control when a helper came in with her', () => {
    expect(isReachable(noAnswers(), 'money_control')).toBe(true);
    expect(isReachable(noAnswers(), 'money_control', { helperPresent: true })).toBe(false);
    expect(isReachable(someAnswers({ exchange_needs: ['companion'] }), 'money_control')).toBe(false);
  });

  it.each(['prefer_not', 'dont_know', 'later'])('treats %s at the first question as no limit', (skip) => {
    expect(reachableQuestions(someAnswers({ first_need: skip }))).toEqual(reachableQuestions(noAnswers()));
  });

  it('says why fewer questions are asked', () => {
    expect(shortenedBecause(noAnswers())).toEqual([]);
    expect(shortenedBecause(someAnswers({ overindebtedness_file: 'plan_running' }))).toEqual([
      'payments_stop'
    ]);
    expect(shortenedBecause(someAnswers({ first_need: 'contest' }))).toEqual(['contested']);
    expect(shortenedBecause(someAnswers({ overindebtedness_file: 'filed' }))).toEqual([]);
  });
});

describe('what one answer shortened', () => {
  it('is told after that answer, and not again after the next ones', () => {
    const answers = someAnswers({ first_need: 'contest', channel: 'message' });
    expect(shortenedBy(answers, 'first_need')).toEqual(['contested']);
    expect(shortenedBy(answers, 'channel')).toEqual([]);
  });

  it('is not told again by a second answer with the same consequence', () => {
    const answers = someAnswers({ overindebtedness_file: 'receivable', rejected_payments: 'none' });
    expect(shortenedBy(answers, 'overindebtedness_file')).toEqual(['payments_stop']);
    expect(shortenedBy(answers, 'rejected_payments')).toEqual([]);
  });
});

describe('next and previous', () => {
  it('begins with the easiest question', () => expect(nextQuestion(noAnswers())).toBe('first_need'));

  it('goes on where she stopped, and passes what she left for later', () => {
    expect(nextQuestion(someAnswers({ first_need: 'later', channel: 'message' }))).toBe(
      'overindebtedness_file'
    );
  });

  it('goes back over questions that are not on her way', () => {
    const answers = someAnswers({ channel: 'message' });
    expect(previousQuestion(answers, 'overindebtedness_file')).toBe('channel');
    expect(previousQuestion(answers, 'first_need')).toBeNull();
    expect(questionAfter(answers, 'channel')).toBe('overindebtedness_file');
    expect(questionAfter(answers, 'feeling')).toBeNull();
  });

  it('back is the inverse of on, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const id of reachableQuestions(answers)) {
          const after = questionAfter(answers, id);
          if (after !== null) expect(previousQuestion(answers, after)).toBe(id);
        }
      })
    );
  });

  it('does not depend on the order in which answers are written', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(nextQuestion(reordered(answers))).toBe(nextQuestion(answers));
        expect(reachableQuestions(reordered(answers))).toEqual(reachableQuestions(answers));
      })
    );
  });

  it.each(SKIPS)('reaches the end when every question is skipped with %s', (skip) => {
    let answers: Answers = noAnswers();
    const asked: QuestionId[] = [];
    for (let id = nextQuestion(answers); id !== null; id = nextQuestion(answers)) {
      asked.push(id);
      answers = { ...answers, entries: { ...answers.entries, [id]: anEntry(id, skip) } };
    }
    expect(asked).toHaveLength(16);
    expect(asked.at(-1)).toBe('feeling');
  });

  it('reaches the end from any record by skipping what is left', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...SKIPS), (start, skip) => {
        let answers = start;
        let steps = 0;
        for (let id = nextQuestion(answers); id !== null; id = nextQuestion(answers)) {
          answers = { ...answers, entries: { ...answers.entries, [id]: anEntry(id, skip) } };
          steps += 1;
          expect(steps).toBeLessThanOrEqual(QUESTION_IDS.length);
        }
      })
    );
  });
});

describe('"Question 4 sur environ 9"', () => {
  it.each([
    ['the first question', {}, 'first_need', 1, 17],
    ['a person who disputes', { first_need: 'contest' }, 'channel', 2, 8],
    ['the file, before it is answered', { channel: 'message' }, 'overindebtedness_file', 3, 16],
    [
      'the change, when payments have stopped',
      { first_need: 'postpone', channel: 'message', overindebtedness_file: 'receivable' },
      'recent_change',
      4,
      9
    ],
    [
      'a follow-up keeps the place of its question',
      { first_need: 'contest', channel: 'letter' },
      'feeling',
      7,
      7
    ],
    [
      'the follow-up itself',
      { first_need: 'contest', channel: 'letter', feeling: 'too_much' },
      'tell_referent',
      7,
      7
    ]
  ] as const)('%s', (_case, said, at, position, total) => {
    expect(progress(someAnswers(said), at)).toEqual({ position, total });
  });

  it('never goes back from one page to the next', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const { answers } = pruneStaleAnswers(given);
        let last = { share: 0, total: Infinity };
        for (const id of reachableQuestions(answers)) {
          const { position, total } = progress(answers, id);
          expect(position).toBeLessThanOrEqual(total);
          expect(total).toBeLessThanOrEqual(last.total);
          expect(position / total).toBeGreaterThanOrEqual(last.share);
          last = { share: position / total, total };
        }
      })
    );
  });
});
