import { describe, expect, it } from 'vitest';
import { EMPTY_FIELDS, readProposal, type ProposalFields } from './proposal-fields';

const fields = (changes: Partial<ProposalFields>): ProposalFields => ({
  ...EMPTY_FIELDS,
  mode: 'instalments',
  amount: '35',
  rhythm: 'monthly',
  rest: '0',
  debtIds: ['a'],
  ...changes
});

describe('the empty form', () => {
  it('chooses nothing for her, and asks in the order of the page', () => {
    const said: Partial<ProposalFields>[] = [
      {},
      { mode: 'instalments' },
      { amount: '35' },
      { rhythm: 'monthly' },
      { rest: '0' }
    ];
    let typed = EMPTY_FIELDS;
    const asked = said.map((one) => {
      typed = { ...typed, ...one };
      const read = readProposal(typed);
      return read.ok ? 'read' : read.why.field;
    });
    expect(asked).toEqual(['mode', 'amount', 'rhythm', 'rest', 'read']);
  });
});

describe('the proposal form', () => {
  it.each<[string, Partial<ProposalFields>, object]>([
    [
      '35 € the 5th',
      {},
      { kind: 'instalments', instalmentCents: 3500, rhythm: { kind: 'monthly', dayOfMonth: 5 } }
    ],
    ['typed with words', { amount: 'à peu près 35,50 €' }, { instalmentCents: 3550 }],
    ['after two months of rest', { rest: '2' }, { kind: 'rest_then_instalments', restMonths: 2 }],
    ['on payday', { rhythm: 'payday', dayOfMonth: ' 31 ' }, { rhythm: { kind: 'payday', dayOfMonth: 31 } }],
    ['each Friday', { rhythm: 'weekly', dayOfMonth: '' }, { rhythm: { kind: 'weekly', weekday: 5 } }],
    [
      'a rest alone, whatever the amount',
      { mode: 'rest', rest: '3', amount: 'x' },
      { kind: 'rest', restMonths: 3 }
    ],
    ['a symbolic plan, whatever the rest', { mode: 'symbolic', rest: '' }, { kind: 'symbolic', months: 6 }],
    ['four months of rest: judged by the rule, with its numbers', { rest: '4' }, { restMonths: 4 }],
    ['less than nothing: judged as nothing', { amount: '-5' }, { instalmentCents: 0 }]
  ])('reads %s', (_case, changes, terms) => {
    expect(readProposal(fields(changes))).toMatchObject({ ok: true, value: { debtIds: ['a'], terms } });
  });

  it.each<[Partial<ProposalFields>, string, string]>([
    [{ mode: '' }, 'mode_not_chosen', 'mode'],
    [{ amount: '' }, 'amount_unreadable', 'amount'],
    [{ amount: 'douze' }, 'amount_unreadable', 'amount'],
    [{ rhythm: 'daily' }, 'rhythm_not_chosen', 'rhythm'],
    [{ dayOfMonth: '32' }, 'day_impossible', 'dayOfMonth'],
    [{ dayOfMonth: '1e1' }, 'day_impossible', 'dayOfMonth'],
    [{ rhythm: 'weekly', weekday: '8' }, 'day_impossible', 'weekday'],
    [{ rest: '' }, 'rest_not_chosen', 'rest'],
    [{ rest: '-1' }, 'rest_not_chosen', 'rest']
  ])('says which field to correct: %j', (changes, code, field) => {
    expect(readProposal(fields(changes))).toMatchObject({ ok: false, why: { code, field } });
  });
});
