import * as argon2 from '@node-rs/argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { localDate, type CaseId } from '$lib/kernel';
import { createLetterCode, createLink, readPending, readSession } from '../../src/lib/server/access';
import { systemActor } from '$lib/access';
import { enter } from '../../src/lib/server/db';
import {
  askForCode,
  askForLetter,
  askToConfirmChannel,
  confirmChannel,
  confirmPerson,
  giveLetterCode,
  giveOneTimeCode,
  lookAtLink,
  openLink
} from '../../src/lib/server/entry';
import { vault } from '../../src/lib/server/platform/runtime';
import { aCase, type TestCase } from '../support/people';
import { testProduct } from '../support/product';

vi.mock('@node-rs/argon2', { spy: true });
vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn(() => Promise.resolve()) }));

const product = testProduct();
let her: TestCase;
let address: string;
let count = 0;

beforeEach(async () => {
  her = await aCase(product());
  address = `192.0.2.${++count}`;
});

const seed = <T>(work: (tx: Parameters<Parameters<typeof enter>[2]>[0]) => Promise<T>) =>
  enter(systemActor('seed'), { permission: 'system.seed' }, work);
const aLink = (caseId: CaseId) => seed((tx) => createLink(tx, caseId, product().clock.now()));
const aLetterCode = (caseId: CaseId) => seed((tx) => createLetterCode(tx, caseId, product().clock.now()));
const confirm = (pending: string, change: Partial<Parameters<typeof confirmPerson>[0]> = {}) =>
  confirmPerson({
    pending,
    birthDate: localDate(her.birthDate),
    postcode: her.postcode,
    address,
    userAgent: null,
    ...change
  });
const secretOf = (
  result: Awaited<ReturnType<typeof openLink | typeof giveLetterCode | typeof askForCode>>
) => {
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};
/** The words of the newest letter, e-mail or SMS of a case, as the person reads them. */
async function lastPost(caseId: CaseId): Promise<{ channel: string; recipient: string; body: string }> {
  const [row] = await product()
    .sql`select * from deliveries where case_id = ${caseId} order by id desc limit 1`;
  return {
    channel: row!.channel as string,
    recipient: vault().open(row!.recipient_sealed as string, `deliveries.recipient:${caseId}`),
    body: vault().open(row!.body_sealed as string, `deliveries.body:${caseId}`)
  };
}
/** So many people at the door, twenty of them at the same moment. */
async function twentyAtATime<T>(count: number, one: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  while (results.length < count) {
    const from = results.length;
    results.push(...(await Promise.all(Array.from({ length: 20 }, (_, index) => one(from + index)))));
  }
  return results;
}

const codeIn = (body: string) => /(\d{3}) (\d{3})/.exec(body)!.slice(1).join('');

