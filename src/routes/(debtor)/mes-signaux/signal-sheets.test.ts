import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { signalsFrom, type QuestionId } from '$lib/questionnaire';
import type { OwnSignal, OwnSignals } from '$lib/server/questionnaire';
import { someAnswers } from '$lib/questionnaire/testing/builders';
import { endedLine, isInForce, signalSheet } from './signal-sheets';

const today = localDate('2026-11-24');
const own: OwnSignals = { signals: [], referentName: 'Leïla', timeZone: 'Europe/Paris', today };
const row = (
  question: QuestionId,
  answer: Parameters<typeof someAnswers>[0][QuestionId],
  over: Partial<OwnSignal> = {}
): OwnSignal => {
  const [signal] = signalsFrom(someAnswers({ [question]: answer }, localDate('2026-11-20')), {
    today: localDate('2026-11-20'),
    floorCents: null
  });
  if (!signal) throw new Error('no signal');
  return {
    id: 's1',
    signal,
    endedWhy: null,
    raisedAt: new Date('2026-11-20T10:00:00Z'),
    endedAt: null,
    wordsDueAt: new Date('2026-11-25T17:00:00Z'),
    words: null,
    wordsBy: null,
    wordsAt: null,
    seenBy: [],
    wordsFrom: null,
    ...over
  };
};
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a signal on "Mes signaux"', () => {
  it('says why, what it changes, and leads back to the question and here again', () => {
    const sheet = signalSheet(row('recent_change', 'separation'), own);
    expect(plain(sheet.causes[0]!.answer)).toBe('« Une séparation »');
    expect(sheet.changes).toContain('Une seule chose à faire à la fois.');
    expect(sheet.correct).toBe('/questionnaire/reperes/changement?depuis=signaux');
  });

  it('promises no call while exchanges stay in her space', () => {
    const [urgent, safe] = [row('going_without', 'often'), row('money_control', 'worries_me')];
    const offered = 'Vous pouvez demander qu’on vous rappelle.';
    expect(signalSheet(urgent, { ...own, signals: [urgent] }).changes).toContain(offered);
    expect(signalSheet(urgent, { ...own, signals: [urgent, safe] }).changes).not.toContain(offered);
    const removed = { ...safe, endedWhy: 'removed_by_person' } as const;
    expect(signalSheet(urgent, { ...own, signals: [urgent, removed] }).changes).toContain(offered);
  });

  it('names who saw it, and when', () => {
    const seenBy = [{ name: 'Leïla Amrani', seenAt: new Date('2026-11-23T08:40:00Z') }];
    expect(signalSheet(row('recent_change', 'work', { seenBy }), own).seen.map(plain)).toEqual([
      'Leïla Amrani, le lundi 23 novembre à 9 h 40'
    ]);
    expect(signalSheet(row('recent_change', 'work'), own).seen).toEqual(['Personne encore']);
  });

  it('says that nobody may see what she did not agree to tell', () => {
    const sheet = signalSheet(row('feeling', 'too_much', { wordsDueAt: null }), own);
    expect(sheet.seen[0]).toContain('Vous n’avez pas donné votre accord');
    expect(sheet.wordsDue).toBeNull();
  });

  it('says by when words are owed, until they are given', () => {
    expect(plain(signalSheet(row('recent_change', 'work'), own).wordsDue)).toContain(
      'mercredi 25 novembre à 18 h'
    );
    const given = { words: 'Je l’ai noté.', wordsFrom: 'Leïla', wordsAt: new Date('2026-11-23T09:00:00Z') };
    const sheet = signalSheet(row('recent_change', 'work', given), own);
    expect(sheet.wordsDue).toBeNull();
    expect(plain(sheet.words!.text)).toBe('« Je l’ai noté. »');
    expect(plain(sheet.words!.note)).toBe('Leïla, 23 novembre');
  });

  it('does not say that the floor goes with the signal: it comes from the answer, which may be corrected', () => {
    const sheet = signalSheet(row('left_over', 'nothing'), own);
    expect(sheet.stops).toEqual(['Rien ne vous incite à payer.']);
    expect(sheet.stays).toEqual(['Nous ne proposons rien au-dessus de ce qui vous reste.']);
    expect(sheet.correct).toContain('/fin-de-mois');
    expect(signalSheet(row('recent_change', 'work'), own).stays).toEqual([]);
  });

  it('promises no call to somebody who wants no phone', () => {
    const [urgent, needs] = [row('going_without', 'often'), row('exchange_needs', ['no_phone'])];
    expect(signalSheet(urgent, { ...own, signals: [urgent, needs] }).changes).not.toContain(
      'Vous pouvez demander qu’on vous rappelle.'
    );
  });

  it('does not promise a pause that is over', () => {
    const bereaved = row('recent_change', 'bereavement');
    const later = { ...own, today: localDate('2027-01-10') };
    expect(signalSheet(bereaved, own).changes.some((line) => line.includes('relançons'))).toBe(true);
    expect(signalSheet(bereaved, later).changes.some((line) => line.includes('relançons'))).toBe(false);
  });

  it('is over after its last day even before the night job', () => {
    const urgent = row('going_without', 'often');
    expect(isInForce(urgent, { ...own, today: localDate('2026-12-20') })).toBe(true);
    expect(isInForce(urgent, { ...own, today: localDate('2026-12-21') })).toBe(false);
  });
});

describe('a signal of the past', () => {
  const endedAt = new Date('2026-11-22T23:30:00Z');
  it.each([
    ['removed_by_person', 'retiré par vous le 23 novembre'],
    ['answer_changed', 'terminé le 23 novembre avec votre nouvelle réponse'],
    ['expired', 'terminé le 23 novembre']
  ] as const)('%s: says so, and when it is erased', (endedWhy, words) => {
    const line = plain(endedLine(row('recent_change', 'work', { endedWhy, endedAt }), 'Europe/Paris'));
    expect(line).toContain(words);
    expect(line).toContain('Effacé le 23 décembre');
  });
});
