import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '$lib/kernel';
import { noAnswers, type Answers } from './answers';
import { reachableQuestions } from './flow';
import type { QuestionId } from './question';
import { dueAgain, resumeAt } from './resume';
import { signalsFrom } from './signals/signals-from';
import { anEntry, FLOOR, someAnswers, TODAY, type Short } from './testing/builders';

const signals = (today: LocalDate) => ({ today, floorCents: FLOOR });

/** Someone who went to the end, skipping all she did not say here. */
function finished(said: Partial<Record<QuestionId, Short>>): Answers {
  const start = someAnswers(said);
  const skipped = reachableQuestions(start).map((id) => [id, anEntry(id, 'prefer_not')] as const);
  return { ...start, entries: { ...Object.fromEntries(skipped), ...start.entries } };
}

describe('coming back', () => {
  it('goes on at the first question not seen', () => {
    expect(resumeAt(noAnswers(), signals(TODAY))).toEqual({
      kind: 'question',
      id: 'first_need',
      why: 'not_seen'
    });
    expect(resumeAt(someAnswers({ first_need: 'later' }), signals(TODAY))).toMatchObject({ id: 'channel' });
  });

  it('then asks again what was left for later, and nothing else that was skipped', () => {
    expect(resumeAt(finished({ going_without: 'later' }), signals(TODAY))).toEqual({
      kind: 'question',
      id: 'going_without',
      why: 'later'
    });
    expect(resumeAt(finished({}), signals(TODAY))).toEqual({ kind: 'review' });
  });

  it('asks gently again when the time of a signal is over, not before', () => {
    const answers = finished({ feeling: 'too_much', tell_referent: 'no' });
    expect(resumeAt(answers, signals(addDays(TODAY, 7)))).toEqual({ kind: 'review' });
    expect(resumeAt(answers, signals(addDays(TODAY, 8)))).toEqual({
      kind: 'question',
      id: 'feeling',
      why: 'asked_again'
    });
  });

  it('asks about safety on each later return, never the same day, never beside a helper', () => {
    const answers = finished({ money_control: 'worries_me' });
    const tomorrow = signals(addDays(TODAY, 1));
    expect(dueAgain(answers, signals(TODAY))).toEqual([]);
    expect(dueAgain(answers, tomorrow)).toEqual(['money_control']);
    expect(dueAgain(answers, tomorrow, { helperPresent: true })).toEqual([]);
  });

  it('does not ask again what she removed', () => {
    const answers = finished({ money_control: 'worries_me' });
    const existing = signalsFrom(answers, signals(TODAY)).map((signal) => ({
      id: 'one',
      signal,
      endedWhy: 'removed_by_person' as const
    }));
    expect(dueAgain(answers, { ...signals(addDays(TODAY, 1)), existing })).toEqual([]);
  });
});
