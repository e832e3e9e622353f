import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { noAnswers, parseAnswer, QUESTION_IDS, rawFieldsFrom, type QuestionId } from '$lib/questionnaire';
import { anEntry, someAnswers, type Short } from '../testing/builders';
import AnswerFields from './AnswerFields.svelte';
import AnswerSummary from './AnswerSummary.svelte';
import Interruption from './Interruption.svelte';
import { answerLines, questionView, type QuestionPage } from './words';

const pageOf = (id: QuestionId, page: QuestionPage = {}) =>
  render(AnswerFields, { props: { view: questionView(id, page) } }).body;
const sent = (id: QuestionId, given: Record<string, string>) => {
  const fields = rawFieldsFrom(Object.entries(given));
  const read = parseAnswer(id, fields);
  if (read.ok) throw new Error('this is an answer');
  return { fields, why: read.why };
};
const inputs = (html: string) => html.match(/<(?:input|textarea)[^>]*>/g) ?? [];
const checked = (html: string) =>
  inputs(html)
    .filter((input) => / checked/.test(input))
    .map((input) => /value="([^"]*)"/.exec(input)?.[1]);

describe('a question page, before any script', () => {
  it.each(QUESTION_IDS)('%s has one h1, says why, and offers three ways of not answering', (id) => {
    const html = pageOf(id);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain(questionView(id).why);
    const skips = inputs(html).filter((input) => /value="(prefer_not|dont_know|later)"/.test(input));
    expect(skips).toHaveLength(3);
    expect(checked(html)).toEqual([]);
  });

  it.each(QUESTION_IDS)('%s has no id twice, and no style attribute', (id) => {
    const html = pageOf(id, { sent: sent(id, {}) });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toContain('style=');
  });

  it.each<[QuestionId, Short, readonly string[]]>([
    ['first_need', 'contest', ['contest']],
    ['first_need', 'later', ['later']],
    ['channel', ['message', 'helper'], ['message', 'helper']],
    ['left_over', 300, ['about']],
    ['times', { kind: 'times', slots: ['tue_evening'], neverAtWork: true }, ['tue_evening', 'yes']]
  ])('%s shows again what she chose before: %j', (id, short, codes) => {
    expect(checked(pageOf(id, { entry: anEntry(id, short) }))).toEqual(codes);
  });

  it('shows again what she typed, before what is kept, and without an error', () => {
    const page = { entry: anEntry('first_need', 'contest'), typed: { answer: ['aids'] } };
    expect(checked(pageOf('first_need', page))).toEqual(['aids']);
    expect(questionView('first_need', page).errors).toEqual([]);
  });

  it('tells a skip without pre-choosing it where it would stand beside an answer', () => {
    const html = pageOf('channel', { entry: anEntry('channel', 'later') });
    expect(checked(html)).toEqual([]);
    expect(html).toMatch(/Vous aviez choisi «.Plus tard.»/);
  });

  it('shows a stored household in words that the form reads back', () => {
    const entry = anEntry('household', {
      kind: 'household',
      adults: 2,
      childrenByBand: { '0-2': 1, '6-10': 1 }
    });
    const view = questionView('household', { entry });
    if (view.control.kind !== 'household') throw new Error('not a household');
    expect(view.control.childAges.value).toBe('0 à 2 ans, 6 à 10 ans');
    const { adults, childAges } = view.control;
    const again = parseAnswer(
      'household',
      rawFieldsFrom([
        ['adults', adults.value],
        ['childAges', childAges.value]
      ])
    );
    expect(again).toMatchObject({
      ok: true,
      value: entry.disposition === 'answered' ? { value: entry.value } : {}
    });
  });

  it('keeps what was typed and says beside it how to fix it', () => {
    const html = pageOf('left_over', { sent: sent('left_over', { answer: 'about', amount: 'douze' }) });
    expect(html).toContain('value="douze"');
    expect(checked(html)).toEqual(['about']);
    expect(html).toMatch(/<input[^>]*id="q-amount"[^>]*aria-invalid="true"/);
    expect(html).toContain('nous avons besoin d’un nombre, par exemple 150.');
  });

  it('the error names a field that is on the page', () => {
    const cases: [QuestionId, Record<string, string>][] = [
      ['feeling', {}],
      ['channel', { answer: 'message', skip: 'later' }],
      ['left_over', { answer: 'later', amount: '30' }],
      ['left_over', { answer: 'about' }],
      ['household', { adults: '0' }],
      ['household', { adults: '1', childAges: 'Inès' }],
      ['times', {}],
      ['anything_else', {}]
    ];
    for (const [id, given] of cases) {
      const view = questionView(id, { sent: sent(id, given) });
      expect(pageOf(id, { sent: sent(id, given) })).toContain(`id="${view.errors[0]?.fieldId}"`);
    }
  });

  it('two bad boxes are both said, each beside its box', () => {
    const page = { sent: sent('household', { adults: '0', childAges: 'Inès' }) };
    expect(questionView('household', page).errors.map(({ field }) => field)).toEqual(['adults', 'childAges']);
    const html = pageOf('household', page);
    expect(html).toMatch(/<input[^>]*id="q-adults"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/<input[^>]*id="q-childAges"[^>]*aria-invalid="true"/);
  });

  it('writes text as text', () => {
    const html = pageOf('anything_else', {
      entry: anEntry('anything_else', '</textarea><script>x</script>')
    });
    expect(html).not.toContain('<script>');
  });

  it('says who sees it, by name when there is one', () => {
    expect(questionView('recent_change', { referentName: 'Leïla' }).seenBy).toContain('Leïla verra');
    expect(questionView('recent_change').seenBy).toContain('La personne qui vous suit verra');
    expect(questionView('feeling', { referentName: 'Leïla' }).seenBy).not.toContain('Leïla');
  });
});

