import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, localDate } from '$lib/kernel';
import { SKIPS } from '../answers';
import { QUESTION_IDS, type QuestionId } from '../question';
import { anEntry, anyAnswers, FLOOR, reordered, someAnswers, TODAY, type Short } from '../testing/builders';
import { signalsFrom } from './signals-from';
import type { SignalKind } from './signal-kind';

const context = { today: TODAY, floorCents: FLOOR };
const kindsOf = (said: Partial<Record<QuestionId, Short>>) =>
  signalsFrom(someAnswers(said), context).map((signal) => signal.kind);

/** Question, answer, signals: the table a referent may read and correct. The floor is 720 €. */
const TABLE: readonly [QuestionId, Short, readonly SignalKind[]][] = [
  ['overindebtedness_file', 'none', []],
  ['overindebtedness_file', 'preparing', []],
  ['overindebtedness_file', 'filed', []],
  ['overindebtedness_file', 'receivable', ['arret_bdf']],
  ['overindebtedness_file', 'plan_running', ['arret_bdf']],
  ['recent_change', 'none', []],
  ['recent_change', 'separation', ['evenement']],
  ['recent_change', 'other', ['evenement']],
  ['rejected_payments', 'none', []],
  ['rejected_payments', 'one_to_four', []],
  ['rejected_payments', 'five_or_more', ['banque']],
  ['card_withdrawn', 'no', []],
  ['card_withdrawn', 'yes', ['banque']],
  ['left_over', 'nothing', ['marge_nulle']],
  ['left_over', 719, ['marge_nulle']],
  ['left_over', 720, ['marge_nulle']],
  ['left_over', 721, []],
  ['left_over', { kind: 'left_over', bound: 'about', amountCents: cents(72_001) }, []],
  ['left_over', { kind: 'left_over', bound: 'less_than', amountCents: cents(72_000) }, ['marge_nulle']],
  ['left_over', { kind: 'left_over', bound: 'less_than', amountCents: cents(80_000) }, []],
  ['going_without', 'no', []],
  ['going_without', 'sometimes', ['urgent_vital']],
  ['going_without', 'often', ['urgent_vital']],
  ['unexpected_expense', 'no', []],
  ['other_urgent', 'none', []],
  ['other_urgent', ['rent', 'energy'], ['dettes_dabord']],
  ['exchange_needs', 'none', []],
  ['exchange_needs', ['large_text'], ['besoin']],
  ['money_control', 'no', []],
  ['money_control', 'trusted_helper', []],
  ['money_control', 'guardian', []],
  ['money_control', 'worries_me', ['securite']],
  ['feeling', 'fine', []],
  ['feeling', 'heavy', []],
  ['feeling', 'too_much', ['detresse']],
  ['anything_else', 'Je veux mourir, je ne mange plus, mon mari me frappe.', []]
];

describe('a stated answer', () => {
  it.each(TABLE)('%s = %j raises %j', (id, short, kinds) => expect(kindsOf({ [id]: short })).toEqual(kinds));

  it.each(QUESTION_IDS)('%s, when skipped, raises nothing', (id) => {
    for (const skip of SKIPS) expect(kindsOf({ feeling: 'fine', [id]: skip })).toEqual([]);
  });

  it('only "nothing" speaks of the margin while the floor is not known', () => {
    const said = (short: Short) =>
      signalsFrom(someAnswers({ left_over: short }), { today: TODAY, floorCents: null });
    expect(said(1)).toEqual([]);
    expect(said('nothing')[0]?.effects).toContainEqual({ code: 'zero_plan_only', floorCents: null });
  });

  it('that is stale raises nothing: who disputes is not asked about hunger any more', () => {
    expect(kindsOf({ first_need: 'contest', going_without: 'often' })).toEqual([]);
  });
});

describe('free text', () => {
  it('changes nothing, whatever it says', () => {
    fc.assert(
      fc.property(anyAnswers, fc.string({ maxLength: 600 }), (answers, text) => {
        const entry = { ...anEntry('anything_else', 'x'), value: { kind: 'free_text' as const, text } };
        const written = {
          ...answers,
          entries: { ...answers.entries, anything_else: { ...entry, disposition: 'answered' as const } }
        };
        expect(signalsFrom(written, context)).toEqual(signalsFrom(answers, context));
      })
    );
  });
});

