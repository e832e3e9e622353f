import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { aQuestion, at, past } from '../../../../tests/support/contact-question';
import { mayContact } from '../may-contact';
import { promisedReplyBy, DEFAULT_WORKING_HOURS } from '../promised-reply';
import type { RuleTrace } from '../rule-trace';
import { firmHours } from './firm-hours';
import { NUMBER_WORDS } from './policy-words';
import { registerMonths, type RegisterEntry } from './register-lines';
import { notReadingWords, replyPromiseWords } from './reply-words';
import { contactCount, describeRule, isRuleCode } from './words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const words = (trace: RuleTrace) => plain(describeRule(trace));

it('the firm’s phone is answered at the hours at which we call', () =>
  expect(plain(firmHours())).toBe('du lundi au vendredi, de 10 h à 13 h et de 14 h à 19 h'));

describe('a rule in words', () => {
  it.each([
    [
      { code: 'saturday', numbers: { family: 'call' } },
      'Arrêt par la règle : pas d’appel le samedi, sauf si vous le demandez.'
    ],
    [{ code: 'saturday', numbers: { family: 'written' } }, 'Arrêt par la règle : rien le samedi.'],
    [
      { code: 'cap_per_7_days', numbers: { limit: 2, used: 2 } },
      'Arrêt par la règle : au plus 2 contacts en sept jours.'
    ],
    [
      { code: 'cap_per_7_days', numbers: { limit: 1, used: 1, family: 'written' } },
      'Arrêt par la règle : au plus 1 message écrit en sept jours.'
    ],
    [
      { code: 'cap_per_7_days', numbers: { limit: 1, used: 1, usualLimit: 2 } },
      'Arrêt par la règle : au plus 1 contact en sept jours. C’est moins qu’avant, car vous avez dit « c’était de trop ».'
    ],
    [
      { code: 'cap_per_7_days', numbers: { limit: 0, used: 0, usualLimit: 1 } },
      'Arrêt par la règle : aucun pour l’instant, car vous avez dit « c’était de trop ».'
    ],
    [
      // the first day without the rule; "jusqu’au" counts the day it names
      { code: 'paused', numbers: { pause: 'bereavement', untilOn: localDate('2026-12-02') } },
      'Arrêt par la règle : pause pour un deuil, jusqu’au 1er décembre 2026.'
    ],
    [
      { code: 'public_holiday', numbers: { holiday: 'christmas' } },
      'Arrêt par la règle : rien un jour férié (Noël).'
    ],
    [
      { code: 'channel_refused', numbers: { channel: 'call' } },
      'Arrêt par la règle : vous ne voulez pas d’appel.'
    ],
    [
      { code: 'allowed_letter', numbers: { days: 15 } },
      'Enveloppe neutre. Au moins 15 jours entre deux lettres.'
    ]
  ] satisfies [RuleTrace, string][])('%o', (trace, expected) => expect(words(trace)).toBe(expected));

  it('of a permission names its hours and its cap', () => {
    const result = mayContact(aQuestion({ proposed: { channel: 'call' } }));
    if (!result.ok) throw new Error('refused');
    expect(words(result.value)).toBe(
      'Appel permis de 10 h à 13 h et de 14 h à 19 h. Au plus 2 en sept jours.'
    );
  });

  it('of a health pause never says that it is one', () => {
    expect(words({ code: 'paused', numbers: { pause: 'health' } })).toBe(
      'Arrêt par la règle : pause que vous avez demandée.'
    );
  });

  it('knows its own codes and no other', () => {
    expect(isRuleCode('saturday')).toBe(true);
    expect(isRuleCode('allowed_call')).toBe(true);
    expect(isRuleCode('toString')).toBe(false);
  });

  it('counts as French counts', () => {
    expect([0, 1, 2].map(contactCount)).toEqual(['0 contact', '1 contact', '2 contacts']);
  });

  it('every number of the policy has its name and its reason', () => {
    for (const { name, reason } of Object.values(NUMBER_WORDS))
      expect(`${name()} ${reason()}`).not.toMatch(/undefined|contacts_/);
  });
});

