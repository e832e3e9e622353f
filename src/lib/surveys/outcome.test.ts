import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { MAX_DONE_LENGTH, MAX_SAID_LENGTH, readOutcome } from './outcome';

const today = localDate('2026-11-24');
const typed = { said: ' Trop de\n mots. ', done: 'La page tient en trois phrases.', doneOn: '2026-11-24' };
const faultsOf = (over: Partial<typeof typed>) => {
  const read = readOutcome({ ...typed, ...over }, today);
  return read.ok ? [] : read.why.faults;
};

describe('what was said and done', () => {
  it('is read as one block each, with its day', () => {
    expect(readOutcome(typed, today)).toEqual({
      ok: true,
      value: { said: 'Trop de mots.', done: 'La page tient en trois phrases.', doneOn: '2026-11-24' }
    });
  });

  it.each([
    [{ said: ' \n' }, { field: 'said', code: 'text_missing' }],
    [{ done: '' }, { field: 'done', code: 'text_missing' }],
    [
      { said: 'a'.repeat(MAX_SAID_LENGTH + 1) },
      { field: 'said', code: 'text_too_long', length: 201, maximum: 200 }
    ],
    [
      { done: 'a'.repeat(MAX_DONE_LENGTH + 1) },
      { field: 'done', code: 'text_too_long', length: 401, maximum: 400 }
    ],
    [{ doneOn: '' }, { field: 'doneOn', code: 'day_missing' }],
    [{ doneOn: '2026-02-30' }, { field: 'doneOn', code: 'day_missing' }],
    [{ doneOn: '2026-11-25' }, { field: 'doneOn', code: 'not_done_yet', today: '2026-11-24' }]
  ])('is refused with its numbers: %j', (over, fault) => {
    expect(faultsOf(over)).toEqual([fault]);
  });

  it('says everything wrong at once, and takes what just fits', () => {
    expect(faultsOf({ said: '', done: '', doneOn: '' })).toHaveLength(3);
    expect(faultsOf({ said: 'a'.repeat(MAX_SAID_LENGTH), done: 'b'.repeat(MAX_DONE_LENGTH) })).toEqual([]);
  });
});
