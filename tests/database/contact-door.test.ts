import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import { localDate, type CaseId, type Id } from '../../src/lib/kernel';
import {
  askWhetherToWrite,
  deliver,
  deliverDue,
  listRegister,
  logCall,
  sendContact,
  setPreferences,
  type OutgoingPost
} from '../../src/lib/server/contact-policy';
import { enter } from '../../src/lib/server/db';
import { replyToPerson } from '../../src/lib/server/messaging';
import type { MailOutcome } from '../../src/lib/server/platform/mailer';
import type { QuestionId, Reply, Slot } from '../../src/lib/questionnaire';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, aTeam, TUESDAY, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const DOOR = systemActor('deliver');
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(() => clock.set(TUESDAY));
afterAll(() => clock.close());

/** A mail server that answers as it is told, and counts what it was given. */
function aMailServer(...answers: MailOutcome[]) {
  const given: string[] = [];
  const ways = {
    mailer: {
      isReal: true,
      deliver: async ({ to }: { to: string }) => {
        given.push(to);
        return answers.shift() ?? ({ kind: 'sent' } as const);
      },
      close: () => undefined
    },
    sms: { deliver: async (): Promise<MailOutcome> => ({ kind: 'kept' }) }
  };
  return { ways, given };
}

const followed = (email = 'nadia@exemple.fr') =>
  aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene', email });
const whole = 'Oxygène. Courrier L-0 du 1er septembre 2026. Ne plus recevoir : STOP';
const send = ({ caseId }: TestCase, over: Partial<OutgoingPost> = {}) =>
  enter(DOOR, { permission: 'system.deliver', caseId }, (tx) =>
    sendContact(
      tx,
      DOOR,
      { caseId, channel: 'email', purpose: 'follow_up', subject: 'Bonjour', body: whole, ...over },
      clock.now()
    )
  );
/** What went out towards her, or was to: words laid in her space aside. */
const linesOf = (caseId: CaseId) => db().superuserSql<
  { state: string; counted: number; rule_code: string }[]
>`
  select state::text, counted, rule_code from contacts
  where case_id = ${caseId} and channel <> 'app' order by id`;
async function onlyDelivery(caseId: CaseId): Promise<Id<'delivery'>> {
  const [row] = await db().superuserSql<
    { id: Id<'delivery'> }[]
  >`select id from deliveries where case_id = ${caseId}`;
  return row!.id;
}
const deliveryOf = async (caseId: CaseId) =>
  (await db().superuserSql`select state::text, failure from deliveries where case_id = ${caseId}`)[0]!;

describe('contacts proposed at the same moment', () => {
  it('eight processes that write at once take the one place the day has', async () => {
    const person = await followed();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send(person)));
    expect(outcomes.filter(({ state }) => state === 'waiting')).toHaveLength(1);
    const lines = await linesOf(person.caseId);
    expect(lines.filter(({ counted }) => counted === 1)).toHaveLength(1);
    // the others are refused, and written down
    expect(lines.filter(({ state }) => state === 'refused')).toHaveLength(7);
  });

  it('a call and an e-mail at once are not both allowed', async () => {
    const person = await followed();
    const [call, post] = await Promise.all([
      logCall(team.referent, person.caseId, { asked: false, outcome: 'no_answer' }),
      send(person)
    ]);
    if (!call.ok) throw new Error(call.why.code);
    expect([call.value.allowed, post.state === 'waiting'].filter(Boolean)).toHaveLength(1);
  });
});

describe('a call that a rule stops', () => {
  const night = () => clock.set('2026-11-24T21:00:00Z');
  const log = (person: TestCase, outcome: 'spoke' | 'no_answer' | 'not_made') =>
    logCall(team.referent, person.caseId, { asked: false, outcome });

  it('is written as stopped where nobody called, and takes no place', async () => {
    const person = await followed();
    night();
    expect(await log(person, 'not_made')).toMatchObject({ value: { allowed: false, isMade: false } });
    expect(await linesOf(person.caseId)).toMatchObject([
      { state: 'refused', rule_code: 'outside_hours', counted: 0 }
    ]);
  });

  it.each([
    ['spoke', 'sent'],
    ['no_answer', 'attempted']
  ] as const)(
    'is written as made where it was: %s, with the rule it broke, and takes its place',
    async (outcome, state) => {
      const person = await followed();
      night();
      expect(await log(person, outcome)).toMatchObject({ value: { allowed: false, isMade: true } });
      expect(await linesOf(person.caseId)).toMatchObject([{ state, rule_code: 'outside_hours', counted: 1 }]);
      clock.set('2026-11-25T10:30:00Z');
      expect(await log(person, 'not_made')).toMatchObject({ value: { allowed: false } });
    }
  );

  it('leaves no line where it was allowed and not made', async () => {
    const person = await followed();
    expect(await log(person, 'not_made')).toEqual({ ok: true, value: { allowed: true } });
    expect(await linesOf(person.caseId)).toEqual([]);
  });
});