describe('the register in words', () => {
  const line = (over: Partial<RegisterEntry>): RegisterEntry => ({
    ...past('2026-09-11 11:02'),
    id: 'a',
    rule: { code: 'allowed_answer', numbers: {} },
    ...over
  });
  const months = (...entries: RegisterEntry[]) =>
    registerMonths(entries, at('2026-09-15 12:00'), 'Europe/Paris');

  it('goes by month, newest first, on her clock', () => {
    const read = months(
      line({ at: at('2026-08-25 14:30') }),
      line({ at: at('2026-08-31 23:30') }),
      line({ at: at('2026-09-01 00:30') })
    );
    expect(read.map(({ title, lines }) => [title, ...lines.map(({ when }) => plain(when))])).toEqual([
      ['Septembre', 'Mardi 1er, 0 h 30'],
      ['Août', 'Lundi 31, 23 h 30', 'Mardi 25, 14 h 30']
    ]);
  });

  it('names the year when it is another', () => {
    expect(months(line({ at: at('2025-12-01 10:00') }))[0]?.title).toBe('Décembre 2025');
  });

  it.each([
    [{ channel: 'call', state: 'refused' }, 'Appel non passé', false, false],
    [{ channel: 'call', state: 'attempted' }, 'Appel', true, true],
    [{ channel: 'email', state: 'waiting' }, 'Courriel prévu', false, false],
    [{ channel: 'letter', state: 'sent' }, 'Lettre', true, true],
    [
      { channel: 'app', state: 'sent', by: 'Leïla', purpose: 'answer_to_debtor' },
      'Message de Leïla',
      true,
      false
    ],
    [{ channel: 'call', state: 'received' }, 'Votre appel', true, false],
    [{ channel: 'email', purpose: 'receipt' }, 'Courriel', true, false]
  ] as const)('%o: %s; happened %s; may be too much %s', (over, title, happened, canSayTooMuch) => {
    expect(months(line(over))[0]?.lines[0]).toMatchObject({ title, happened, canSayTooMuch });
  });

  it('says what "c’était de trop" has changed, and until when', () => {
    const [month] = months(line({ tooMuchAt: at('2026-09-12 20:00') }));
    expect(month?.lines[0]).toMatchObject({ canSayTooMuch: false });
    expect(plain(month?.lines[0]?.tooMuch ?? '')).toBe(
      'Jusqu’au 11 décembre 2026, un contact de moins par semaine. Appliqué le jour même.'
    );
  });

  it('a letter has a day and no hour', () => {
    expect(plain(months(line({ channel: 'letter' }))[0]?.lines[0]?.when ?? '')).toBe('Vendredi 11');
  });
});

describe('the promise in words', () => {
  const promise = (when: string) => promisedReplyBy(at(when), DEFAULT_WORKING_HOURS, () => false);
  const said = (when: string, zone = 'Europe/Paris') =>
    plain(replyPromiseWords(promise(when), at(when), zone));
  const reading = (when: string) => notReadingWords(promise(when), 'Leïla', at(when), 'Europe/Paris');

  it('names today, tomorrow or the day', () => {
    expect(said('2026-11-23 09:30')).toBe('Répond aujourd’hui avant 18 h');
    expect(said('2026-11-23 20:00')).toBe('Répond avant demain, 18 h');
    expect(said('2026-11-28 11:00')).toBe('Répond avant lundi 30 novembre, 18 h');
  });

  it('is told on the clock of the person', () => {
    expect(said('2026-11-23 20:00', 'Indian/Reunion')).toBe('Répond avant demain, 21 h');
  });

  it('says honestly when nobody reads', () => {
    expect(reading('2026-11-23 10:00')).toBeNull();
    expect(reading('2026-11-23 20:00')).toBe('Le soir, Leïla ne lit pas.');
    expect(plain(reading('2026-11-24 01:00') ?? '')).toBe('Leïla lit de nouveau aujourd’hui, à 9 h.');
    expect(plain(reading('2026-11-28 11:00') ?? '')).toBe('Leïla lit de nouveau lundi 30 novembre, à 9 h.');
  });

  it('is not made up when nobody works soon', () => {
    expect(replyPromiseWords(null, at('2026-11-23 10:00'), 'Europe/Paris')).toBe('Répond dès son retour');
  });
});
