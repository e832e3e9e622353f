import { describe, expect, it } from 'vitest';
import { at } from '../../../tests/support/contact-question';
import { DEFAULT_WORKING_HOURS, promisedReplyBy } from './promised-reply';
import { holidayOn } from './public-holidays';

const promise = (when: string) =>
  promisedReplyBy(at(when), DEFAULT_WORKING_HOURS, (day) => holidayOn(day, 'metropole') !== null);

describe('the promised time of an answer', () => {
  it.each([
    ['Monday early: the same evening', '2026-11-23 09:00', '2026-11-23 18:00', true],
    ['Monday at ten, eight hours at work end at six', '2026-11-23 10:00', '2026-11-23 18:00', true],
    ['a minute later, tomorrow', '2026-11-23 10:01', '2026-11-24 18:00', true],
    ['Monday evening: nobody reads, tomorrow', '2026-11-23 20:00', '2026-11-24 18:00', false],
    ['at six sharp, the day is over', '2026-11-23 18:00', '2026-11-24 18:00', false],
    ['at one in the morning: the coming evening', '2026-11-24 01:00', '2026-11-24 18:00', false],
    ['Friday afternoon: Monday', '2026-11-27 15:00', '2026-11-30 18:00', true],
    ['Saturday: Monday', '2026-11-28 11:00', '2026-11-30 18:00', false],
    ['before Christmas on a Friday: the Monday after', '2026-12-24 17:00', '2026-12-28 18:00', true],
    ['over the night the clock changes', '2027-03-26 17:00', '2027-03-30 18:00', true]
  ])('%s', (_, when, by, isReadingNow) => {
    expect(promise(when)).toMatchObject({ by: at(by), isReadingNow });
  });

  it('says when somebody reads again', () => {
    expect(promise('2026-11-27 19:00')?.readsFrom).toEqual(at('2026-11-30 09:00'));
    expect(promise('2026-11-27 11:00')?.readsFrom).toEqual(at('2026-11-27 11:00'));
  });

  it('is not made when nobody works', () => {
    expect(promisedReplyBy(at('2026-11-23 10:00'), DEFAULT_WORKING_HOURS, () => true)).toBeNull();
    expect(
      promisedReplyBy(at('2026-11-23 10:00'), { ...DEFAULT_WORKING_HOURS, week: {} }, () => false)
    ).toBeNull();
  });

  it('follows the referent’s clock, wherever the person is', () => {
    const reunion = promisedReplyBy(new Date('2026-11-23T16:30:00Z'), DEFAULT_WORKING_HOURS, () => false);
    expect(reunion?.by).toEqual(at('2026-11-24 18:00'));
  });
});
