import { describe, expect, it } from 'vitest';
import { CHOICES, slotHours, SLOTS } from './choices';
import { contactWishesFrom } from './contact-wishes';
import { noAnswers, type Answers } from './answers';
import { QUESTION_IDS } from './question';
import { QUESTIONS, QUESTIONS_IN_ORDER } from './questions';
import { addressOf, questionAt, questionsOfSection, SECTIONS } from './sections';
import { effectsInForce } from './signals/effects';
import { signalsFrom } from './signals/signals-from';
import { someAnswers, TODAY } from './testing/builders';

describe('the questions', () => {
  it('are seventeen, and one follow-up', () => {
    expect(QUESTIONS_IN_ORDER.filter((question) => !question.isFollowUp)).toHaveLength(17);
    expect(QUESTIONS_IN_ORDER.filter((question) => question.isFollowUp).map((one) => one.id)).toEqual([
      'tell_referent'
    ]);
  });

  it('lean only on questions asked before them', () => {
    for (const question of QUESTIONS_IN_ORDER) {
      const conditions = [
        ...(question.askedOnlyWhen ? [question.askedOnlyWhen] : []),
        ...question.leftOut.map((one) => one.when),
        ...question.hiddenWhen
      ];
      for (const { question: earlier } of conditions)
        expect(QUESTION_IDS.indexOf(earlier)).toBeLessThan(QUESTION_IDS.indexOf(question.id));
    }
  });

  it('that speak of health or danger are special and offer the quick exit', () => {
    for (const id of ['recent_change', 'going_without', 'money_control', 'anything_else', 'feeling'] as const)
      expect(QUESTIONS[id]).toMatchObject({ sensitivity: 'special', quickExit: true });
    expect(QUESTIONS.money_control.interruption).toBe('quick_exit');
    expect(QUESTIONS.tell_referent.interruption).toBe('care');
  });

  it('offer no answer twice', () => {
    for (const codes of Object.values(CHOICES)) expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('addresses', () => {
  it('lead to one question each and back', () => {
    for (const id of QUESTION_IDS) {
      const { section, step } = addressOf(id);
      expect(questionAt(section, step)).toBe(id);
    }
    expect(questionAt('le-mois', 'besoin')).toBeNull();
    expect(questionAt('', '')).toBeNull();
  });

  it('say nothing of debt, health, danger or a bank file', () => {
    const words = /dette|sant|deuil|violen|suren|banque|danger|securit|detresse|faim|tutel|suicid/;
    for (const id of QUESTION_IDS) expect(Object.values(addressOf(id)).join('/')).not.toMatch(words);
  });

  it('are grouped in sections that hold every question once', () => {
    expect(SECTIONS.flatMap((section) => questionsOfSection(section.id))).toEqual([...QUESTION_IDS]);
  });
});

describe('times to be called', () => {
  it('are weekdays, and Saturday morning for who asks', () => {
    expect(SLOTS).toHaveLength(16);
    expect(SLOTS.filter((slot) => slot.startsWith('sat'))).toEqual(['sat_morning']);
  });

  it.each([
    ['mon_morning', { weekday: 1, fromHour: 10, toHour: 13 }],
    ['wed_afternoon', { weekday: 3, fromHour: 14, toHour: 17 }],
    ['fri_evening', { weekday: 5, fromHour: 17, toHour: 19 }],
    ['sat_morning', { weekday: 6, fromHour: 10, toHour: 12 }]
  ] as const)('%s is %j', (slot, hours) => expect(slotHours(slot)).toEqual(hours));
});

describe('her wishes about contacts', () => {
  const wishesOf = (answers: Answers) => {
    const signals = signalsFrom(answers, { today: TODAY, floorCents: null });
    return contactWishesFrom(answers, effectsInForce(signals, TODAY));
  };

  it('"sans téléphone" ends with its signal: once it is removed, the answer alone has no effect', () => {
    const answers = someAnswers({ exchange_needs: ['no_phone'] });
    expect(wishesOf(answers).noPhone).toBe(true);
    expect(contactWishesFrom(answers, []).noPhone).toBe(false);
  });

  it('are empty when she said nothing', () => {
    expect(wishesOf(noAnswers())).toEqual({
      channels: [],
      slots: [],
      neverAtWork: false,
      noPhone: false,
      surendettement: null
    });
  });

  it('are what she stated, and only while it makes sense', () => {
    const times = { kind: 'times', slots: ['mon_morning'], neverAtWork: true } as const;
    const said = { times, exchange_needs: ['no_phone'], overindebtedness_file: 'filed' };
    expect(wishesOf(someAnswers({ ...said, channel: ['phone'] }))).toEqual({
      channels: ['phone'],
      slots: ['mon_morning'],
      neverAtWork: true,
      noPhone: true,
      surendettement: { stage: 'filed', saidOn: '2026-11-21' }
    });
    expect(wishesOf(someAnswers({ overindebtedness_file: 'preparing' })).surendettement).toEqual({
      stage: 'preparing',
      saidOn: '2026-11-21'
    });
    for (const stage of ['none', 'receivable', 'plan_running'])
      expect(wishesOf(someAnswers({ overindebtedness_file: stage })).surendettement).toBeNull();
    expect(wishesOf(someAnswers({ ...said, channel: ['message'] }))).toMatchObject({
      slots: [],
      neverAtWork: false
    });
  });
});