describe('what waits for its hour', () => {
  it('does not leave by a channel she refused meanwhile', async () => {
    clock.set('2026-11-24T21:00:00Z');
    const person = await followed();
    await replyToPerson(team.referent, person.caseId, { text: 'Bonsoir' });
    await setPreferences(person.debtor, person.caseId, { refusedChannels: ['email'], saturdayCalls: false });
    clock.set('2026-11-25T08:00:00Z');
    const { ways, given } = aMailServer();
    await deliver(ways, person.caseId, await onlyDelivery(person.caseId));
    expect(given).toEqual([]);
    expect(await linesOf(person.caseId)).toMatchObject([{ state: 'refused', rule_code: 'channel_refused' }]);
  });
});

describe('what did not arrive', () => {
  it('is said in the register of both sides, and takes no place', async () => {
    const person = await followed();
    await send(person);
    const { ways, given } = aMailServer({ kind: 'refused', reason: 'EENVELOPE_550' });
    await deliver(ways, person.caseId, await onlyDelivery(person.caseId));
    expect(given).toHaveLength(1);
    expect(await deliveryOf(person.caseId)).toMatchObject({ state: 'failed', failure: 'refused' });
    for (const actor of [person.debtor, team.referent]) {
      const { lines } = await listRegister(actor, person.caseId);
      expect(lines).toMatchObject([{ state: 'refused', ruleCode: 'not_delivered' }]);
    }
    expect(await send(person)).toMatchObject({ state: 'waiting' });
  });

  it('is tried for longer than a day when the mail server is away, and then said', async () => {
    const person = await followed();
    await replyToPerson(team.referent, person.caseId, { text: 'Bonjour' });
    const id = await onlyDelivery(person.caseId);
    const away = aMailServer(
      ...Array.from({ length: 50 }, () => ({ kind: 'unreachable', reason: 'x' }) as const)
    );
    for (let tries = 0; (await deliveryOf(person.caseId)).state === 'waiting' && tries < 50; tries += 1) {
      const [row] = await db().superuserSql<
        { send_from: Date }[]
      >`select send_from from deliveries where id = ${id}`;
      clock.set(row!.send_from);
      await deliver(away.ways, person.caseId, id);
    }
    expect(clock.now().getTime() - TUESDAY.getTime()).toBeGreaterThan(24 * 3_600_000);
    expect(await linesOf(person.caseId)).toMatchObject([{ state: 'refused', rule_code: 'not_delivered' }]);
  });

  it('may have arrived when the process died in between: never sent twice, and not left unsaid', async () => {
    const person = await followed('seule@exemple.fr');
    await send(person);
    const { ways, given } = aMailServer();
    const killed = {
      ...ways,
      mailer: { ...ways.mailer, deliver: () => Promise.reject(new Error('kill -9')) }
    };
    const id = await onlyDelivery(person.caseId);
    await expect(deliver(killed, person.caseId, id)).rejects.toThrow('kill -9');

    clock.set(new Date(TUESDAY.getTime() + 10 * 60_000));
    await deliverDue(ways);
    expect(await deliveryOf(person.caseId), 'another process may still be at it').toMatchObject({
      state: 'sending'
    });

    clock.set(new Date(TUESDAY.getTime() + 16 * 60_000));
    await Promise.all([deliverDue(ways), deliverDue(ways), deliver(ways, person.caseId, id)]);
    expect(given).not.toContain('seule@exemple.fr');
    expect(await deliveryOf(person.caseId)).toMatchObject({ state: 'failed', failure: 'unknown' });
    // it may have reached her, so it keeps its place
    expect(await linesOf(person.caseId)).toMatchObject([
      { state: 'attempted', rule_code: 'maybe_delivered' }
    ]);
    const journal = await db().superuserSql`
      select action from audit_events where case_id = ${person.caseId} and action = 'contact.failed'`;
    expect(journal).toHaveLength(1);
  });
});

it('one delivery that breaks does not hold up the others', async () => {
  const [broken, other] = [await followed(), await followed('apres@exemple.fr')];
  await send(broken);
  clock.set(new Date(TUESDAY.getTime() + 1000));
  await send(other);
  await db().superuserSql`update deliveries set body_sealed = 'gone.AAAA' where case_id = ${broken.caseId}`;
  const { ways, given } = aMailServer();
  await expect(deliverDue(ways)).rejects.toThrow();
  expect(given).toContain('apres@exemple.fr');
  expect(await deliveryOf(other.caseId)).toMatchObject({ state: 'sent' });
});

