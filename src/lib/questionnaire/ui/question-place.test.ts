import { describe, expect, it } from 'vitest';
import { noAnswers } from '$lib/questionnaire';
import { someAnswers } from '../testing/builders';
import { questionPlace } from './question-place';

describe('where a question stands, in words', () => {
  it('says the number and about how many there are', () => {
    const place = questionPlace('first_need', noAnswers(), {});
    expect(place.pageTitle).toBe('Question 1');
    expect(place.progress).toMatch(/^Question 1 sur environ \d+$/);
  });

  it('says nothing is kept before anything is', () => {
    expect(questionPlace('first_need', noAnswers(), {}).saved).toBeNull();
    expect(questionPlace('channel', noAnswers(), {}).saved).toBeNull();
  });

  it('says that the question before is kept, a skipped one too', () => {
    expect(questionPlace('channel', someAnswers({ first_need: 'aids' }), {}).saved).toBe(
      'Question 1 enregistrée. Vous pouvez fermer et revenir.'
    );
    expect(questionPlace('channel', someAnswers({ first_need: 'later' }), {}).saved).toContain('Question 1');
  });

  it('says once why there are fewer questions', () => {
    const answers = someAnswers({ first_need: 'contest', channel: 'letter' });
    expect(questionPlace('channel', answers, {}).shortened).toHaveLength(1);
    expect(questionPlace('overindebtedness_file', answers, {}).shortened).toEqual([]);
  });

  it('never counts the same number twice: what follows from an answer says so', () => {
    const said = someAnswers({ first_need: 'contest', channel: 'letter', feeling: 'too_much' });
    expect(questionPlace('feeling', said, {}).progress).toBe('Question 7 sur environ 7');
    expect(questionPlace('tell_referent', said, {}).progress).toBe('Suite de la question 7');
  });
});
