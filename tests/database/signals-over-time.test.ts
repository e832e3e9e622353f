import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type ContactPolicy } from '../../src/lib/contact-policy';
import { dayInZone, type Id } from '../../src/lib/kernel';
import type { QuestionId, Reply } from '../../src/lib/questionnaire';
import { listRegister } from '../../src/lib/server/contact-policy';
import { endOfDay } from '../../src/lib/server/privacy';
import {
  listSignalsAtDesk,
  loadOwnSignals,
  loadQuestionnaire,
  removeSignal,
  saveAnswer,
  type QuestionnaireRules
} from '../../src/lib/server/questionnaire';
import { aCase, aTeam, TUESDAY, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

const rules: QuestionnaireRules = {
  floorOf: () => null,
  wordsDueAt: (_kind, at) => new Date(at.getTime() + 86_400_000)
};
const choice = (code: string): Reply => ({
  disposition: 'answered',
  value: { kind: 'one_choice', choice: code }
});
const say = (person: TestCase, questionId: QuestionId, reply: Reply) =>
  saveAnswer(
    person.debtor,
    person.caseId,
    { questionId, reply, answeredOn: dayInZone(clock.now(), 'Europe/Paris') },
    rules
  );
const later = (days: number) => clock.set(new Date(clock.now().getTime() + days * 86_400_000));
const deskOf = async ({ caseId }: TestCase) =>
  (await db().superuserSql`select * from case_files where id = ${caseId}`)[0]!;
const signalsOf = async ({ debtor, caseId }: TestCase) => (await loadOwnSignals(debtor, caseId)).signals;
const followed = () => {
  clock.set(TUESDAY);
  return aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
};
const pauseOf = async (person: TestCase) =>
  (await listRegister(team.referent, person.caseId)).pause?.pause.reason;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

describe('why contacts rest, as staff read it', () => {
  it('"c’est trop" that is not to be told rests contacts without saying why', async () => {
    const person = await followed();
    await say(person, 'feeling', choice('too_much'));
    expect(await pauseOf(person)).toBe('asked_by_person');
    await say(person, 'tell_referent', choice('yes'));
    expect(await pauseOf(person)).toBe('distress');
  });

  it.each([
    ['bereavement', 'bereavement'],
    ['health', 'health']
  ])('a change that is %s rests contacts for %s', async (code, reason) => {
    const person = await followed();
    await say(person, 'recent_change', choice(code));
    expect(await pauseOf(person)).toBe(reason);
  });
});

it('rests contacts longer when the firm’s silence is longer', async () => {
  const person = await followed();
  await say(person, 'recent_change', choice('health'));
  const resumesOn = async () => (await listRegister(team.referent, person.caseId)).pause?.resumesOn;
  expect(await resumesOn()).toBe('2026-12-25');
  const policy: ContactPolicy = {
    ...DEFAULT_POLICY,
    version: 'longer',
    numbers: { ...DEFAULT_POLICY.numbers, healthPauseDays: 45 }
  };
  const { superuserSql: sql } = db();
  await sql`insert into contact_policies (id, version, body, in_force_from, created_at)
    values (gen_random_uuid(), 'longer', ${JSON.stringify(policy)}::text::jsonb, '2026-11-01', now())`;
  expect(await resumesOn()).toBe('2027-01-08');
  await sql`delete from contact_policies`;
});

it('rests contacts until the firm’s own end when the signal is over sooner, and erased', async () => {
  const policy: ContactPolicy = {
    ...DEFAULT_POLICY,
    version: 'longest',
    numbers: { ...DEFAULT_POLICY.numbers, distressPauseDays: 60 }
  };
  const { superuserSql: sql } = db();
  await sql`insert into contact_policies (id, version, body, in_force_from, created_at)
    values (gen_random_uuid(), 'longest', ${JSON.stringify(policy)}::text::jsonb, '2026-11-01', now())`;
  const told = await followed();
  const silent = await followed();
  const removed = await followed();
  for (const person of [told, silent, removed]) await say(person, 'feeling', choice('too_much'));
  await say(told, 'tell_referent', choice('yes'));
  const [signal] = await signalsOf(removed);
  await removeSignal(removed.debtor, removed.caseId, signal!.id as Id<'signal'>);
  const resumesOn = async (person: TestCase) =>
    (await listRegister(person.debtor, person.caseId)).pause?.resumesOn ?? null;

  for (const days of [9, 1, 35]) {
    later(days);
    await endOfDay();
    expect(await resumesOn(told), `${days} days later`).toBe('2027-01-23');
    expect(await resumesOn(silent), `${days} days later`).toBe('2027-01-23');
  }
  expect(await signalsOf(told)).toEqual([]);
  expect(await resumesOn(removed), 'what she removed asks for no silence').toBeNull();
  // what is kept says nothing of the signal, and is no pause of hers to end
  const kept = await sql`select reason from contact_pauses where case_id = ${told.caseId}`;
  expect(kept).toEqual([{ reason: 'health' }]);
  expect(await listRegister(silent.debtor, silent.caseId)).toMatchObject({ askedPauseUntil: null });
  clock.set('2027-01-23T09:30:00Z');
  expect(await resumesOn(told)).toBeNull();
  await sql`delete from contact_policies`;
});

describe('a signal whose time is over', () => {
  it('ends at night, and the desk neither shows its need nor owes words any more', async () => {
    const person = await followed();
    await say(person, 'going_without', choice('often'));
    expect(await deskOf(person)).toMatchObject({ need: 'vital_urgency', recommended_track: 'oxygene' });
    later(31);
    await endOfDay();
    expect((await signalsOf(person))[0]?.endedWhy).toBe(null);
    later(1);
    await endOfDay();
    expect(await signalsOf(person)).toMatchObject([{ endedWhy: 'expired' }]);
    expect(await deskOf(person)).toMatchObject({
      need: 'none',
      recommended_track: 'classic',
      signal_words_due_at: null,
      promised_at: null
    });
  });

  it('of another case is left alone', async () => {
    const person = await followed();
    await say(person, 'recent_change', choice('work'));
    later(32);
    await endOfDay();
    expect(await deskOf(person)).toMatchObject({ need: 'pace' });
  });

  it('is erased a month after it ended', async () => {
    const person = await followed();
    await say(person, 'going_without', choice('often'));
    await say(person, 'going_without', choice('no'));
    later(31);
    await endOfDay();
    expect(await signalsOf(person)).toEqual([]);
    expect(await db().superuserSql`select 1 from signals where case_id = ${person.caseId}`).toHaveLength(0);
  });
});

describe('a signal she removed', () => {
  it('is erased a month later, what it said included, and does not come back by the same answer', async () => {
    const person = await followed();
    await say(person, 'card_withdrawn', choice('yes'));
    const [signal] = await listSignalsAtDesk(team.referent, person.caseId);
    await removeSignal(person.debtor, person.caseId, signal!.id as never);
    later(31);
    await endOfDay();
    expect(await signalsOf(person)).toEqual([]);
    const { signals } = await loadQuestionnaire(person.debtor, person.caseId);
    expect(signals).toMatchObject([
      { words: null, signal: { effects: [], causes: [{ value: { choices: [] } }] } }
    ]);
    await say(person, 'unexpected_expense', choice('no'));
    expect(await signalsOf(person)).toEqual([]);
  });
});
