import { describe, expect, it } from 'vitest';
import { openKeptForms, type OutboxSetting } from './kept-forms';
import type { ActionAnswer, KeptForm } from './outbox';
import type { OutboxStore } from './outbox-store';

const DAY = 86_400_000;

function aStore(start: readonly KeptForm[] = []): OutboxStore & { readonly forms: readonly KeptForm[] } {
  let forms = start;
  return {
    isDurable: true,
    list: async () => forms,
    replace: async (next) => void (forms = next),
    get forms() {
      return forms;
    }
  };
}

const entry = (id: string, over: Partial<KeptForm> = {}): KeptForm => ({
  id,
  owner: 'nadia',
  address: `/q/${id}`,
  subject: `/q/${id}`,
  fields: [],
  keptAt: 0,
  wasTried: false,
  ...over
});
const led: ActionAnswer = { type: 'redirect', location: '/next' };
const opened = (
  store: OutboxStore,
  answers: (number | null | ActionAnswer)[],
  over: Partial<OutboxSetting> = {}
) => {
  const sent: string[] = [];
  const setting: OutboxSetting = {
    owner: 'nadia',
    doors: ['/entrer'],
    store,
    now: () => 1,
    post: async ({ id }) => {
      sent.push(id);
      const answer = answers.shift() ?? null;
      if (answer === null) return { status: null, answer: null };
      return typeof answer === 'number' ? { status: answer, answer: null } : { status: 200, answer };
    },
    ...over
  };
  return { sent, forms: openKeptForms(setting) };
};

describe('the outbox of a phone', () => {
  it('sends in order and forgets what was taken', async () => {
    const store = aStore([entry('1'), entry('2')]);
    const { sent, forms } = opened(store, [led, led]);
    const report = await (await forms).send();
    expect(sent).toEqual(['1', '2']);
    expect(report).toMatchObject({ waiting: 0, expired: 0 });
    expect(store.forms).toEqual([]);
  });

  it('stops at the first one that does not get through, and keeps it and those after it', async () => {
    const store = aStore([entry('1'), entry('2'), entry('3')]);
    const { sent, forms } = opened(store, [led, null]);
    expect((await (await forms).send()).waiting).toBe(2);
    expect(sent).toEqual(['1', '2']);
    expect(store.forms.map(({ id, wasTried }) => [id, wasTried])).toEqual([
      ['2', true],
      ['3', false]
    ]);
  });

  it.each([
    [404, 'gone'],
    [{ type: 'failure', status: 409 }, 'elsewhere'],
    [{ type: 'failure', status: 400 }, 'refused']
  ] as const)('%j is told and does not hold up the others', async (answer, outcome) => {
    const store = aStore([entry('1'), entry('2')]);
    const { forms } = opened(store, [answer, led]);
    const report = await (await forms).send();
    expect(report.outcomes.map((one) => one.outcome)).toEqual([outcome, 'taken']);
    expect(store.forms).toEqual([]);
  });

  it.each([
    ['signed out', { type: 'redirect', location: '/entrer' }],
    ['the server is in trouble', 503]
  ] as const)('keeps everything while %s', async (_name, answer) => {
    const store = aStore([entry('1'), entry('2')]);
    const { forms } = opened(store, [answer]);
    expect((await (await forms).send()).waiting).toBe(2);
  });

  it('marks a form as tried before it leaves: a page that closes meanwhile cannot lose that', async () => {
    const store = aStore([entry('1')]);
    let atSending: boolean | undefined;
    const post = async () => {
      atSending = store.forms[0]?.wasTried;
      return { status: 200, answer: led };
    };
    await (await opened(store, [], { post }).forms).send();
    expect(atSending).toBe(true);
  });

  it('erases what is somebody else’s, without sending it', async () => {
    const store = aStore([entry('1', { owner: 'paul' })]);
    const { sent, forms } = opened(store, [led]);
    await (await forms).send();
    expect(sent).toEqual([]);
    expect(store.forms).toEqual([]);
  });

  it('erases what waited more than seven days, and says so once', async () => {
    const store = aStore([entry('1')]);
    const { sent, forms } = opened(store, [led], { now: () => 8 * DAY });
    const outbox = await forms;
    expect((await outbox.send()).expired).toBe(1);
    expect((await outbox.send()).expired).toBe(0);
    expect(sent).toEqual([]);
  });

  it('dates what it keeps, for its owner', async () => {
    const store = aStore();
    const { forms } = opened(store, [], { now: () => 5 });
    const { owner: _owner, keptAt: _keptAt, ...rest } = entry('1');
    expect(await (await forms).keep(rest)).toBe(1);
    expect(store.forms).toMatchObject([{ owner: 'nadia', keptAt: 5 }]);
  });
});
