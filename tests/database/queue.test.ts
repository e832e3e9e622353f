import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import type { Id } from '../../src/lib/kernel';
import { deliver } from '../../src/lib/server/contact-policy';
import { enter } from '../../src/lib/server/db';
import { replyToPerson } from '../../src/lib/server/messaging';
import type { MailOutcome, Mailer, OutgoingMail } from '../../src/lib/server/platform/mailer';
import { sendJob, startQueue, stopQueue } from '../../src/lib/server/platform/queue';
import type { OutgoingSms } from '../../src/lib/server/platform/sms-gateway';
import { endOfDay } from '../../src/lib/server/privacy';
import { aCase, aTeam, useTestRuntime, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';
import { openSilentProxy } from '../support/silent-proxy';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
const sent: OutgoingMail[] = [];
const mailer: Mailer = {
  isReal: true,
  deliver: async (mail) => {
    sent.push(mail);
    return { kind: 'sent' };
  },
  close: () => undefined
};
const ways = { mailer, sms: { deliver: async (): Promise<MailOutcome> => ({ kind: 'kept' }) } };

beforeAll(async () => {
  // the queue counts time by the database's clock, so this file lives in the present
  clock = useTestRuntime(db(), new Date());
  team = await aTeam(db());
});
afterAll(async () => {
  await stopQueue();
  await clock.close();
});

const until = async (isTrue: () => Promise<boolean> | boolean) => {
  for (let tries = 0; tries < 80 && !(await isTrue()); tries += 1)
    await new Promise((go) => setTimeout(go, 100));
};

it('a job sent in a transaction that is rolled back never runs, one that is committed does', async () => {
  const ran: string[] = [];
  await startQueue(db().appUrl, { deliver: async ({ deliveryId }) => void ran.push(deliveryId) }, (error) =>
    expect.fail(String(error))
  );
  const system = systemActor('deliver');
  const send = (deliveryId: string, fails: boolean) =>
    enter(system, { permission: 'system.deliver' }, async (tx) => {
      await sendJob(tx, 'deliver', { caseId: 'c', deliveryId });
      await tx.execute(sql`select 1`);
      if (fails) throw new Error('changed our mind');
    });
  await expect(send('lost', true)).rejects.toThrow('changed our mind');
  await send('kept', false);
  await until(() => ran.length > 0);
  await stopQueue();
  expect(ran).toEqual(['kept']);
});

it('a job that fails is heard of by its name, and does not hold up the next one', async () => {
  const [heard, ran]: [unknown[], string[]] = [[], []];
  const handler = async ({ deliveryId }: { deliveryId: string }) => {
    if (deliveryId === 'poisoned') throw new Error('cannot be done');
    ran.push(deliveryId);
  };
  await startQueue(db().appUrl, { deliver: handler }, (error, job) => heard.push([String(error), job]));
  await enter(systemActor('deliver'), { permission: 'system.deliver' }, async (tx) => {
    await sendJob(tx, 'deliver', { caseId: 'c', deliveryId: 'poisoned' });
    await sendJob(tx, 'deliver', { caseId: 'c', deliveryId: 'good' });
  });
  await until(() => ran.length > 0);
  await stopQueue();
  expect(ran).toEqual(['good']);
  expect(heard).toEqual([['Error: cannot be done', 'deliver']]);
});

it('jobs go on when the connections of the queue have gone silent', async () => {
  const proxy = await openSilentProxy(db().appUrl);
  const ran: string[] = [];
  const handler = async ({ deliveryId }: { deliveryId: string }) => void ran.push(deliveryId);
  const send = (deliveryId: string) =>
    enter(systemActor('deliver'), { permission: 'system.deliver' }, (tx) =>
      sendJob(tx, 'deliver', { caseId: 'c', deliveryId })
    );
  await startQueue(proxy.url, { deliver: handler }, () => undefined, 500);
  await send('before');
  await until(() => ran.length > 0);
  proxy.silence();
  await send('after');
  await until(() => ran.length > 1);
  await stopQueue();
  await proxy.close();
  expect(ran).toEqual(['before', 'after']);
});

it('an answer goes out once, at an hour the rules allow, and the register says so', async () => {
  clock.set('2026-11-24T22:30:00Z');
  const { caseId } = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
  await replyToPerson(team.referent, caseId, { text: 'Bonsoir' });
  const [post] = await db().superuserSql<{ id: Id<'delivery'>; send_from: Date }[]>`
    select id, send_from from deliveries where case_id = ${caseId}`;
  expect(post!.send_from.toISOString()).toBe('2026-11-25T08:00:00.000Z');
  await deliver(ways, caseId, post!.id);
  expect(sent).toEqual([]);

  clock.set('2026-11-25T08:00:00Z');
  await Promise.all([deliver(ways, caseId, post!.id), deliver(ways, caseId, post!.id)]);
  expect(sent).toMatchObject([{ to: 'nadia@exemple.fr', subject: 'Vous avez une réponse' }]);
  expect(sent[0]?.text).not.toContain('Bonsoir');
  const [line] = await db().superuserSql`select state from contacts where case_id = ${caseId}`;
  expect(line?.state).toBe('sent');
});

it('an SMS goes by its gateway, is tried again when the gateway is away, and its words are then forgotten', async () => {
  clock.set('2026-11-25T08:00:00Z');
  const { caseId } = await aCase(db(), team.teamId, { referentId: team.referent.staffId, email: null });
  await db().superuserSql`
    update debtors set phone = '+33612345678', phone_confirmed_at = now() where case_id = ${caseId}`;
  await replyToPerson(team.referent, caseId, { text: 'Bonjour' });
  const stateOf = async () =>
    (
      await db().superuserSql`select id, state::text, failure, send_from, body_sealed from deliveries
      where case_id = ${caseId}`
    )[0]!;
  const { id } = await stateOf();
  const answers: MailOutcome[] = [{ kind: 'unreachable', reason: 'http_503' }, { kind: 'sent' }];
  const asked: OutgoingSms[] = [];
  const sms = {
    deliver: async (one: OutgoingSms) => {
      asked.push(one);
      return answers.shift()!;
    }
  };
  await deliver({ mailer, sms }, caseId, id as Id<'delivery'>);
  expect(await stateOf()).toMatchObject({ state: 'waiting', send_from: new Date('2026-11-25T08:01:00Z') });
  clock.set('2026-11-25T08:01:00Z');
  await deliver({ mailer, sms }, caseId, id as Id<'delivery'>);
  expect(await stateOf()).toMatchObject({ state: 'sent' });
  expect(asked.map(({ to, deliveryId }) => [to, deliveryId])).toEqual([
    ['+33612345678', id],
    ['+33612345678', id]
  ]);
  expect(asked[0]!.text).not.toContain('Bonjour');
  await deliver({ mailer, sms }, caseId, id as Id<'delivery'>);
  expect(asked).toHaveLength(2);
});

it('a code nobody waits for any more is not sent late', async () => {
  clock.set('2026-11-25T10:00:00Z');
  const { caseId } = await aCase(db(), team.teamId);
  const { sendContact } = await import('../../src/lib/server/contact-policy');
  const at = clock.now();
  await enter(systemActor('sign-in'), { permission: 'system.sign_in', caseId }, (tx) =>
    sendContact(
      tx,
      systemActor('sign-in'),
      {
        caseId,
        channel: 'email',
        purpose: 'sign_in_code',
        subject: 'Votre code',
        body: 'Oxygène : 123456'
      },
      at
    )
  );
  const [post] = await db().superuserSql<
    { id: Id<'delivery'> }[]
  >`select id from deliveries where case_id = ${caseId}`;
  const before = sent.length;
  clock.set('2026-11-25T10:11:00Z');
  await deliver(ways, caseId, post!.id);
  expect(sent).toHaveLength(before);
});

it('the night ends signals past their last day and forgets old commands', async () => {
  const { caseId } = await aCase(db(), team.teamId);
  await db().superuserSql`insert into commands (case_id, id, request_hash, answer, created_at)
    values (${caseId}, gen_random_uuid(), 'h', '1', '2026-10-01'), (${caseId}, gen_random_uuid(), 'h', '1', '2026-11-20')`;
  clock.set('2026-11-25T02:00:00Z');
  await endOfDay();
  const rows = await db().superuserSql`select created_at from commands where case_id = ${caseId}`;
  expect(rows).toHaveLength(1);
});
