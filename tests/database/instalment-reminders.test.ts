import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cents, localDate, type Id } from '../../src/lib/kernel';
import { CURRENT_WARNING } from '../../src/lib/plans';
import { closeCase, loadKeptPost } from '../../src/lib/server/backoffice';
import { askForPause, deliverDue, listRegister, setPreferences } from '../../src/lib/server/contact-policy';
import { NotYours } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import {
  answerPlan,
  chooseReminders,
  decidePlan,
  proposePlan,
  remindOfInstalments,
  skipInstalment
} from '../../src/lib/server/plans';
import { disputeDebt } from '../../src/lib/server/requests';
import {
  aCase,
  aTeam,
  TUESDAY,
  useTestRuntime,
  type CaseWishes,
  type TestCase,
  type TestTeam
} from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const ORIGIN = 'https://oxygene.exemple';
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(async () => {
  clock.set(TUESDAY);
  // each test recalls its own people only
  await db().superuserSql`update plans set reminds = false`;
});
afterAll(() => clock.close());

/** Somebody with an agreement: 35 € on the 10th, the first on Thursday 10 December. */
async function agreed(wishes: CaseWishes = {}) {
  const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, ...wishes });
  const { debtor, caseId, debtIds } = person;
  const terms = {
    kind: 'instalments',
    instalmentCents: cents(3_500),
    rhythm: { kind: 'monthly', dayOfMonth: 10 }
  } as const;
  const proposed = await proposePlan(debtor, caseId, {
    proposal: { debtIds, terms },
    acknowledged: CURRENT_WARNING.version
  });
  if (!proposed.ok) throw new Error(proposed.why.code);
  const { planId } = proposed.value;
  await decidePlan(team.referent, caseId, { planId, decision: { kind: 'accept' } });
  return { person, planId };
}
const ask = ({ debtor, caseId }: TestCase, planId: Id<'plan'>, reminds = true) =>
  chooseReminders(debtor, caseId, { planId, reminds });
async function reminded(wishes: CaseWishes = {}) {
  const { person, planId } = await agreed(wishes);
  expect(await ask(person, planId)).toEqual({ ok: true, value: { reminds: true } });
  return { person, planId };
}
const remind = () => remindOfInstalments(ORIGIN);
const registerOf = async ({ debtor, caseId }: TestCase) =>
  (await listRegister(debtor, caseId)).lines
    .filter(({ purpose }) => purpose === 'due_reminder')
    .map(({ state, ruleCode }) => ({ state, ruleCode }));
const nobody = {
  mailer: { isReal: false, deliver: async () => ({ kind: 'kept' }) as const, close: () => undefined },
  sms: { deliver: async () => ({ kind: 'kept' }) as const }
};

it('is off until she asks', async () => {
  const { person } = await agreed();
  clock.set('2026-12-08T09:05:00Z');
  expect(await remind()).toBe(0);
  expect(await registerOf(person)).toEqual([]);
});

it('comes once for an instalment, not before three days, in neutral words that both sides find in the register', async () => {
  const { person } = await reminded();
  clock.set('2026-12-04T09:05:00Z');
  expect(await remind(), 'six days before').toBe(0);
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(1);
  await deliverDue(nobody);
  clock.set('2026-12-08T09:05:00Z');
  expect(await remind(), 'the day after').toBe(0);

  const sent = { state: 'sent', ruleCode: 'allowed_due_reminder' };
  expect(await registerOf(person)).toEqual([sent]);
  const { lines } = await listRegister(team.referent, person.caseId);
  expect(lines.filter(({ purpose }) => purpose === 'due_reminder')).toMatchObject([sent]);
  const [row] = await db().superuserSql<{ id: Id<'delivery'>; subject: string }[]>`
    select d.id, d.subject from deliveries d, contacts c
    where c.case_id = d.case_id and c.id = d.contact_id and c.purpose = 'due_reminder'
      and d.case_id = ${person.caseId}`;
  const post = await loadKeptPost(team.supervisor, person.caseId, row!.id);
  if (!post.ok) throw new Error(post.why.code);
  expect(`${row!.subject} ${post.value.body}`).not.toMatch(/€|35|Hermine|accord d|dette|versement/i);
  expect(post.value.body).toMatch(/courrier L-0 du 1er\sseptembre 2026/);

  clock.set('2027-01-07T09:05:00Z');
  expect(await remind(), 'the next instalment').toBe(1);
});

it('is asked for once by two processes at the same moment', async () => {
  const { person } = await reminded();
  clock.set('2026-12-07T09:05:00Z');
  const counts = await Promise.all([remind(), remind(), remind()]);
  expect(counts.sort()).toEqual([0, 0, 1]);
  expect(await registerOf(person)).toHaveLength(1);
});

