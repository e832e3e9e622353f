import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { nextStep, whatIsExpected, type HomeFacts } from './next-step';

const PLAIN: HomeFacts = {
  today: localDate('2026-11-24'),
  isOver: false,
  effects: [],
  questionnaire: 'done',
  plan: null,
  nextDue: null,
  restUntilOn: null,
  isSmallerOffered: false,
  unread: 0,
  mayPropose: true
};
const stepOf = (change: Partial<HomeFacts>) => nextStep({ ...PLAIN, ...change });
const expectedOf = (change: Partial<HomeFacts>) => whatIsExpected({ ...PLAIN, ...change });

describe('the one next step', () => {
  it('offers the questions to who has not begun, and to go on to who has', () => {
    expect(stepOf({ questionnaire: 'not_begun' })).toBe('begin_questions');
    expect(stepOf({ questionnaire: 'begun' })).toBe('resume_questions');
  });

  it('offers to propose once the questions are answered', () => {
    expect(stepOf({})).toBe('propose');
  });

  it('offers nothing while a plan is talked about or agreed', () => {
    expect(stepOf({ plan: 'proposed' })).toBeNull();
    expect(stepOf({ plan: 'running' })).toBeNull();
  });

  it('offers nothing when no line may be paid: disputed, maybe out of time, or settled', () => {
    expect(stepOf({ mayPropose: false })).toBeNull();
  });

  it('puts a counter-proposal before other words, and words before questions', () => {
    expect(stepOf({ plan: 'countered', unread: 2, questionnaire: 'begun' })).toBe('read_counter');
    expect(stepOf({ unread: 1, questionnaire: 'not_begun' })).toBe('read_words');
  });

  it('offers the smaller plan before other words, and not while the law stops payments', () => {
    const plan = 'running' as const;
    expect(stepOf({ plan, isSmallerOffered: true, unread: 1 })).toBe('see_smaller');
    expect(stepOf({ plan, isSmallerOffered: true, effects: ['payment_asks_stop'] })).toBeNull();
    expect(stepOf({ plan, isSmallerOffered: true, effects: ['care_page_shown'] })).toBe('breathe');
    expect(stepOf({ plan, isSmallerOffered: true, isOver: true })).toBeNull();
  });

  it('puts food, heat and care before everything, a counter-proposal included', () => {
    const effects = ['aids_first', 'payment_page_not_first'] as const;
    expect(stepOf({ effects, plan: 'countered', unread: 3, questionnaire: 'not_begun' })).toBe('urgent_help');
  });

  it('asks nothing of who said it is too much: a place to breathe, or the words written to her', () => {
    const effects = ['care_page_shown'] as const;
    expect(stepOf({ effects, questionnaire: 'not_begun', plan: 'countered' })).toBe('breathe');
    expect(stepOf({ effects, unread: 1 })).toBe('read_words');
  });

  it('leads to no proposal while the law stops payments', () => {
    const effects = ['payment_asks_stop'] as const;
    expect(stepOf({ effects })).toBeNull();
    expect(stepOf({ effects, plan: 'countered' })).toBeNull();
    expect(stepOf({ effects, questionnaire: 'begun' })).toBe('resume_questions');
  });

  it('offers a rest, never a payment, to who has nothing left above the floor', () => {
    expect(stepOf({ effects: ['zero_plan_only', 'no_payment_nudges'] })).toBe('propose_rest');
    expect(stepOf({ effects: ['no_payment_nudges'] })).toBeNull();
  });
});

describe('once her case is over', () => {
  it('nothing is offered but the words written to her, and help when food or safety is missing', () => {
    expect(stepOf({ isOver: true })).toBeNull();
    expect(stepOf({ isOver: true, questionnaire: 'not_begun' })).toBeNull();
    expect(stepOf({ isOver: true, unread: 1 })).toBe('read_words');
    expect(stepOf({ isOver: true, effects: ['aids_first'] })).toBe('urgent_help');
  });

  it('nothing is expected, whatever was agreed', () => {
    const nextDue = { dueOn: localDate('2026-11-25'), amountCents: cents(3500) };
    expect(expectedOf({ isOver: true, nextDue })).toEqual({ kind: 'case_over' });
  });
});

describe('what is expected now', () => {
  const nextDue = (dueOn: string) => ({ dueOn: localDate(dueOn), amountCents: cents(3500) });

  it('is nothing, unless something agreed is near', () => {
    expect(expectedOf({})).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['2026-11-24', 'instalment'],
    ['2026-12-01', 'instalment'],
    ['2026-12-02', 'nothing']
  ])('with an instalment due on %s, is %s', (dueOn, kind) => {
    expect(expectedOf({ nextDue: nextDue(dueOn) }).kind).toBe(kind);
  });

  it('is a rest through its last day', () => {
    const restUntilOn = localDate('2026-11-24');
    expect(expectedOf({ restUntilOn })).toEqual({ kind: 'rest', untilOn: restUntilOn });
    expect(expectedOf({ restUntilOn: localDate('2026-11-23') }).kind).toBe('nothing');
  });

  it('says that payments stop, whatever was agreed', () => {
    expect(expectedOf({ effects: ['payment_asks_stop'], nextDue: nextDue('2026-11-25') })).toEqual({
      kind: 'payments_stopped'
    });
  });
});
