import { describe, expect, it } from 'vitest';
import { m } from '$lib/i18n';
import { cents, localDate } from '$lib/kernel';
import { CURRENT_WARNING, buildSchedule, waysOut, type PlanTerms, type Rhythm } from '../index';
import { refusalWords } from './refusal-words';
import { WARNING_WORDS, monthsWords, rhythmWords, scheduleRows, scheduleSentence, termsWords } from './words';

/** Spaces that do not break become plain ones, so that tests can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const on5th: Rhythm = { kind: 'monthly', dayOfMonth: 5 };
const scheduleOf = (terms: PlanTerms, owed = 62640) => {
  const result = buildSchedule(terms, cents(owed), localDate('2026-09-15'));
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};
const drawn: PlanTerms = {
  kind: 'rest_then_instalments',
  restMonths: 2,
  instalmentCents: cents(3500),
  rhythm: on5th
};

describe('a plan in words', () => {
  it.each<[PlanTerms, number, string]>([
    [drawn, 62640, 'Deux mois de repos, puis 35 € le 5 de chaque mois, jusqu’au 5 mai 2028.'],
    [{ kind: 'rest', restMonths: 1 }, 62640, 'Un mois de repos.'],
    [
      { kind: 'instalments', instalmentCents: cents(3500), rhythm: on5th },
      3000,
      '30 € le 5 octobre 2026, en une fois.'
    ],
    [
      { kind: 'symbolic', instalmentCents: cents(500), rhythm: on5th, months: 2 },
      62640,
      '5 € le 5 de chaque mois, jusqu’au 5 novembre 2026, puis on en reparle.'
    ]
  ])('%#: one sentence', (terms, owed, expected) => {
    expect(plain(termsWords(terms, scheduleOf(terms, owed)))).toBe(expected);
  });

  it('has the table of the drawing', () => {
    expect(scheduleRows(scheduleOf(drawn)).map((row) => [row.when, row.amount, row.left].map(plain))).toEqual(
      [
        ['Octobre et novembre 2026', 'repos', '626,40 €'],
        ['5 décembre 2026 au 5 avril 2028 (17 fois)', '35,00 €', '31,40 €'],
        ['5 mai 2028', '31,40 €', '0,00 €']
      ]
    );
  });

  it('is read aloud in full', () => {
    expect(plain(scheduleSentence(scheduleOf(drawn)))).toBe(
      'Octobre et novembre 2026 : repos. Du 5 décembre 2026 au 5 avril 2028 : 17 fois 35 €. 5 mai 2028 : 31,40 €. Puis c’est fini.'
    );
  });

  it.each<[Rhythm, string]>([
    [{ kind: 'monthly', dayOfMonth: 1 }, 'le 1er de chaque mois'],
    [{ kind: 'monthly', dayOfMonth: 31 }, 'le dernier jour de chaque mois'],
    [{ kind: 'payday', dayOfMonth: 28 }, 'le 28, quand l’argent arrive'],
    [{ kind: 'weekly', weekday: 5 }, 'chaque vendredi'],
    [{ kind: 'fortnightly', weekday: 1 }, 'un lundi sur deux']
  ])('says the rhythm %j', (rhythm, expected) => expect(rhythmWords(rhythm)).toBe(expected));

  it('names the year once when months share it', () => {
    const months = ['2026-11-01', '2026-12-01', '2027-01-01'].map(localDate);
    expect(monthsWords(months)).toBe('Novembre, décembre 2026 et janvier 2027');
  });

  it('explains the floor with its numbers and the way out', () => {
    const refusal = {
      code: 'left_to_live_below_floor' as const,
      leftToLiveCents: cents(100000),
      monthlyCents: cents(3500),
      leftAfterCents: cents(96500),
      floorCents: cents(97754),
      missingCents: cents(1254),
      highestCents: cents(2246)
    };
    expect(plain(refusalWords(refusal))).toBe(
      'Il vous resterait 965 € pour vivre : 12,54 € sous le plancher protégé de 977,54 €. Jusqu’à 22,46 €, le plancher est respecté.'
    );
    expect(plain(refusalWords({ ...refusal, highestCents: cents(0) }))).toContain('Un repos reste possible');
  });

  it('says the longest a plan may last, not the centuries a few cents would take', () => {
    const refusal = { code: 'plan_too_long', months: 62_640, maximumMonths: 84 } as const;
    expect(plain(refusalWords(refusal))).toBe(
      'À ce rythme, l’accord durerait plus de 7 ans. Nous préférons chercher autre chose avec vous.'
    );
    expect(waysOut(refusal)).toContain('symbolic');
  });
});

describe('the warning', () => {
  it('of 2026-11-21 is never edited: another text wants another version', () => {
    const text = WARNING_WORDS['2026-11-21'];
    const read = [
      text.title(),
      text.what({ amount: '626,40 €', creditor: 'la Banque Hermine' }),
      text.time(),
      text.doubt(),
      text.who(),
      text.tick()
    ];
    expect(plain(read.join('\n'))).toBe(
      [
        'Proposer, c’est reconnaître',
        'En proposant ce paiement, vous reconnaissez devoir 626,40 € à la Banque Hermine. Cela vaut pour toute la somme.',
        'Le délai pour aller en justice peut alors repartir de zéro.',
        'Si vous avez un doute, contestez d’abord ou demandez conseil. Vous ne perdez rien à attendre.',
        'Conseil gratuit et neutre : un Point conseil budget, un conciliateur de justice ou une association.',
        'J’ai lu ce que proposer change'
      ].join('\n')
    );
    expect(WARNING_WORDS).toHaveProperty(CURRENT_WARNING.version);
  });

  it('of 2026-11-29 says the same of a rest, which pays nothing, and is never edited either', () => {
    const { what, ...others } = WARNING_WORDS['2026-11-29'];
    expect(plain(what({ amount: '626,40 €', creditor: 'la Banque Hermine' }))).toBe(
      'En faisant cette proposition, vous reconnaissez devoir 626,40 € à la Banque Hermine. Cela vaut pour toute la somme.'
    );
    expect(WARNING_WORDS['2026-11-21']).toMatchObject(others);
  });
});

describe('what a locked phone shows', () => {
  it('is neutral in the calendar', () => {
    expect(m.plans_calendar_title()).not.toMatch(/dette|créanc|€|paie|vers|accord|échéance/i);
  });
});
