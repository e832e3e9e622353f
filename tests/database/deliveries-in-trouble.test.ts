import { beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import type { CaseId, Id } from '../../src/lib/kernel';
import type { Purpose } from '../../src/lib/contact-policy';
import { closeCase, listKeptPost } from '../../src/lib/server/backoffice';
import {
  askForPause,
  deliver,
  deliverDue,
  listRegister,
  sendContact,
  setPreferences
} from '../../src/lib/server/contact-policy';
import { enter, useDatabase } from '../../src/lib/server/db';
import { replyToPerson } from '../../src/lib/server/messaging';
import type { MailOutcome } from '../../src/lib/server/platform/mailer';
import { aCase, TUESDAY, type TestCase } from '../support/cases';
import { testDatabase } from '../support/database';
import { failingHouse } from '../support/failing-house';
import { madeUpMail } from '../support/mail-server';

const db = testDatabase();
const DOOR = systemActor('deliver');
const AWAY: MailOutcome = { kind: 'unreachable', reason: 'ECONNREFUSED' };
const SENT: MailOutcome = { kind: 'sent' };
const [MINUTE, HOUR] = [60_000, 3_600_000];
const WORDS = 'Oxygène. Courrier L-0 du 1er septembre 2026. Ne plus recevoir : STOP';

const house = failingHouse(db, 3);
beforeEach(async () => {
  house.clock.set(TUESDAY);
  // each test looks at its own post only
  await db().superuserSql`delete from deliveries`;
});

let people = 0;
const followed = () =>
  aCase(db(), house.team.teamId, {
    referentId: house.team.referent.staffId,
    track: 'oxygene',
    email: `personne${(people += 1)}@exemple.fr`
  });
const later = (ms: number) => house.clock.set(new Date(house.clock.now().getTime() + ms));
const send = ({ caseId }: TestCase, purpose: Purpose = 'follow_up', body = WORDS) =>
  enter(DOOR, { permission: 'system.deliver', caseId }, (tx) =>
    sendContact(tx, DOOR, { caseId, channel: 'email', purpose, subject: 'Bonjour', body }, house.clock.now())
  );
async function postOf({ caseId }: { readonly caseId: CaseId }) {
  const [row] = await db().superuserSql<
    { id: Id<'delivery'>; state: string; failure: string | null; send_from: Date }[]
  >`select id, state::text, failure, send_from from deliveries where case_id = ${caseId}`;
  return row!;
}
/** What both sides read of what went out by e-mail. */
async function linesOf({ debtor, caseId }: TestCase) {
  const { lines } = await listRegister(debtor, caseId);
  return lines
    .filter(({ channel }) => channel === 'email')
    .map(({ state, ruleCode }) => ({ state, ruleCode }));
}
const journalOf = async ({ caseId }: TestCase) =>
  db().superuserSql`
    select detail ->> 'reason' as reason from audit_events where case_id = ${caseId} and action = 'contact.failed'`;
const breakPost = ({ caseId }: TestCase) =>
  db().superuserSql`
    update deliveries set body_sealed = 'gone.AAAA', recipient_sealed = 'gone.AAAA' where case_id = ${caseId}`;

describe('post that breaks each time it is touched', () => {
  it('does not stand before the others for ever, however much of it there is', async () => {
    const broken = await followed();
    await send(broken);
    await breakPost(broken);
    // more than is taken at one time, all due before anything else
    await db().superuserSql`
      insert into deliveries (case_id, id, contact_id, channel, recipient_sealed, subject, body_sealed, state, send_from, created_at)
      select case_id, gen_random_uuid(), contact_id, channel, recipient_sealed, subject, body_sealed, state,
        send_from - interval '1 hour', created_at
      from deliveries, generate_series(1, 100) where case_id = ${broken.caseId}`;
    const other = await followed();
    await send(other);
    const { ways, given } = madeUpMail(() => SENT);
    await expect(deliverDue(ways)).rejects.toThrow('failed');
    await deliverDue(ways).catch(() => undefined);
    expect(given).toContain(`personne${people}@exemple.fr`);
  });

  it('is tried again for more than a day, then ended and said, once', async () => {
    const person = await followed();
    await send(person);
    await breakPost(person);
    const { ways, given } = madeUpMail(() => SENT);
    for (let tries = 0; (await postOf(person)).state === 'waiting' && tries < 50; tries += 1) {
      house.clock.set((await postOf(person)).send_from);
      await expect(deliverDue(ways)).rejects.toThrow('1 of 1 failed');
    }
    expect(house.clock.now().getTime() - TUESDAY.getTime()).toBeGreaterThan(24 * HOUR);
    expect(await postOf(person)).toMatchObject({ state: 'failed', failure: 'broken' });
    expect(await linesOf(person)).toEqual([{ state: 'refused', ruleCode: 'not_delivered' }]);
    expect(await journalOf(person)).toEqual([{ reason: 'broken' }]);
    const seen = await listKeptPost(house.team.supervisor);
    expect(seen, 'her supervisor sees it among the others').toContainEqual(
      expect.objectContaining({ caseId: person.caseId, state: 'failed' })
    );
    expect(await deliverDue(ways), 'and is left alone').toBe(0);
    expect(given).toEqual([]);
  });

  it('leaves as if nothing had been once it is mended', async () => {
    const person = await followed();
    await send(person);
    const [row] = await db().superuserSql`
      select body_sealed, recipient_sealed from deliveries where case_id = ${person.caseId}`;
    await breakPost(person);
    const { ways, given } = madeUpMail(() => SENT);
    await expect(deliverDue(ways)).rejects.toThrow();
    await db().superuserSql`
      update deliveries set body_sealed = ${row!.body_sealed}, recipient_sealed = ${row!.recipient_sealed}
      where case_id = ${person.caseId}`;
    later(MINUTE);
    await deliverDue(ways);
    expect(given).toHaveLength(1);
    expect(await linesOf(person)).toMatchObject([{ state: 'sent' }]);
  });
});

it('stopped at any of its statements, a delivery leaves once at most, and the register says how it ended', async () => {
  const { ways, given } = madeUpMail(() => SENT);
  const whatHappens = async (statement: number) => {
    house.clock.set(TUESDAY);
    const person = await followed();
    await send(person);
    const { id } = await postOf(person);
    given.length = 0;
    useDatabase(house.failing.pool);
    house.failing.failAt(statement);
    const stopped = await deliver(ways, person.caseId, id).then(
      () => false,
      () => true
    );
    await house.failing.settled();
    useDatabase(house.whole);
    // its process is gone; the job of every minute finds what is left, now and once it is surely lost
    for (const wait of [MINUTE, 20 * MINUTE]) {
      later(wait);
      await deliverDue(ways);
    }
    expect(given.length, `statement ${statement}`).toBeLessThanOrEqual(1);
    return { stopped, left: given.length, line: (await linesOf(person))[0] };
  };

  const undisturbed = await whatHappens(0);
  expect(undisturbed).toMatchObject({ stopped: false, left: 1, line: { state: 'sent' } });
  const statements = house.failing.count();
  const ends = new Set<string>();
  for (let statement = 1; statement <= statements; statement += 1) {
    const { stopped, left, line } = await whatHappens(statement);
    expect(stopped, `statement ${statement}`).toBe(true);
    expect(left, 'nothing is lost without a word').toBe(1);
    ends.add(`${line!.state} ${line!.ruleCode}`);
  }
  // before it left it is sent after all; after, nobody knows
  expect([...ends].sort()).toEqual(['attempted maybe_delivered', expect.stringMatching(/^sent /)]);
});

describe('a mail server that is away for a day', () => {
  it('finds everything judged anew when it is back, in her hours, and what is not sent is said', async () => {
    let answer: MailOutcome = AWAY;
    const leftAt: number[] = [];
    const { ways, given } = madeUpMail(() => {
      if (answer === SENT) leftAt.push(house.clock.now().getUTCHours());
      return answer;
    });
    const [plain, refuses, closed, quiet, answered, signsIn] = await Promise.all(
      Array.from({ length: 6 }, followed)
    );
    const addresses = await Promise.all(
      [plain!, answered!].map(async ({ caseId }) => {
        const [row] = await db().superuserSql`select email from debtors where case_id = ${caseId}`;
        return row!.email as string;
      })
    );
    for (const person of [plain!, refuses!, closed!, quiet!]) await send(person);
    await replyToPerson(house.team.referent, answered!.caseId, { text: 'Bonjour' });
    await send(signsIn!, 'sign_in_code', 'Oxygène : 123456');

    const until = TUESDAY.getTime() + 24 * HOUR;
    const pass = async (to: number) => {
      while (house.clock.now().getTime() < to) {
        later(HOUR);
        await deliverDue(ways);
      }
    };
    await pass(until - 12 * HOUR);
    await setPreferences(refuses!.debtor, refuses!.caseId, {
      refusedChannels: ['email'],
      saturdayCalls: false
    });
    await closeCase(house.team.referent, closed!.caseId, { reason: 'given_back', words: '' });
    await askForPause(quiet!.debtor, quiet!.caseId, { days: 14 });
    await pass(until);
    expect(given).toEqual([]);

    answer = SENT;
    // it was tried less and less often, and the nights are hers: Thursday at the latest
    await pass(until + 25 * HOUR);
    expect(leftAt.every((hour) => hour >= 7 && hour < 19)).toBe(true);
    expect(
      given.filter((to) => !addresses.includes(to)).length,
      'only the word that the case is closed'
    ).toBe(1);
    for (const address of addresses) expect(given.filter((to) => to === address)).toHaveLength(1);
    expect(await linesOf(plain!)).toMatchObject([{ state: 'sent' }]);
    expect(await linesOf(answered!)).toMatchObject([{ state: 'sent' }]);
    expect(await linesOf(refuses!)).toEqual([{ state: 'refused', ruleCode: 'channel_refused' }]);
    const resumes = Date.parse('2026-12-08T00:00:00Z');
    expect((await postOf(quiet!)).send_from.getTime(), 'until her silence is over').toBeGreaterThan(resumes);
    expect(await linesOf(closed!)).toContainEqual({ state: 'refused', ruleCode: 'case_closed' });
    expect(await linesOf(signsIn!)).toEqual([{ state: 'refused', ruleCode: 'not_delivered' }]);
    expect(await journalOf(signsIn!)).toEqual([{ reason: 'too_late' }]);
  });
});
