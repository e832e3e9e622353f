import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import { NotYours } from '../../src/lib/server/db';
import { setPreferences } from '../../src/lib/server/contact-policy';
import { listThread, replyToPerson } from '../../src/lib/server/messaging';
import {
  answerSurvey,
  completeSurvey,
  inviteAfterService,
  inviteToSurvey,
  listOutcomesAtDesk,
  listPublishedOutcomes,
  openSurvey,
  publishOutcome,
  SHOWN_OUTCOMES,
  withdrawOutcome
} from '../../src/lib/server/surveys';
import { newId } from '../../src/lib/server/platform/ids';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
const ORIGIN = 'http://localhost:3000';
const SURVEYOR = systemActor('survey');
const SERVED_AT = new Date('2026-11-23T09:00:00Z');

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

const followed = () => aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
const callable = async () => {
  const person = await followed();
  await db().superuserSql`update debtors set phone = '+33612345678' where case_id = ${person.caseId}`;
  return person;
};
const invite = async (person: TestCase) => {
  const event = { occasion: 'answer_given', at: SERVED_AT } as const;
  const outcome = await inviteToSurvey(SURVEYOR, person.caseId, event, ORIGIN);
  if (outcome.kind !== 'invited') throw new Error(outcome.why);
  return outcome.secret;
};

describe('inviting', () => {
  it('happens the day after a service, once in ninety days, and through the one door', async () => {
    const person = await followed();
    await invite(person);
    const [contact] = await db()
      .superuserSql`select purpose, counted from contacts where case_id = ${person.caseId}`;
    expect(contact).toEqual({ purpose: 'survey', counted: 1 });
    const again = await inviteToSurvey(
      SURVEYOR,
      person.caseId,
      { occasion: 'plan_set', at: SERVED_AT },
      ORIGIN
    );
    expect(again).toEqual({ kind: 'not_invited', why: 'invited_recently' });
  });

  it('is found in the journal by the daily job, and not twice', async () => {
    const person = await followed();
    const start = clock.now();
    clock.set('2026-11-24T09:00:00Z');
    await replyToPerson(team.referent, person.caseId, { text: 'Voici' });
    clock.set('2026-11-26T09:30:00Z');
    expect(await inviteAfterService(ORIGIN)).toBe(1);
    expect(await inviteAfterService(ORIGIN)).toBe(0);
    clock.set(start);
  });

  it('is refused without a confirmed channel', async () => {
    const person = await aCase(db(), team.teamId, { emailConfirmed: false });
    const event = { occasion: 'answer_given', at: SERVED_AT } as const;
    expect(await inviteToSurvey(SURVEYOR, person.caseId, event, ORIGIN)).toMatchObject({
      why: 'no_confirmed_channel'
    });
  });
});

describe('answering', () => {
  it('takes one answer a link, which may be changed', async () => {
    const secret = await invite(await followed());
    expect(await openSurvey(secret)).toMatchObject({ ok: true, value: { given: null } });
    await answerSurvey(secret, 'very');
    await answerSurvey(secret, 'rather_not');
    expect(await openSurvey(secret)).toMatchObject({ ok: true, value: { given: 'rather_not' } });
    const rows = await db().superuserSql`select score from survey_answers where team_id = ${team.teamId}`;
    expect(rows).toEqual([{ score: 2 }]);
  });

  it('keeps a choice not to answer without counting it as one', async () => {
    const secret = await invite(await followed());
    await answerSurvey(secret, 'declined');
    expect(await openSurvey(secret)).toMatchObject({ ok: true, value: { given: 'declined' } });
  });

  it('nothing in the database leads from an answer to a person', async () => {
    const person = await followed();
    const secret = await invite(person);
    await answerSurvey(secret, 'rather');
    await completeSurvey(secret, { comment: 'Merci', callBack: false });
    const dump = JSON.stringify([
      await db().superuserSql`select * from survey_answers`,
      await db().superuserSql`select * from survey_tokens`
    ]);
    expect(dump).not.toContain(person.caseId);
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain('Merci');
  });

  it('asking to be called tells her referent in the thread, with her words, and not the answer she chose', async () => {
    const person = await callable();
    const secret = await invite(person);
    await answerSurvey(secret, 'not_at_all');
    expect(await openSurvey(secret)).toMatchObject({ value: { callBack: 'office_hours' } });
    const asked = await completeSurvey(secret, { comment: 'Plus vite.', callBack: true });
    expect(asked).toMatchObject({ ok: true });
    const [file] = await db().superuserSql`select reply_due_at from case_files where id = ${person.caseId}`;
    expect(file?.reply_due_at).not.toBeNull();
    const thread = await listThread(team.referent, person.caseId);
    expect(thread.lines.map(({ author, systemLine, body }) => ({ author, systemLine, body }))).toEqual([
      { author: 'system', systemLine: 'survey_call_asked', body: '' },
      { author: 'debtor', systemLine: null, body: 'Plus vite.' }
    ]);
    const rows = await db()
      .superuserSql`select detail from audit_events where action = 'survey.call_back_asked'`;
    expect(rows).toEqual([{ detail: {} }]);
  });

  it('words changed after the call was asked for reach her referent too; the same words do so once', async () => {
    const person = await callable();
    const secret = await invite(person);
    await answerSurvey(secret, 'rather_not');
    await completeSurvey(secret, { comment: '', callBack: true });
    await completeSurvey(secret, { comment: 'Trop long.', callBack: false });
    await completeSurvey(secret, { comment: 'Trop long.', callBack: false });
    const { lines } = await listThread(team.referent, person.caseId);
    expect(lines.map(({ systemLine, body }) => systemLine ?? body)).toEqual([
      'survey_call_asked',
      'Trop long.'
    ]);
  });

  it.each([
    ['no number on file', 'no_number', 'survey_call_no_number'],
    ['who wants no phone', 'in_words', 'survey_words_asked']
  ] as const)('a person with %s is answered in another way', async (_who, callBack, line) => {
    const person = await callable();
    if (callBack === 'no_number')
      await db().superuserSql`update debtors set phone = null where case_id = ${person.caseId}`;
    else
      await setPreferences(person.debtor, person.caseId, { refusedChannels: ['call'], saturdayCalls: false });
    const secret = await invite(person);
    await answerSurvey(secret, 'rather');
    expect(await openSurvey(secret)).toMatchObject({ value: { callBack } });
    await completeSurvey(secret, { comment: '', callBack: true });
    const { lines } = await listThread(team.referent, person.caseId);
    expect(lines.map(({ systemLine }) => systemLine)).toEqual([line]);
  });

  it('a link that is unknown or over is told the same', async () => {
    const secret = await invite(await followed());
    const start = clock.now();
    clock.set('2026-12-26T09:00:00Z');
    expect(await openSurvey(secret)).toEqual({ ok: false, why: { code: 'link_over' } });
    expect(await answerSurvey('nothing-like-it', 'very')).toEqual({ ok: false, why: { code: 'link_over' } });
    clock.set(start);
  });

  it('a comment is taken up to its limit and refused over it', async () => {
    const secret = await invite(await followed());
    await answerSurvey(secret, 'very');
    expect(await completeSurvey(secret, { comment: 'a'.repeat(1000), callBack: false })).toMatchObject({
      ok: true
    });
    expect(await completeSurvey(secret, { comment: 'a'.repeat(1001), callBack: false })).toMatchObject({
      why: { code: 'comment_too_long', maximum: 1000 }
    });
  });
});