describe('pages around the questions', () => {
  it('before the question on control: that the quick exit does not erase the history', () => {
    const { body } = render(Interruption, { props: { kind: 'quick_exit' } });
    expect(body).toContain('Cela n’efface pas l’historique de ce téléphone.');
  });

  it('when it is too much: numbers to press, and that nothing is expected', () => {
    const { body } = render(Interruption, { props: { kind: 'care' } });
    expect(body).toContain('href="tel:3114"');
    expect(body).toContain('Nous ne vous relançons pas pendant 7 jours.');
  });

  it('her answers: in order, with a link each, and blanks said to be possible', () => {
    const lines = answerLines(someAnswers({ first_need: 'contest', feeling: 'later' }), '/questionnaire');
    expect(lines.map((line) => [line.answer[0], line.isAnswered]).slice(0, 2)).toEqual([
      ['Je conteste', true],
      ['Non répondu, c’est possible', false]
    ]);
    const { body } = render(AnswerSummary, {
      props: { lines, links: { edit: 'Modifier', answer: 'Répondre' } }
    });
    expect(body).toContain('href="/questionnaire/vous-et-nous/besoin"');
    expect(render(AnswerSummary, { props: { lines } }).body).not.toContain('href');
  });

  it('not wishing to answer is a choice that may be changed, never a question still to answer', () => {
    const lines = answerLines(someAnswers({ first_need: 'prefer_not', feeling: 'later' }), '/q');
    const isOpen = (id: string) => lines.find((line) => line.id === id)?.isOpen;
    expect([isOpen('first_need'), isOpen('channel'), isOpen('feeling')]).toEqual([false, true, true]);
    const { body } = render(AnswerSummary, {
      props: { lines: lines.slice(0, 1), links: { edit: 'Modifier', answer: 'Répondre' } }
    });
    expect(body).toContain('Modifier');
    expect(body).not.toContain('Répondre');
  });

  it('her answers beside a helper do not show the question about control', () => {
    const ids = (helperPresent: boolean) =>
      answerLines(noAnswers(), '', { helperPresent }).map((line) => line.id);
    expect(ids(false)).toContain('money_control');
    expect(ids(true)).not.toContain('money_control');
  });
});
