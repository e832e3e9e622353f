import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import {
  noAnswers,
  parseAnswer,
  QUESTION_IDS,
  questionAfter,
  rawFieldsOf,
  reachableQuestions,
  recordAnswer
} from '$lib/questionnaire';
import { anEntry, anyAnswers, someAnswers } from '../testing/builders';
import { answerOffline, withoutOwnWords } from './offline-way';

const time = { answeredAt: '2026-11-24T09:30:00Z', answeredOn: localDate('2026-11-24') };
const start = (answers = noAnswers()) => ({ answers, context: {} });

describe('the way without network', () => {
  it('leads to the question the answer calls for', () => {
    const step = answerOffline(start(), 'first_need', { answer: ['contest'] }, time);
    expect(step).toMatchObject({ kind: 'next', next: 'channel' });
  });

  it('leaves out what an answer makes useless, and prunes it', () => {
    const answers = someAnswers({ first_need: 'pay_smaller', recent_change: 'work' });
    const step = answerOffline(start(answers), 'first_need', { answer: ['contest'] }, time);
    expect(step.kind === 'next' && step.answers.entries.recent_change).toBeUndefined();
  });

  it('ends after the last question', () => {
    const step = answerOffline(start(), 'feeling', { answer: ['fine'] }, time);
    expect(step).toMatchObject({ kind: 'next', next: null });
  });

  it('says beside the field what cannot be taken, before anything is kept', () => {
    const step = answerOffline(start(), 'left_over', { answer: ['about'], amount: ['douze'] }, time);
    expect(step).toMatchObject({ kind: 'refused', field: 'amount' });
    expect(step.kind === 'refused' && step.words).toContain('nous avons besoin d’un nombre');
  });

  it('is the way of the server, whatever was answered before and whatever is answered now', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...QUESTION_IDS), anyAnswers, (before, id, other) => {
        const fields = rawFieldsOf(other.entries[id]);
        const read = parseAnswer(id, fields);
        fc.pre(read.ok && reachableQuestions(before).includes(id));
        if (!read.ok) return;
        const recorded = recordAnswer(before, id, read.value, time);
        if (!recorded.ok) throw new Error('reachable');
        const onServer = questionAfter(recorded.value.answers, id);
        expect(answerOffline(start(withoutOwnWords(before)), id, fields, time)).toMatchObject({
          next: onServer
        });
      })
    );
  });
});

describe('what a page carries of her answers', () => {
  it('is without what she wrote in her own words', () => {
    const answers = someAnswers({ first_need: 'aids', anything_else: 'un secret' });
    expect(JSON.stringify(withoutOwnWords(answers))).not.toContain('secret');
    expect(withoutOwnWords(answers).entries.first_need).toEqual(anEntry('first_need', 'aids'));
    expect(withoutOwnWords(answers).entries.anything_else?.disposition).toBe('answered');
  });

  it('is everything when she wrote nothing', () => {
    const answers = someAnswers({ first_need: 'aids', anything_else: 'later' });
    expect(withoutOwnWords(answers)).toBe(answers);
  });
});