describe('what was said and done', () => {
  const typed = { said: 'Trop de mots.', done: 'Trois phrases par page.', doneOn: '2026-11-20' };
  const publish = (over: Partial<typeof typed> = {}, id = newId<'outcome'>()) =>
    publishOutcome(team.supervisor, id, { ...typed, ...over });

  it('is read by everybody without who wrote it, the newest first, until it is taken back', async () => {
    const id = newId<'outcome'>();
    await publish({ said: 'Plus ancien.', doneOn: '2026-10-01' });
    expect(await publish({}, id)).toEqual({ ok: true, value: null });
    expect(await publish({}, id), 'the same form twice is one line').toMatchObject({ ok: true });
    expect(await listPublishedOutcomes()).toEqual([
      { said: 'Trop de mots.', done: 'Trois phrases par page.', doneOn: '2026-11-20' },
      { said: 'Plus ancien.', done: 'Trois phrases par page.', doneOn: '2026-10-01' }
    ]);
    expect((await listOutcomesAtDesk(team.supervisor))[0]).toMatchObject({
      id,
      publishedByName: 'Claire Vasseur'
    });
    expect(await withdrawOutcome(team.supervisor, id)).toMatchObject({ ok: true });
    expect(await withdrawOutcome(team.supervisor, id)).toEqual({
      ok: false,
      why: { code: 'outcome_not_there' }
    });
    expect((await listPublishedOutcomes()).map(({ said }) => said)).toEqual(['Plus ancien.']);
    const journal = await db().superuserSql`
      select action from staff_audit_events where detail->>'outcomeId' = ${id} order by id`;
    expect(journal.map(({ action }) => action as string)).toEqual(['outcome.published', 'outcome.withdrawn']);
  });

  it('is refused with everything wrong at once, and nothing is kept', async () => {
    const before = await listPublishedOutcomes();
    expect(await publish({ said: '', doneOn: '2026-11-25' })).toMatchObject({
      why: { faults: [{ field: 'said' }, { field: 'doneOn', code: 'not_done_yet', today: '2026-11-24' }] }
    });
    expect(await listPublishedOutcomes()).toEqual(before);
  });

  it('shows a dozen lines at most', async () => {
    for (let count = 0; count <= SHOWN_OUTCOMES; count += 1) await publish();
    expect(await listPublishedOutcomes()).toHaveLength(SHOWN_OUTCOMES);
  });

  it('is published and taken back by a supervisor only', async () => {
    const person = await followed();
    const id = newId<'outcome'>();
    await publish({}, id);
    for (const actor of [person.debtor, team.referent, SURVEYOR]) {
      await expect(publishOutcome(actor, newId<'outcome'>(), typed)).rejects.toThrow(NotYours);
      await expect(withdrawOutcome(actor, id)).rejects.toThrow(NotYours);
      await expect(listOutcomesAtDesk(actor)).rejects.toThrow(NotYours);
    }
  });
});
