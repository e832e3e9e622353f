import { describe, expect, it } from 'vitest';
import { isoWeekday, localDate, type LocalDate } from '$lib/kernel';
import { QUESTIONS_IN_ORDER } from '../questions';
import { endOf, mayBeRenewed, wordsDueOn } from './definitions';
import { SIGNAL_KINDS, type SignalKind } from './signal-kind';

const FRIDAY = localDate('2026-11-20');
const worked = (day: LocalDate) => isoWeekday(day) <= 5 && day !== '2026-12-25';

describe('words the referent owes', () => {
  it.each<[SignalKind, string]>([
    ['urgent_vital', '2026-11-23'],
    ['securite', '2026-11-23'],
    ['detresse', '2026-11-23'],
    ['arret_bdf', '2026-11-24'],
    ['marge_nulle', '2026-11-24'],
    ['besoin', '2026-11-24']
  ])('%s raised on a Friday: by %s', (kind, due) => expect(wordsDueOn(kind, FRIDAY, worked)).toBe(due));

  it('are not due on a holiday', () => {
    expect(wordsDueOn('urgent_vital', localDate('2026-12-24'), worked)).toBe('2026-12-28');
  });
});

describe('the end of a signal', () => {
  it.each<[SignalKind, string, string]>([
    ['urgent_vital', '2026-11-21', '2026-12-21'],
    ['detresse', '2026-11-21', '2026-11-28'],
    ['banque', '2026-11-30', '2027-02-28'],
    ['evenement', '2026-08-31', '2027-02-28']
  ])('%s answered on %s ends on %s', (kind, from, last) => {
    expect(endOf(kind, localDate(from))).toEqual({ kind: 'on', day: last });
  });

  it('lets the same answer count anew only afterwards; for safety, on each later day', () => {
    const day = localDate('2026-11-21');
    expect(mayBeRenewed('detresse', day, localDate('2026-11-28'))).toBe(false);
    expect(mayBeRenewed('detresse', day, localDate('2026-11-29'))).toBe(true);
    expect(mayBeRenewed('securite', day, day)).toBe(false);
    expect(mayBeRenewed('securite', day, localDate('2026-11-22'))).toBe(true);
    expect(mayBeRenewed('besoin', day, localDate('2030-01-01'))).toBe(false);
  });
});

it('every signal can be raised by at least one question', () => {
  const fed = new Set(QUESTIONS_IN_ORDER.map((question) => question.feeds));
  for (const kind of SIGNAL_KINDS) expect(fed).toContain(kind);
});