describe('the time of a signal', () => {
  const answered = localDate('2026-09-08');
  const holdsOn = (id: QuestionId, short: Short, day: string) =>
    signalsFrom(someAnswers({ [id]: short }, answered), { today: localDate(day), floorCents: FLOOR })
      .length === 1;

  it.each<[QuestionId, Short, string, string]>([
    ['going_without', 'often', '2026-10-08', '2026-10-09'],
    ['feeling', 'too_much', '2026-09-15', '2026-09-16'],
    ['rejected_payments', 'five_or_more', '2026-12-08', '2026-12-09'],
    ['left_over', 'nothing', '2026-12-08', '2026-12-09'],
    ['other_urgent', ['rent'], '2026-12-08', '2026-12-09'],
    ['recent_change', 'separation', '2027-03-08', '2027-03-09']
  ])('%s = %j holds on %s and not on %s', (id, short, last, after) => {
    expect(holdsOn(id, short, addDays(localDate(last), -1))).toBe(true);
    expect(holdsOn(id, short, last)).toBe(true);
    expect(holdsOn(id, short, after)).toBe(false);
  });

  it.each<[QuestionId, Short]>([
    ['overindebtedness_file', 'receivable'],
    ['exchange_needs', ['large_text']],
    ['money_control', 'worries_me']
  ])('%s = %j has no end of its own', (id, short) => expect(holdsOn(id, short, '2031-01-01')).toBe(true));

  it('is counted from its own answer: an old answer ends while a recent one holds', () => {
    const before = anEntry('going_without', 'often', localDate('2026-08-01'));
    const recent = someAnswers({ card_withdrawn: 'yes' });
    const both = { ...recent, entries: { ...recent.entries, going_without: before } };
    expect(signalsFrom(both, context).map((signal) => signal.kind)).toEqual(['banque']);
  });
});

describe('a signal says', () => {
  it('which answer raised it, what it changes and until when', () => {
    const [signal] = signalsFrom(someAnswers({ left_over: 300 }), context);
    expect(signal).toMatchObject({
      kind: 'marge_nulle',
      causes: [
        { questionId: 'left_over', value: { bound: 'about', amountCents: 30_000 }, answeredOn: TODAY }
      ],
      effects: [{ code: 'no_payment_nudges' }, { code: 'zero_plan_only', floorCents: 72_000 }],
      raisedOn: TODAY,
      end: { kind: 'on', day: '2027-02-21' },
      staffMayKnow: true
    });
  });

  it('that contacts pause seven days when it is too much, thirty after a bereavement or for health', () => {
    const pauses = (said: Partial<Record<QuestionId, Short>>) =>
      signalsFrom(someAnswers(said), context)
        .flatMap((signal) => signal.effects)
        .flatMap((effect) => (effect.code === 'contacts_paused' ? [effect.untilOn] : []));
    expect(pauses({ feeling: 'too_much' })).toEqual(['2026-11-28']);
    expect(pauses({ recent_change: 'bereavement' })).toEqual(['2026-12-21']);
    expect(pauses({ recent_change: 'health' })).toEqual(['2026-12-21']);
    expect(pauses({ recent_change: 'move' })).toEqual([]);
  });

  it.each<[Short | null, boolean]>([
    ['yes', true],
    ['no', false],
    ['prefer_not', false],
    ['later', false],
    [null, false]
  ])('staff may know of distress only when she agrees (%j: %s)', (consent, known) => {
    const answers = someAnswers({ feeling: 'too_much', ...(consent !== null && { tell_referent: consent }) });
    expect(signalsFrom(answers, context)[0]?.staffMayKnow).toBe(known);
  });
});

describe('whatever is answered', () => {
  it('the order of writing changes no signal', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(signalsFrom(reordered(answers), context)).toEqual(signalsFrom(answers, context));
      })
    );
  });

  it('every cause is an answer she gave, and no signal outlives its answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const signal of signalsFrom(answers, context)) {
          expect(signal.causes.length).toBeGreaterThan(0);
          for (const cause of signal.causes)
            expect(answers.entries[cause.questionId]).toMatchObject({
              disposition: 'answered',
              value: cause.value
            });
          if (signal.end.kind === 'on') expect(signal.end.day >= TODAY).toBe(true);
        }
      })
    );
  });

  it('a signal is plain JSON', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const signals = signalsFrom(answers, context);
        expect(JSON.parse(JSON.stringify(signals))).toEqual(signals);
      })
    );
  });
});