describe('a link', () => {
  it('is kept only as a hash', async () => {
    const link = await aLink(her.caseId);
    const rows = await product().sql`select * from access_links where case_id = ${her.caseId}`;
    expect(JSON.stringify(rows)).not.toContain(link);
    expect(Buffer.from(link, 'base64url')).toHaveLength(16);
  });

  it('may be looked at as often as one likes, and that changes nothing', async () => {
    const link = await aLink(her.caseId);
    const state = async () =>
      JSON.stringify([
        await product().sql`select * from access_links where case_id = ${her.caseId}`,
        await product().sql`select count(*) from pending_sign_ins`,
        await product().sql`select count(*) from sessions`,
        await product().sql`select count(*) from audit_events where case_id = ${her.caseId}`
      ]);
    const before = await state();
    for (let index = 0; index < 3; index++) {
      expect(await lookAtLink(link)).toEqual({ reference: her.reference });
    }
    expect(await state()).toBe(before);
  });

  it('is exchanged once, also when fifty scanners press at the same time', async () => {
    const link = await aLink(her.caseId);
    const results = await Promise.all(Array.from({ length: 50 }, () => openLink(link)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openLink(link)).toEqual({ ok: false, why: { code: 'link_over' } });
    expect(await lookAtLink(link)).toBeNull();
  });

  it('lives 72 hours, not a millisecond more', async () => {
    const [young, old] = [await aLink(her.caseId), await aLink(her.caseId)];
    product().clock.pass({ hours: 72, ms: -1 });
    expect((await openLink(young)).ok).toBe(true);
    product().clock.pass({ ms: 1 });
    expect((await openLink(old)).ok).toBe(false);
  });

  it.each(['', 'nothing', 'a'.repeat(3000), "' or true --"])('%j opens nothing', async (secret) => {
    expect((await openLink(secret)).ok).toBe(false);
  });

  it('opens her session together with her birth date and postcode', async () => {
    const entered = await confirm(secretOf(await openLink(await aLink(her.caseId))));
    if (!entered.ok) throw new Error(entered.why.code);
    expect((await readSession(entered.value.session.secret))?.actor).toEqual(her.actor);
    expect(entered.value.hasNoChannel).toBe(true);
    const [row] = await product().sql`select identity, last_seen_at from case_files where id = ${her.caseId}`;
    expect(row).toEqual({ identity: 'confirmed', last_seen_at: product().clock.now() });
    const lines = await product().sql`select detail from audit_events
      where case_id = ${her.caseId} and action = 'case.entered'`;
    expect(lines).toEqual([{ detail: { by: 'link' } }]);
  });
});

describe('what she knows', () => {
  it('opens nothing by itself', async () => {
    expect(await confirm('no secret was given')).toEqual({ ok: false, why: { code: 'sign_in_over' } });
    expect(await confirm('')).toMatchObject({ ok: false });
  });

  it('must fit both ways, and the answer never says which did not', async () => {
    const pending = secretOf(await openLink(await aLink(her.caseId)));
    const wrong = { ok: false, why: { code: 'not_matching' } };
    expect(await confirm(pending, { birthDate: localDate('1990-05-03') })).toEqual(wrong);
    expect(await confirm(pending, { postcode: '35001' })).toEqual(wrong);
    expect((await confirm(pending)).ok).toBe(true);
  });

  it('of somebody else does not open her case', async () => {
    const other = await aCase(product(), { birthDate: '1971-01-01', postcode: '13001' });
    const pending = secretOf(await openLink(await aLink(her.caseId)));
    expect(
      (await confirm(pending, { birthDate: localDate(other.birthDate), postcode: other.postcode })).ok
    ).toBe(false);
  });

  it('may be mistyped four times; after five a calm wait, and her place is kept until it is over', async () => {
    const pending = secretOf(await openLink(await aLink(her.caseId)));
    for (let index = 0; index < 5; index++) {
      expect(await confirm(pending, { postcode: '75001' })).toMatchObject({ why: { code: 'not_matching' } });
    }
    const waiting = await confirm(pending);
    if (waiting.ok || waiting.why.code !== 'calm_wait') throw new Error('no wait');
    expect(waiting.why.until.getTime()).toBeGreaterThan(product().clock.now().getTime());
    product().clock.set(waiting.why.until);
    expect((await confirm(pending)).ok).toBe(true);
  });

  it('counts wrong tries for the case, not for the cookie', async () => {
    const [first, second] = [
      secretOf(await openLink(await aLink(her.caseId))),
      secretOf(await openLink(await aLink(her.caseId)))
    ];
    for (let index = 0; index < 3; index++) await confirm(first, { postcode: '75001' });
    for (let index = 0; index < 2; index++)
      await confirm(second, { postcode: '75001', address: '198.51.100.1' });
    expect(await confirm(second, { address: '198.51.100.2' })).toMatchObject({ why: { code: 'calm_wait' } });
  });

  it('is asked for 30 minutes after the link or the code, then one starts again', async () => {
    const pending = secretOf(await openLink(await aLink(her.caseId)));
    product().clock.pass({ minutes: 30 });
    expect(await confirm(pending)).toMatchObject({ why: { code: 'sign_in_over' } });
  });

  it('opens one session, also when pressed twenty times at once', async () => {
    const pending = secretOf(await openLink(await aLink(her.caseId)));
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => confirm(pending, { address: `198.51.100.${index}` }))
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await product().sql`select from sessions where actor_id = ${her.caseId}`).toHaveLength(1);
  });
});

