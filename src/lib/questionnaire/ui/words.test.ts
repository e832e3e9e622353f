import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents } from '$lib/kernel';
import {
  CHOICES,
  parseAnswer,
  QUESTION_IDS,
  rawFieldsFrom,
  signalsFrom,
  type AnswerRefusal,
  type ChoiceQuestionId,
  type QuestionId
} from '$lib/questionnaire';
import messages from '../../i18n/messages/fr/questionnaire.json';
import { anEntry, anyEntry, FLOOR, someAnswers, TODAY, type Short } from '../testing/builders';
import { choiceWords, entryWords, QUESTION_TITLE, refusalWords, signalView } from './words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const texts = Object.entries(messages).filter(([key]) => key !== '$schema');

describe('the voice', () => {
  it.each(texts)('%s is calm', (_key, text) => {
    expect(text).not.toMatch(/!|vous devez|simplement|derni(er|ère) |'|urgent de|sinon/i);
    expect(text).not.toMatch(/(?<![\u00a0\u202f])[;?:»€%](?!\d)/);
    expect(text).not.toMatch(/«(?!\u00a0)/);
  });

  it.each(texts)('%s has fifteen words a sentence at most', (_key, text) => {
    const sentences = plain(text)
      .replaceAll(/\{\w+\}/g, 'x')
      .split(/[.?:]\s|[.?]$/);
    for (const sentence of sentences) {
      const words = sentence.split(/[\s«»;,]+/).filter((word) => /[\p{L}\d]/u.test(word));
      expect(words.length, sentence).toBeLessThanOrEqual(15);
    }
  });

  it('never says "dette" in a question or a title', () => {
    const shown = texts.filter(([key]) => key.endsWith('_title') || key.includes('_signal_'));
    for (const [key, text] of shown) expect(text, key).not.toMatch(/dette/i);
  });
});

describe('answers in words', () => {
  it.each<[QuestionId, Short, string]>([
    ['recent_change', 'separation', 'Une séparation'],
    ['left_over', 'nothing', 'Il ne me reste rien'],
    ['left_over', 300, 'À peu près 300 € par mois'],
    [
      'left_over',
      { kind: 'left_over', bound: 'less_than', amountCents: cents(5_050) },
      'Moins de 50,50 € par mois'
    ],
    ['channel', ['message', 'letter'], 'Par message / Par courrier'],
    ['household', { kind: 'household', adults: 1, childrenByBand: {} }, '1 adulte / sans enfant à charge'],
    [
      'household',
      { kind: 'household', adults: 2, childrenByBand: { '6-10': 2, '0-2': 1 } },
      '2 adultes / 1 de 0 à 2 ans / 2 de 6 à 10 ans'
    ],
    [
      'times',
      { kind: 'times', slots: ['mon_morning', 'mon_evening', 'sat_morning'], neverAtWork: true },
      'Lundi : matin et fin de journée / Samedi : matin / jamais au travail'
    ],
    ['anything_else', '<b>Bonjour</b>', '<b>Bonjour</b>'],
    ['feeling', 'prefer_not', 'Je préfère ne pas répondre'],
    ['feeling', 'later', 'Remis à plus tard']
  ])('%s = %j reads as %j', (id, short, words) => {
    expect(plain(entryWords(id, anEntry(id, short)).join(' / '))).toBe(words);
  });

  it('a blank is said to be possible', () => {
    expect(entryWords('feeling', undefined)).toEqual(['Non répondu, c’est possible']);
  });

  it.each(Object.entries(CHOICES))('%s has words of its own for each choice', (id, codes) => {
    const words = codes.map((code) => choiceWords(id as ChoiceQuestionId, code));
    expect(new Set(words).size).toBe(codes.length);
    expect(words).not.toContain('');
    for (const code of codes) expect(words).not.toContain(code);
  });

  it('any answer has words', () => {
    for (const id of QUESTION_IDS.filter((one) => one !== 'anything_else'))
      fc.assert(
        fc.property(anyEntry(id), (entry) => {
          const words = entryWords(id, entry);
          expect(words.length).toBeGreaterThan(0);
          for (const one of words) expect(one).not.toMatch(/undefined|null|NaN|\{/);
        }),
        { numRuns: 20 }
      );
  });
});

describe('what to correct, in words', () => {
  const why = (id: QuestionId, fields: Record<string, string>): AnswerRefusal => {
    const read = parseAnswer(id, rawFieldsFrom(Object.entries(fields)));
    if (read.ok) throw new Error('this is an answer');
    return read.why;
  };

  it.each<[QuestionId, Record<string, string>, string]>([
    ['feeling', {}, 'il manque une réponse. « Je préfère ne pas répondre » en est une.'],
    ['left_over', { amount: 'douze' }, 'nous avons besoin d’un nombre, par exemple 150.'],
    ['household', { adults: '21' }, 'écrivez un nombre entre 1 et 20.'],
    ['household', { adults: '1', childAges: '121' }, 'vérifiez cet âge : 121 ans.'],
    ['household', { adults: '1', childAges: '30' }, 'à 30 ans, on compte parmi les adultes.'],
    [
      'anything_else',
      { answer: 'bonjour', skip: 'later' },
      'vous avez répondu, et choisi « Plus tard ». Gardez l’un des deux.'
    ],
    [
      'anything_else',
      { answer: 'a'.repeat(1_201) },
      'votre texte compte 1 201 signes, il en tient 600. Rien n’est perdu : raccourcissez-le.'
    ]
  ])('%s %j', (id, fields, words) => expect(plain(refusalWords(id, why(id, fields)))).toBe(words));

  it('names the answer that stands alone', () => {
    const refusal = { code: 'none_with_others', field: 'answer' } as const;
    expect(plain(refusalWords('exchange_needs', refusal))).toContain('« Rien de particulier »');
    expect(plain(refusalWords('other_urgent', refusal))).toContain('« Non, aucun »');
  });
});

describe('a signal in words', () => {
  it('says her answer, what it changes and until when', () => {
    const [signal] = signalsFrom(someAnswers({ left_over: 'nothing' }), { today: TODAY, floorCents: FLOOR });
    if (!signal) throw new Error('no signal');
    const view = signalView(signal, '/questionnaire');
    expect(JSON.parse(plain(JSON.stringify(view)))).toEqual({
      kind: 'marge_nulle',
      name: 'Vos fins de mois sont très justes',
      causes: [
        {
          question: plain(QUESTION_TITLE.left_over()),
          answer: '« Il ne me reste rien »',
          answeredOn: '21 novembre 2026',
          href: '/questionnaire/le-mois/fin-de-mois'
        }
      ],
      changes: [
        'Rien ne vous incite à payer.',
        'Nous ne proposons rien qui vous laisse moins de 720 € par mois pour vivre.'
      ],
      until: '21 février 2027, puis nous vous redemandons'
    });
  });

  it.each<[QuestionId, Short, string]>([
    ['feeling', 'too_much', 'Nous ne vous relançons pas jusqu’au 28 novembre.'],
    [
      'exchange_needs',
      ['large_text', 'no_phone'],
      'Nous en tenons compte : de gros caractères et pas de téléphone.'
    ],
    [
      'exchange_needs',
      ['easy_read', 'more_time'],
      'Nous en tenons compte : plus de temps. Vos écrans ont plus d’air et des lignes plus courtes. La personne qui vous suit le lit, et vous écrit avec des mots simples.'
    ],
    ['overindebtedness_file', 'receivable', 'Nous arrêtons toutes les demandes de paiement.']
  ])('%s = %j changes: %s', (id, short, change) => {
    const [signal] = signalsFrom(someAnswers({ [id]: short }), { today: TODAY, floorCents: null });
    if (!signal) throw new Error('no signal');
    expect(signalView(signal, '').changes.map(plain)).toContain(change);
  });

  it('says what ends a signal that no day ends', () => {
    const until = (said: Partial<Record<QuestionId, Short>>) =>
      signalsFrom(someAnswers(said), { today: addDays(TODAY, 900), floorCents: null }).map(
        (signal) => signalView(signal, '').until
      );
    expect(until({ overindebtedness_file: 'receivable' })).toEqual([
      'Jusqu’à ce que vous, ou la Banque de France, disiez autre chose'
    ]);
    expect(until({ exchange_needs: ['language'] })).toEqual(['Jusqu’à ce que vous le changiez']);
    expect(until({ money_control: 'worries_me' })).toEqual([
      'Tant que vous le voulez. Nous redemandons à votre retour.'
    ]);
  });
});