describe('what she answered', () => {
  const say = (person: TestCase, questionId: QuestionId, reply: Reply) =>
    saveAnswer(
      person.debtor,
      person.caseId,
      { questionId, reply, answeredOn: localDate('2026-11-24') },
      { floorOf: () => null, wordsDueAt: () => TUESDAY }
    );
  const times = (slots: readonly Slot[]): Reply => ({
    disposition: 'answered',
    value: { kind: 'times', slots, neverAtWork: false }
  });
  const byPhone: Reply = {
    disposition: 'answered',
    value: { kind: 'several_choices', choices: ['phone'] }
  };
  const oneChoice = (choice: string): Reply => ({
    disposition: 'answered',
    value: { kind: 'one_choice', choice }
  });

  it('is not made to last by saving "Mes contacts": her last word counts', async () => {
    const person = await followed();
    await say(person, 'channel', byPhone);
    await say(person, 'times', times(['mon_morning']));
    await setPreferences(person.debtor, person.caseId, { refusedChannels: [], saturdayCalls: false });
    await say(person, 'times', times(['tue_evening']));
    const { preferences } = await listRegister(team.referent, person.caseId);
    expect(Object.keys(preferences.possibleTimes ?? {})).toEqual(['2']);
  });

  it('a file at the Banque de France is ninety days of silence, ended when she says otherwise', async () => {
    const person = await followed();
    await say(person, 'overindebtedness_file', oneChoice('filed'));
    expect(await send(person)).toMatchObject({ state: 'refused', ruleCode: 'paused' });
    // her ninetieth day of silence, and the first one after it, at the same hour
    clock.set('2027-02-21T09:30:00Z');
    expect(await send(person)).toMatchObject({ state: 'refused', ruleCode: 'paused' });
    clock.set('2027-02-22T09:30:00Z');
    expect(await send(person)).toMatchObject({ state: 'waiting' });

    const other = await followed();
    clock.set(TUESDAY);
    await say(other, 'overindebtedness_file', oneChoice('filed'));
    await say(other, 'overindebtedness_file', oneChoice('none'));
    expect(await send(other)).toMatchObject({ state: 'waiting' });
  });

  it('a file she prepares is thirty days of silence', async () => {
    const person = await followed();
    clock.set(TUESDAY);
    await say(person, 'overindebtedness_file', oneChoice('preparing'));
    const { pause } = await listRegister(person.debtor, person.caseId);
    expect(pause).toMatchObject({ pause: { reason: 'debt_adviser' } });
    // her thirtieth day of silence, and the first one after it
    clock.set('2026-12-23T09:30:00Z');
    expect(await send(person)).toMatchObject({ state: 'refused', ruleCode: 'paused' });
    clock.set('2026-12-24T09:30:00Z');
    expect(await send(person)).toMatchObject({ state: 'waiting' });
  });
});

describe('the notice of a reply', () => {
  const channelsOf = (caseId: CaseId) =>
    db().superuserSql`select channel::text from deliveries where case_id = ${caseId} order by id`;
  const withPhone = async () => {
    const person = await followed();
    await db().superuserSql`
      update debtors set phone = '+33612345678', phone_confirmed_at = now() where case_id = ${person.caseId}`;
    return person;
  };

  it('goes by the channel she prefers once it is confirmed, as the desk foresees', async () => {
    const person = await withPhone();
    await saveAnswer(
      person.debtor,
      person.caseId,
      {
        questionId: 'channel',
        reply: { disposition: 'answered', value: { kind: 'several_choices', choices: ['phone'] } }
      },
      { floorOf: () => null, wordsDueAt: () => TUESDAY }
    );
    expect(await askWhetherToWrite(team.referent, person.caseId)).toMatchObject({ channel: 'sms' });
    await replyToPerson(team.referent, person.caseId, { text: 'Bonjour' });
    expect(await channelsOf(person.caseId)).toEqual([{ channel: 'sms' }]);
  });

  it('goes by the other when she refused the first', async () => {
    const person = await withPhone();
    await setPreferences(person.debtor, person.caseId, { refusedChannels: ['email'], saturdayCalls: false });
    await replyToPerson(team.referent, person.caseId, { text: 'Bonjour' });
    expect(await channelsOf(person.caseId)).toEqual([{ channel: 'sms' }]);
  });
});
