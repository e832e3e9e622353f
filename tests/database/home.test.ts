import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextStep, whatIsExpected } from '../../src/lib/home';
import { cents, localDate } from '../../src/lib/kernel';
import { CURRENT_WARNING, type PlanTerms } from '../../src/lib/plans';
import type { Reply } from '../../src/lib/questionnaire';
import { NotYours } from '../../src/lib/server/db';
import { loadAsked, loadFrame, loadHome, loadHomeAtDesk } from '../../src/lib/server/home';
import { openThread, postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { loadPlans, proposePlan } from '../../src/lib/server/plans';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { disputeDebt } from '../../src/lib/server/requests';
import {
  aCase,
  aTeam,
  useTestRuntime,
  type CaseWishes,
  type TestCase,
  type TestTeam
} from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

async function followed(wishes: CaseWishes = {}): Promise<TestCase> {
  const made = await aCase(db(), team.teamId, {
    referentId: team.referent.staffId,
    track: 'oxygene',
    ...wishes
  });
  await db().superuserSql`update debts set contract_on = '2024-03-12' where case_id = ${made.caseId}`;
  return made;
}
const homeOf = (person: TestCase) => loadHome(person.debtor, person.caseId);
const say = (person: TestCase, questionId: Parameters<typeof saveAnswer>[2]['questionId'], value: object) =>
  saveAnswer(
    person.debtor,
    person.caseId,
    {
      questionId,
      reply: { disposition: 'answered', value } as Reply,
      answeredOn: localDate('2026-11-24')
    },
    { floorOf: () => null, wordsDueAt: () => clock.now() }
  );
const propose = (person: TestCase, terms: PlanTerms) =>
  proposePlan(person.debtor, person.caseId, {
    proposal: { debtIds: person.debtIds, terms },
    acknowledged: CURRENT_WARNING.version
  });

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

describe('her first page, seen from the desk', () => {
  it('is hers, without the signals she keeps to herself', async () => {
    const person = await followed();
    await say(person, 'recent_change', { kind: 'one_choice', choice: 'separation' });
    await say(person, 'feeling', { kind: 'one_choice', choice: 'too_much' });
    const [hers, seen] = [await homeOf(person), await loadHomeAtDesk(team.referent, person.caseId)];
    expect(hers.signalsInForce).toBe(seen.signalsInForce + 1);
    expect({ ...seen, signalsInForce: 0, facts: null }).toEqual({ ...hers, signalsInForce: 0, facts: null });
    await say(person, 'tell_referent', { kind: 'one_choice', choice: 'yes' });
    expect((await loadHomeAtDesk(team.referent, person.caseId)).signalsInForce).toBe(hers.signalsInForce);
  });

  it('is there for whoever follows her, and for nobody else', async () => {
    const { caseId } = await followed();
    await expect(loadHomeAtDesk(team.otherReferent, caseId)).rejects.toThrow(NotYours);
    await expect(loadHome(team.referent, caseId)).rejects.toThrow(NotYours);
  });
});

describe('her first page', () => {
  it('names her referent, expects nothing, and offers the questions first', async () => {
    const home = await homeOf(await followed());
    expect(home).toMatchObject({ firstName: 'Nadia', referent: { name: 'Leïla Amrani' }, standIn: null });
    expect(whatIsExpected(home.facts)).toEqual({ kind: 'nothing' });
    expect(nextStep(home.facts)).toBe('begin_questions');
    expect(home.lines.map(({ state }) => state)).toEqual(['open']);
  });

  it('holds a line while a fact the card must show is missing', async () => {
    const home = await homeOf(await aCase(db(), team.teamId));
    expect(home.lines.map(({ state }) => state)).toEqual(['item_missing']);
    expect(home.facts.mayPropose).toBe(false);
  });

  it('says that the team answers while nobody is named', async () => {
    const home = await homeOf(await aCase(db(), team.teamId));
    expect(home.referent).toBeNull();
  });

  it('names who stands in, through the last day of the absence', async () => {
    const person = await followed();
    await db().superuserSql`
      update case_files set stand_in_id = ${team.otherReferent.staffId}, stand_in_until = '2026-11-24'
      where id = ${person.caseId}`;
    const frame = await loadFrame(person.debtor, person.caseId);
    expect(frame.standIn).toMatchObject({ firstName: 'Thomas', untilOn: '2026-11-24' });
    await db().superuserSql`
      update case_files set stand_in_until = '2026-11-23' where id = ${person.caseId}`;
    expect((await loadFrame(person.debtor, person.caseId)).standIn).toBeNull();
  });

  it('her thread names who stands in through that last day too, and her referent after it', async () => {
    const person = await followed();
    const answering = async (until: string) => {
      await db().superuserSql`
        update case_files set stand_in_id = ${team.otherReferent.staffId}, stand_in_until = ${until}
        where id = ${person.caseId}`;
      return (await openThread(person.debtor)).referent?.name;
    };
    expect(await answering('2026-11-24')).toBe('Thomas Le Goff');
    expect(await answering('2026-11-23')).toBe('Leïla Amrani');
  });

  it('shows the newest words a person wrote, never a line of the house', async () => {
    const person = await followed();
    await postMessage(person.debtor, person.caseId, { text: 'Je ne comprends pas cette lettre.' });
    await replyToPerson(team.referent, person.caseId, { text: 'Je regarde et je vous explique.' });
    await disputeDebt(person.debtor, person.caseId, { debtId: person.debtIds[0]!, words: '' });
    const home = await homeOf(person);
    expect(home.newestWords?.body).toBe('Je regarde et je vous explique.');
    expect(home.unread).toBeGreaterThan(0);
    expect(home.lines[0]?.state).toBe('disputed');
    expect(home.facts.mayPropose).toBe(false);
  });

  it('says the next instalment a week before, from the agreement as kept', async () => {
    const person = await followed();
    await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 150_000 });
    const agreed = await propose(person, {
      kind: 'instalments',
      instalmentCents: cents(3500),
      rhythm: { kind: 'monthly', dayOfMonth: 5 }
    });
    expect(agreed).toMatchObject({ ok: true, value: { outcome: 'accepted_at_once' } });
    expect(whatIsExpected((await homeOf(person)).facts).kind).toBe('nothing');
    clock.set('2026-11-30T09:00:00Z');
    const home = await homeOf(person);
    clock.set('2026-11-24T09:30:00Z');
    expect(whatIsExpected(home.facts)).toEqual({
      kind: 'instalment',
      dueOn: '2026-12-05',
      amountCents: 3500
    });
    expect(home.lines[0]?.state).toBe('in_agreement');
  });

  it('keeps the days of a rest as agreed, however many days pass', async () => {
    const person = await followed();
    await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 150_000 });
    await propose(person, { kind: 'rest', restMonths: 2 });
    const before = (await loadPlans(person.debtor, person.caseId)).plans[0]?.schedule;
    clock.set('2027-01-10T09:00:00Z');
    const after = (await loadPlans(person.debtor, person.caseId)).plans[0]?.schedule;
    clock.set('2026-11-24T09:30:00Z');
    expect(before?.restUntilOn).toBe('2027-01-31');
    expect(after).toEqual(before);
  });

  it('stops every line while her surendettement file is receivable', async () => {
    const person = await followed();
    await say(person, 'overindebtedness_file', { kind: 'one_choice', choice: 'receivable' });
    const home = await homeOf(person);
    expect(whatIsExpected(home.facts)).toEqual({ kind: 'payments_stopped' });
    expect(home.lines.map(({ state }) => state)).toEqual(['payments_stopped']);
  });

  it('writes nothing: neither a line of the journal nor a change of the case', async () => {
    const person = await followed();
    const trace = async () => ({
      journal: await db().superuserSql`select count(*) from audit_events where case_id = ${person.caseId}`,
      file: await db()
        .superuserSql`select updated_at, last_seen_at from case_files where id = ${person.caseId}`
    });
    const before = await trace();
    await homeOf(person);
    await loadAsked(person.debtor, person.caseId);
    expect(await trace()).toEqual(before);
  });

  it('is closed to another person, to a referent and to a supervisor', async () => {
    const [person, other] = [await followed(), await followed()];
    for (const actor of [other.debtor, team.referent, team.supervisor]) {
      await expect(loadHome(actor, person.caseId)).rejects.toThrow(NotYours);
      await expect(loadFrame(actor, person.caseId)).rejects.toThrow(NotYours);
      await expect(loadAsked(actor, person.caseId)).rejects.toThrow(NotYours);
    }
  });
});
