import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import { localDate } from '../../src/lib/kernel';
import type { Reply } from '../../src/lib/questionnaire';
import { listMyDay, loadCaseFile, loadTeam, searchCases } from '../../src/lib/server/backoffice';
import { listRegister, sendContact } from '../../src/lib/server/contact-policy';
import { loadClosing } from '../../src/lib/server/cases';
import { enter, NotYours } from '../../src/lib/server/db';
import { loadAsked, loadHome } from '../../src/lib/server/home';
import { listThread, postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { exportOwnData } from '../../src/lib/server/privacy';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { forgetKeptTooLong } from '../../src/lib/server/privacy/forget-kept-too-long';
import { aCase, aTeam, TUESDAY, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { closingActs } from '../support/closing-acts';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(() => clock.set(TUESDAY));
afterAll(() => clock.close());

const { followed, close, reopen, propose, planOf, agreed, fileOf, loadOf } = closingActs(db, () => team);

describe('what stays hers', () => {
  it('her home says it calmly and asks nothing; her lines are over; her export is whole', async () => {
    const person = await agreed();
    await close(person, 'paid', 'Virement vu.');
    const home = await loadHome(person.debtor, person.caseId);
    expect(home.over).toEqual({ since: '2026-11-24', reason: 'paid' });
    expect(home.facts).toMatchObject({ isOver: true, plan: null, nextDue: null });
    const asked = await loadAsked(person.debtor, person.caseId);
    expect(asked.lines.map(({ state }) => state)).toEqual(['case_closed']);
    const exported = await exportOwnData(person.debtor);
    expect(exported.ok && exported.value.head.closedAt).toEqual(TUESDAY);
    expect(exported.ok && exported.value.messages.at(-1)?.systemLine).toBe('case_closed');
  });

  it('the end of her case is a document of hers, that nobody else reads and an open case does not have', async () => {
    const [person, another] = [await followed(), await followed()];
    expect(await loadClosing(person.debtor, person.caseId)).toBeNull();
    await close(person, 'given_back');
    const closing = await loadClosing(person.debtor, person.caseId);
    expect(closing).toMatchObject({ reason: 'given_back', closedOn: '2026-11-24', today: '2026-11-24' });
    expect(closing?.debts.map(({ id }) => id)).toEqual(person.debtIds);
    await expect(loadClosing(another.debtor, person.caseId)).rejects.toThrow(NotYours);
    await reopen(person);
    expect(await loadClosing(person.debtor, person.caseId)).toBeNull();
  });

  it('a message of hers reopens nothing, and tells her referent, who may answer', async () => {
    const person = await followed();
    await close(person);
    expect((await postMessage(person.debtor, person.caseId, { text: 'Une question' })).ok).toBe(true);
    expect((await fileOf(person)).open).toBe(false);
    expect((await listMyDay(team.referent)).map(({ id }) => id)).toContain(person.caseId);
    expect((await replyToPerson(team.referent, person.caseId, { text: 'Bonjour' })).ok).toBe(true);
    expect((await listMyDay(team.referent)).map(({ id }) => id)).not.toContain(person.caseId);
    const { lines } = await listRegister(person.debtor, person.caseId);
    expect(lines[0]).toMatchObject({ purpose: 'answer_to_debtor', state: 'waiting' });
  });

  it('the message of somebody nobody follows goes to the team, until it is answered', async () => {
    const person = await aCase(db(), team.teamId);
    await close(person, 'given_back', '', team.supervisor);
    await postMessage(person.debtor, person.caseId, { text: 'Une question' });
    const waits = async () =>
      (await loadTeam(team.supervisor)).toRoute.some(({ id }) => id === person.caseId);
    expect(await waits()).toBe(true);
    await replyToPerson(team.supervisor, person.caseId, { text: 'Bonjour' });
    expect(await waits()).toBe(false);
  });

  it('her answers are erased six months after, unless the case was opened again in between', async () => {
    const kept = async ({ caseId }: TestCase) =>
      (await db().superuserSql`select from questionnaires where case_id = ${caseId}`).length;
    const [over, again] = [await followed(), await followed()];
    for (const person of [over, again])
      await saveAnswer(
        person.debtor,
        person.caseId,
        {
          questionId: 'recent_change',
          reply: { disposition: 'answered', value: { kind: 'one_choice', choice: 'separation' } } as Reply,
          answeredOn: localDate('2026-11-24')
        },
        { floorOf: () => null, wordsDueAt: () => TUESDAY }
      );
    await close(over);
    await close(again);
    clock.set('2027-05-24T08:00:00Z');
    await forgetKeptTooLong();
    expect(await kept(over)).toBe(1);
    expect((await reopen(again)).ok).toBe(true);
    clock.set('2027-05-24T10:00:00Z');
    await forgetKeptTooLong();
    expect([await kept(over), await kept(again)]).toEqual([0, 1]);
  });

  it('the desk still finds it by its reference', async () => {
    const person = await followed();
    await close(person);
    const found = await searchCases(team.referent, person.reference);
    expect(found.ok && found.value.map(({ id, closedAt }) => [id, closedAt])).toEqual([
      [person.caseId, TUESDAY]
    ]);
  });
});

describe('opening it again', () => {
  it('needs a reason and a closed case, and brings back neither the plan nor the promises', async () => {
    const person = await agreed();
    expect(await reopen(person)).toEqual({ ok: false, why: { code: 'not_closed' } });
    await close(person);
    const before = await loadOf(team.referent.staffId);
    expect(await reopen(person, ' ')).toEqual({ ok: false, why: { code: 'reason_missing' } });
    expect(await reopen(person)).toEqual({ ok: true, value: null });
    expect(await loadOf(team.referent.staffId)).toBe(before + 1);
    expect(await fileOf(person)).toMatchObject({ open: true, closed_at: null, closing_reason: null });
    expect((await planOf(person)).state).toBe('ended');
    const { decisions } = await loadCaseFile(team.referent, person.caseId);
    expect(decisions[0]).toMatchObject({ kind: 'reopening', before: 'given_back', reason: 'Elle a écrit.' });
    const { lines } = await listThread(person.debtor, person.caseId);
    expect(lines.slice(-2).map(({ systemLine }) => systemLine)).toEqual(['case_closed', 'case_reopened']);
    expect((await propose(person)).ok).toBe(true);
  });

  it('asks for somebody else when her referent has left', async () => {
    const leaving = await aTeam(db());
    const person = await aCase(db(), leaving.teamId, {
      referentId: leaving.referent.staffId,
      track: 'oxygene'
    });
    await close(person, 'given_back', '', leaving.supervisor);
    await db().superuserSql`update staff set active = false where id = ${leaving.referent.staffId}`;
    expect((await reopen(person, 'Elle a écrit.', leaving.supervisor)).ok).toBe(true);
    expect(await fileOf(person)).toMatchObject({ referent_id: null, routing_requested_at: TUESDAY });
  });

  it('lets contacts leave again', async () => {
    const person = await followed();
    await close(person);
    await reopen(person);
    const post = {
      caseId: person.caseId,
      channel: 'letter',
      purpose: 'follow_up',
      subject: 'Bonjour',
      body: 'Courrier L-0 du 1er septembre 2026.'
    } as const;
    const sent = await enter(
      systemActor('deliver'),
      { permission: 'system.deliver', caseId: person.caseId },
      (tx) => sendContact(tx, systemActor('deliver'), post, clock.now())
    );
    expect(sent.state).toBe('waiting');
  });
});