describe('the code of a letter', () => {
  const give = (code: string, change: Partial<Parameters<typeof giveLetterCode>[0]> = {}) =>
    giveLetterCode({ reference: her.reference, code, address, ...change });

  it('opens with its reference, and is used up only once she is in', async () => {
    const code = await aLetterCode(her.caseId);
    const first = secretOf(await give(code));
    const second = secretOf(await give(code));
    expect((await confirm(first)).ok).toBe(true);
    expect(await confirm(second)).toMatchObject({ ok: false });
    expect(await give(code)).toMatchObject({ why: { code: 'not_recognised' } });
  });

  it('is kept with argon2id only', async () => {
    const code = await aLetterCode(her.caseId);
    const [row] = await product().sql`select * from letter_codes where case_id = ${her.caseId}`;
    expect(row!.code_hash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('of one case opens no other', async () => {
    const other = await aCase(product());
    expect((await give(await aLetterCode(other.caseId))).ok).toBe(false);
  });

  it('still opens when a second letter is on its way, not when a third is', async () => {
    const first = await aLetterCode(her.caseId);
    product().clock.pass({ days: 1 });
    await aLetterCode(her.caseId);
    expect((await give(first)).ok).toBe(true);
    product().clock.pass({ days: 1 });
    await aLetterCode(her.caseId);
    expect((await give(first)).ok).toBe(false);
  });

  it('lives 90 days', async () => {
    const code = await aLetterCode(her.caseId);
    product().clock.pass({ days: 90, ms: -1 });
    expect((await give(code)).ok).toBe(true);
    product().clock.pass({ ms: 1 });
    expect((await give(code)).ok).toBe(false);
  });

  it('gives the same answer, after as many slow verifications, whether the reference exists', async () => {
    await aLetterCode(her.caseId);
    const noCodes = await aCase(product());
    const attempt = async (reference: string) => {
      vi.mocked(argon2.verify).mockClear();
      const result = await give('K7M4XRP92T', { reference, address: '198.51.100.9' });
      return { result, verifications: vi.mocked(argon2.verify).mock.calls.length };
    };
    const known = await attempt(her.reference);
    expect(known).toEqual({ result: { ok: false, why: { code: 'not_recognised' } }, verifications: 2 });
    expect(await attempt('OX26-999999')).toEqual(known);
    expect(await attempt(noCodes.reference)).toEqual(known);
  });

  it('waits after five wrong tries, in the same way for a reference that does not exist', async () => {
    const wrong = async (reference: string) => {
      const results = [];
      for (let index = 0; index < 6; index++) results.push(await give('K7M4XRP92T', { reference }));
      return results;
    };
    const known = await wrong(her.reference);
    expect(known.map((result) => !result.ok && result.why.code)).toEqual([
      ...Array.from({ length: 5 }, () => 'not_recognised'),
      'calm_wait'
    ]);
    expect(await wrong('OX26-999998')).toEqual(known);
  });

  it('lets no more than five of fifty parallel tries through', async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => give('K7M4XRP92T', { address: `203.0.113.${index}` }))
    );
    expect(results.filter((result) => !result.ok && result.why.code === 'not_recognised')).toHaveLength(5);
  });

  it('lets 200 people behind one address in, each with a few mistakes', { timeout: 120_000 }, async () => {
    const comesIn = async (index: number) => {
      const one = await aCase(product());
      const code = await aLetterCode(one.caseId);
      const given = { reference: one.reference, code, address: '203.0.113.250' };
      if (index % 4 === 0) await giveLetterCode({ ...given, code: 'K7M4XRP92T' });
      const pending = secretOf(await giveLetterCode(given));
      const known = { birthDate: localDate(one.birthDate), postcode: one.postcode };
      const entered = await confirm(pending, { ...known, address: '203.0.113.250' });
      expect(entered.ok, `person ${index + 1}`).toBe(true);
    };
    await twentyAtATime(200, comesIn);
  });

  it('stops an address that only guesses, whatever the references', async () => {
    const guess = (index: number) =>
      give('K7M4XRP92T', {
        reference: `OX25-${String(index).padStart(6, '0')}`,
        address: '203.0.113.251'
      });
    const answers = await twentyAtATime(120, guess);
    for (const answer of answers) expect(answer).toMatchObject({ why: { code: 'not_recognised' } });
    expect(await guess(120)).toMatchObject({ why: { code: 'calm_wait' } });
  });
});

