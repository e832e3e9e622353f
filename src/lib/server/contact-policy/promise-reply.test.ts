import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WORKING_HOURS, holidayOn, promisedReplyBy } from '$lib/contact-policy';
import { promiseReply } from './promise-reply';

const asTheRuleSays = (at: Date) =>
  promisedReplyBy(at, DEFAULT_WORKING_HOURS, (day) => holidayOn(day, 'metropole') !== null);

describe('the promise of the team', () => {
  it('is that of the rule at any instant, whatever was asked before', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true
    });
    fc.assert(
      fc.property(instant, fc.array(fc.integer({ min: -90_000, max: 90_000 })), (first, steps) => {
        for (const step of [0, ...steps]) {
          const at = new Date(first.getTime() + step);
          expect(promiseReply(at)).toEqual(asTheRuleSays(at));
        }
      })
    );
  });

  it.each([
    '2026-11-30T07:59:59.999Z',
    '2026-11-30T08:00:00.000Z',
    '2026-11-30T16:59:59.999Z',
    '2026-11-30T17:00:00.000Z'
  ])('changes on the very millisecond, at %s', (text) => {
    const at = new Date(text);
    promiseReply(new Date(at.getTime() - 1));
    expect(promiseReply(at)).toEqual(asTheRuleSays(at));
  });
});