it('waits for the hour of her own clock, and is asked again then', async () => {
  const { person } = await reminded({ postcode: '97100' });
  await db().superuserSql`
    update case_files set time_zone = 'America/Guadeloupe' where id = ${person.caseId}`;
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(1);
  await deliverDue(nobody);
  expect(await registerOf(person), 'five in the morning there').toMatchObject([{ state: 'waiting' }]);
  clock.set('2026-12-07T13:30:00Z');
  await deliverDue(nobody);
  expect(await registerOf(person)).toMatchObject([{ state: 'sent' }]);
});

it.each([
  [
    'she passes the instalment',
    ({ debtor, caseId }: TestCase, planId: Id<'plan'>) =>
      skipInstalment(debtor, caseId, { planId, dueOn: localDate('2026-12-10') })
  ],
  ['she wants none any more', (person: TestCase, planId: Id<'plan'>) => ask(person, planId, false)],
  [
    'she stops the agreement',
    ({ debtor, caseId }: TestCase, planId: Id<'plan'>) =>
      answerPlan(debtor, caseId, { planId, answer: { kind: 'withdraw' } })
  ]
])('that waits does not leave when %s', async (_what, act) => {
  const { person, planId } = await reminded();
  clock.set('2026-12-07T04:00:00Z');
  expect(await remind()).toBe(1);
  expect(await act(person, planId)).toMatchObject({ ok: true });
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(0);
  await deliverDue(nobody);
  expect(await registerOf(person)).toEqual([{ state: 'refused', ruleCode: 'reminder_not_wanted' }]);
});

it('comes for the new day of an instalment that was passed', async () => {
  const { person, planId } = await reminded();
  await skipInstalment(person.debtor, person.caseId, { planId, dueOn: localDate('2026-12-10') });
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(0);
  clock.set('2028-06-08T09:05:00Z');
  expect(await remind()).toBe(1);
});

it.each([
  ['once all is paid', 62_640],
  ['while she disputes it', 0]
])('comes for nothing that is not asked any more: %s', async (_what, paid) => {
  const { person } = await reminded();
  const { caseId, debtor } = person;
  if (paid > 0) await db().superuserSql`update debts set paid_cents = ${paid} where case_id = ${caseId}`;
  else await disputeDebt(debtor, caseId, { debtId: person.debtIds[0] as Id<'debt'>, words: '' });
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(0);
  expect(await registerOf(person), 'not even asked of the door').toEqual([]);
});

it('is stopped by a pause, once, and says so', async () => {
  const { person } = await reminded();
  await askForPause(person.debtor, person.caseId, { days: 30 });
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(0);
  expect(await remind()).toBe(0);
  expect(await registerOf(person)).toEqual([{ state: 'refused', ruleCode: 'paused' }]);
});

it('needs a channel she confirmed and accepts, an agreement that runs, an open case', async () => {
  const unknown = await agreed({ emailConfirmed: false });
  expect(await ask(unknown.person, unknown.planId)).toMatchObject({ why: { code: 'no_channel' } });
  const refusing = await agreed();
  await setPreferences(refusing.person.debtor, refusing.person.caseId, {
    refusedChannels: ['email'],
    saturdayCalls: false
  });
  expect(await ask(refusing.person, refusing.planId)).toMatchObject({ why: { code: 'no_channel' } });
  expect(await ask(refusing.person, newId<'plan'>())).toMatchObject({ why: { code: 'plan_not_there' } });
  const stopped = await agreed();
  await answerPlan(stopped.person.debtor, stopped.person.caseId, {
    planId: stopped.planId,
    answer: { kind: 'withdraw' }
  });
  expect(await ask(stopped.person, stopped.planId)).toMatchObject({ why: { code: 'no_agreement' } });
  const closed = await reminded();
  await closeCase(team.referent, closed.person.caseId, { reason: 'given_back', words: '' });
  expect(await ask(closed.person, closed.planId)).toMatchObject({ why: { code: 'case_closed' } });
  clock.set('2026-12-07T09:05:00Z');
  expect(await remind()).toBe(0);
});

it('is chosen by nobody but her', async () => {
  const { person, planId } = await agreed();
  const another = await agreed();
  const input = { planId, reminds: true };
  for (const actor of [another.person.debtor, team.referent, team.supervisor])
    await expect(chooseReminders(actor, person.caseId, input)).rejects.toThrow(NotYours);
  expect(await ask(another.person, planId)).toMatchObject({ why: { code: 'plan_not_there' } });
});