describe('a one-time code', () => {
  const ask = (reference = her.reference) => askForCode({ reference, address });
  const give = (pending: string, code: string) => giveOneTimeCode({ pending, code, address });

  beforeEach(async () => {
    her = await aCase(product(), { emailConfirmed: true });
  });

  it('goes to the e-mail she confirmed and opens the way to the two known things', async () => {
    const pending = secretOf(await ask());
    const post = await lastPost(her.caseId);
    expect(post).toMatchObject({ channel: 'email', recipient: 'nadia.morel@exemple.fr' });
    expect(await confirm(pending)).toMatchObject({ why: { code: 'sign_in_over' } });
    const next = await give(pending, codeIn(post.body));
    if (!next.ok) throw new Error(next.why.code);
    expect(next.value).not.toBe(pending);
    expect(await readPending(pending)).toBeNull();
    expect((await confirm(next.value)).ok).toBe(true);
  });

  it('never goes to an address or number she did not confirm', async () => {
    her = await aCase(product());
    secretOf(await ask());
    expect(await product().sql`select from deliveries where case_id = ${her.caseId}`).toHaveLength(0);
  });

  it('says nothing of her and carries no creditor and no amount', async () => {
    await ask();
    const { body } = await lastPost(her.caseId);
    for (const word of ['Morel', 'Nadia', 'Mobilis', '626', her.reference]) expect(body).not.toContain(word);
  });

  it('opens once', async () => {
    const pending = secretOf(await ask());
    const code = codeIn((await lastPost(her.caseId)).body);
    expect((await give(pending, code)).ok).toBe(true);
    expect((await give(pending, code)).ok).toBe(false);
  });

  it('is void after five wrong tries, and a calm wait begins that another code does not end', async () => {
    const first = secretOf(await ask());
    const code = codeIn((await lastPost(her.caseId)).body);
    const other = code === '111111' ? '222222' : '111111';
    for (let index = 0; index < 5; index++) {
      expect(await give(first, other)).toMatchObject({ why: { code: 'not_recognised' } });
    }
    const wait = await give(first, code);
    expect(wait).toMatchObject({ why: { code: 'calm_wait' } });
    const again = secretOf(await ask());
    const fresh = codeIn((await lastPost(her.caseId)).body);
    expect(await give(again, fresh)).toEqual(wait);

    product().clock.pass({ minutes: 66 });
    const later = secretOf(await ask());
    expect((await give(later, codeIn((await lastPost(her.caseId)).body))).ok).toBe(true);
  });

  it.each([
    ['after ten minutes', async () => void product().clock.pass({ minutes: 10 })],
    ['when another one was sent', async () => void (await ask())]
  ])('is void %s', async (_, happen) => {
    const pending = secretOf(await ask());
    const code = codeIn((await lastPost(her.caseId)).body);
    await happen();
    expect(await give(pending, code)).toMatchObject({ why: { code: 'not_recognised' } });
  });

  it('answers alike for a reference that does not exist: a way in that no code will ever fit', async () => {
    vi.mocked(argon2.hash).mockClear();
    const real = await ask();
    const hashes = vi.mocked(argon2.hash).mock.calls.length;
    vi.mocked(argon2.hash).mockClear();
    const decoy = await ask('OX26-999997');
    expect(vi.mocked(argon2.hash).mock.calls.length).toBe(hashes);
    expect(decoy.ok).toBe(real.ok);
    const secrets = [secretOf(real), secretOf(decoy)];
    expect(secrets[0]).toHaveLength(secrets[1]!.length);
    const answers = await Promise.all(secrets.map(async (pending) => give(pending, '000000')));
    expect(answers[1]).toEqual(answers[0]);
  });

  it('is sent three times an hour at most, also to nobody', async () => {
    for (const reference of [her.reference, 'OX26-999996']) {
      for (let index = 0; index < 3; index++) expect((await ask(reference)).ok).toBe(true);
      expect(await ask(reference)).toMatchObject({ why: { code: 'calm_wait' } });
    }
  });
});

