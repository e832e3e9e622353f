import { describe, expect, it } from 'vitest';
import { NATIONAL_RIGHTS } from '$lib/aids/generated/rights';
import type { Condition } from '$lib/aids';
import { LOCAL_AIDS } from '$lib/server/aids/generated/law-watch';
import { conditionSent, rowsSent, textsOfRows, withRowsEdited } from './condition-form';
import { conditionOfRows, rowsOf, type ConditionRows } from './condition-rows';

const sent = (condition: Condition | undefined) => textsOfRows(rowsOf(condition) as ConditionRows);

describe('a condition in rows', () => {
  it('is the same once the form nobody changed is sent, for every flat one of the catalogue', () => {
    const all = [...NATIONAL_RIGHTS, ...LOCAL_AIDS.rights];
    const flat = all.filter(({ when }) => rowsOf(when) !== null);
    for (const { when } of flat) expect(conditionSent(sent(when))).toEqual({ ok: true, when });
    // the others are nested: the catalogue writes them
    expect(flat.length / all.length).toBeGreaterThan(0.8);
  });

  it('has no rows where one condition holds others', () => {
    expect(rowsOf({ all: [{ any: [{ couple: true }, { inDebt: true }] }, { words: true }] })).toBeNull();
    expect(rowsOf({ not: { any: [{ couple: true }, { inDebt: true }] } })).toBeNull();
  });

  it('is everyone without a row, and itself with one', () => {
    expect(conditionOfRows({ join: 'any', rows: [] })).toBeUndefined();
    expect(conditionSent(sent({ not: { couple: true } }))).toEqual({
      ok: true,
      when: { not: { couple: true } }
    });
  });

  it('gains a row of the kind chosen, loses the one pressed, and keeps all else as it was typed', () => {
    const start = { ...sent({ any: [{ children: 2 }, { adultAge: [18, 25] }] }), name: 'Une aide', when: '' };
    const more = withRowsEdited({ ...start, edit: 'add', add_kind: 'arrears' });
    expect(rowsSent(more).rows.map(({ kind }) => kind)).toEqual(['children', 'adultAge', 'arrears']);
    expect(more).toMatchObject({ name: 'Une aide', join: 'any', 'row.1.most': '25' });
    const less = withRowsEdited({ ...more, edit: 'remove:0' });
    expect(rowsSent(less).rows.map(({ kind }) => kind)).toEqual(['adultAge', 'arrears']);
    expect(rowsSent(withRowsEdited({ ...less, edit: 'add', add_kind: 'nothing' })).rows).toHaveLength(2);
  });
});

describe('what is to be put right', () => {
  const faults = (texts: Record<string, string | string[]>) => {
    const read = conditionSent(texts);
    return read.ok ? [] : read.faults.map(({ field }) => field);
  };

  it.each<[string, Record<string, string | string[]>, string[]]>([
    ['no age', { 'row.0.kind': 'adultAge' }, ['row.0.least']],
    [
      'ages upside down',
      { 'row.0.kind': 'childAge', 'row.0.least': '9', 'row.0.most': '3' },
      ['row.0.least']
    ],
    ['one age', { 'row.0.kind': 'childAge', 'row.0.most': '3' }, []],
    ['words for a number', { 'row.3.kind': 'children', 'row.3.value': 'deux' }, ['row.0.value']],
    ['a rate above the whole', { 'row.0.kind': 'disability', 'row.0.value': '150' }, ['row.0.value']],
    ['a sum of nothing', { 'row.0.kind': 'quotientCaf', 'row.0.value': '0' }, ['row.0.value']],
    ['a sum as French writes it', { 'row.0.kind': 'quotientCaf', 'row.0.value': '1 026,50 €' }, []],
    ['no ceiling', { 'row.0.kind': 'monthlyIncome', 'row.0.more': '200' }, ['row.0.size1']],
    ['nothing ticked', { 'row.0.kind': 'housing' }, ['row.0.codes']],
    ['one thing ticked', { 'row.0.kind': 'housing', 'row.0.codes': 'hlm' }, []],
    ['no question', { 'row.0.kind': 'situation', 'row.0.value': '' }, ['row.0.value']],
    ['rows and a text', { 'row.0.kind': 'couple', when: '{"inDebt":true}' }, ['when']],
    ['a text that is none', { when: 'tout le monde' }, ['when']],
    ['a text', { when: '{"inDebt":true}' }, []]
  ])('%s', (_name, texts, expected) => expect(faults(texts)).toEqual(expected));
});
