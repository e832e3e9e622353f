import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSettled, KEPT_DAYS, outcomeOf, sortForms, withForm, type KeptForm } from './outbox';

const DAY = 86_400_000;
const form = (over: Partial<KeptForm> = {}): KeptForm => ({
  id: 'c1',
  owner: 'nadia',
  address: '/q/1',
  subject: '/q/1',
  fields: [['answer', 'a']],
  keptAt: 0,
  wasTried: false,
  ...over
});

describe('keeping a form', () => {
  it('keeps the order in which they were filled in', () => {
    const queue = [form(), form({ id: 'c2', subject: '/q/2' })].reduce(withForm, [] as readonly KeptForm[]);
    expect(queue.map((one) => one.id)).toEqual(['c1', 'c2']);
  });

  it('a second thought takes the place of the first, where it stood', () => {
    const queue = [form(), form({ id: 'c2', subject: '/q/2' }), form({ id: 'c3' })].reduce(
      withForm,
      [] as readonly KeptForm[]
    );
    expect(queue.map((one) => one.id)).toEqual(['c3', 'c2']);
  });

  it('what may have arrived already is sent again as it was, and the second thought after it', () => {
    const queue = withForm([form({ wasTried: true })], form({ id: 'c2' }));
    expect(queue.map((one) => one.id)).toEqual(['c1', 'c2']);
  });

  it('the same command kept twice is one form', () =>
    expect(withForm([form({ wasTried: true })], form({ wasTried: true }))).toHaveLength(1));

  it('forms about nothing in particular never replace each other: each message is sent', () => {
    const queue = withForm([form({ subject: null })], form({ id: 'c2', subject: null }));
    expect(queue).toHaveLength(2);
  });

  it('never takes the place of somebody else’s', () =>
    expect(withForm([form({ owner: 'paul' })], form({ id: 'c2' }))).toHaveLength(2));

  it('whatever is filled in, the newest form about each thing is there, and nothing twice', () => {
    const forms = fc.array(
      fc.record({ subject: fc.constantFrom('a', 'b', 'c'), wasTried: fc.boolean() }).map((one) => one),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(forms, (given) => {
        const all = given.map((one, index) => form({ ...one, id: `c${index}` }));
        const queue = all.reduce(withForm, [] as readonly KeptForm[]);
        expect(new Set(queue.map((one) => one.id)).size).toBe(queue.length);
        for (const subject of ['a', 'b', 'c']) {
          const last = (list: readonly KeptForm[]) =>
            list.filter((one) => one.subject === subject).at(-1)?.id;
          expect(last(queue)).toBe(last(all));
        }
        for (const one of all) if (one.wasTried) expect(queue).toContain(one);
      })
    );
  });
});

describe('what a phone holds', () => {
  it.each([
    ['on the seventh day', KEPT_DAYS * DAY, 'kept'],
    ['a moment after seven days', KEPT_DAYS * DAY + 1, 'expired']
  ])('%s', (_name, now, where) => {
    expect(sortForms([form()], 'nadia', now)[where as 'kept']).toHaveLength(1);
  });

  it('somebody else’s is never hers to send', () => {
    const { kept, foreign } = sortForms([form({ owner: 'paul' }), form()], 'nadia', 1);
    expect(kept.map((one) => one.owner)).toEqual(['nadia']);
    expect(foreign.map((one) => one.owner)).toEqual(['paul']);
  });
});

describe('what an answer means', () => {
  const doors = ['/entrer'];
  it.each([
    ['no answer', null, null, 'no_network'],
    ['led on', 200, { type: 'redirect', status: 303, location: '/q/2' }, 'taken'],
    ['taken', 200, { type: 'success', status: 200 }, 'taken'],
    ['sent to the door', 200, { type: 'redirect', status: 303, location: '/entrer' }, 'signed_out'],
    ['not hers', 403, null, 'signed_out'],
    ['not there any more', 200, { type: 'failure', status: 404 }, 'gone'],
    ['a page that does not exist', 404, { type: 'error', status: 404 }, 'gone'],
    ['answered elsewhere', 200, { type: 'failure', status: 409 }, 'elsewhere'],
    ['not readable', 200, { type: 'failure', status: 400 }, 'refused'],
    ['too heavy', 413, null, 'refused'],
    ['too many at once', 429, null, 'later'],
    ['the database is away', 503, null, 'later'],
    ['a page of a hotel network', 200, null, 'later']
  ] as const)('%s', (_name, status, answer, outcome) =>
    expect(outcomeOf(status, answer, doors)).toBe(outcome)
  );

  it('only what is settled is forgotten', () => {
    expect((['taken', 'gone', 'elsewhere', 'refused'] as const).every(isSettled)).toBe(true);
    expect((['later', 'signed_out', 'no_network'] as const).some(isSettled)).toBe(false);
  });
});