describe('a new letter', () => {
  const ask = (reference = her.reference) =>
    askForLetter({ reference, address, origin: 'https://oxygene.example' });

  it('goes to the address on file with a reference, a code that opens, and the first letter recalled', async () => {
    expect(await ask()).toEqual({ ok: true, value: true });
    const post = await lastPost(her.caseId);
    expect(post.channel).toBe('letter');
    expect(post.recipient).toBe('Nadia Morel\n3 rue des Lilas\n35000 Rennes');
    expect(post.body).toContain(her.reference);
    expect(post.body).toContain(`L-${her.reference}`);
    expect(post.body).not.toMatch(/Mobilis|626/);
    const code = /code : (\w{5}) (\w{5})/.exec(post.body.replaceAll('\u00a0', ' '))!.slice(1).join('');
    expect((await giveLetterCode({ reference: her.reference, code, address })).ok).toBe(true);
  });

  it('is sent once a week, and the answer is the same to nobody', async () => {
    expect(await ask('OX26-999995')).toEqual({ ok: true, value: true });
    await ask();
    expect(await ask()).toMatchObject({ why: { code: 'calm_wait' } });
    expect(await ask('OX26-999995')).toMatchObject({ why: { code: 'calm_wait' } });
    expect(await product().sql`select from deliveries where case_id = ${her.caseId}`).toHaveLength(1);
  });
});

describe('confirming an e-mail or a number', () => {
  it('keeps what she typed only once the code came back', async () => {
    const recipient = 'nadia@ailleurs.example';
    expect((await askToConfirmChannel(her.actor, { channel: 'email', recipient })).ok).toBe(true);
    const post = await lastPost(her.caseId);
    expect(post.recipient).toBe(recipient);
    const state = async () =>
      (await product().sql`select email, email_confirmed_at from debtors where case_id = ${her.caseId}`)[0];
    expect(await state()).toEqual({ email: 'nadia.morel@exemple.fr', email_confirmed_at: null });
    expect((await confirmChannel(her.actor, '000000')).ok).toBe(codeIn(post.body) === '000000');
    expect(await confirmChannel(her.actor, codeIn(post.body))).toEqual({ ok: true, value: 'email' });
    expect(await state()).toEqual({ email: recipient, email_confirmed_at: product().clock.now() });
  });

  it('takes five tries, then a calm wait begins', async () => {
    await askToConfirmChannel(her.actor, { channel: 'sms', recipient: '+33698765432' });
    const code = codeIn((await lastPost(her.caseId)).body);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let index = 0; index < 5; index++) await confirmChannel(her.actor, wrong);
    expect(await confirmChannel(her.actor, code)).toMatchObject({ why: { code: 'calm_wait' } });
  });

  it('of one person does nothing for another', async () => {
    const other = await aCase(product());
    await askToConfirmChannel(her.actor, { channel: 'email', recipient: 'nadia@ailleurs.example' });
    const code = codeIn((await lastPost(her.caseId)).body);
    expect((await confirmChannel(other.actor, code)).ok).toBe(false);
  });
});
