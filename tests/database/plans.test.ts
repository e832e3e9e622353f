import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cents, localDate, sumCents, type Id } from '../../src/lib/kernel';
import { CURRENT_WARNING, type PlanTerms } from '../../src/lib/plans';
import type { Reply } from '../../src/lib/questionnaire';
import { closeCase } from '../../src/lib/server/backoffice';
import { NotYours } from '../../src/lib/server/db';
import { listThread } from '../../src/lib/server/messaging';
import { newId } from '../../src/lib/server/platform/ids';
import {
  answerPlan,
  decidePlan,
  loadPlans,
  proposePlan,
  skipInstalment,
  type PlanDecision
} from '../../src/lib/server/plans';
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

const acknowledged = CURRENT_WARNING.version;
const monthly = (euros: number): PlanTerms => ({
  kind: 'instalments',
  instalmentCents: cents(euros * 100),
  rhythm: { kind: 'monthly', dayOfMonth: 5 }
});
const propose = (person: TestCase, terms: PlanTerms, ticked: typeof acknowledged | null = acknowledged) =>
  proposePlan(person.debtor, person.caseId, {
    proposal: { debtIds: person.debtIds, terms },
    acknowledged: ticked
  });
const followed = (wishes: CaseWishes = {}) =>
  aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene', ...wishes });
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

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(() => clock.set('2026-11-24T09:30:00Z'));
afterAll(() => clock.close());

describe('proposing', () => {
  it('is never taken without the warning ticked for this very proposal', async () => {
    const person = await followed();
    expect(await propose(person, monthly(35), null)).toMatchObject({
      ok: false,
      why: { code: 'acknowledgement_missing' }
    });
    expect((await loadPlans(person.debtor, person.caseId)).plans).toEqual([]);
  });

  it('waits for the referent when what is left to live is not known, and contacts rest meanwhile', async () => {
    const person = await followed();
    expect(await propose(person, monthly(35))).toMatchObject({
      ok: true,
      value: { outcome: 'needs_referent' }
    });
    const [pause] = await db()
      .superuserSql`select reason, lifted_at from contact_pauses where case_id = ${person.caseId}`;
    expect(pause).toEqual({ reason: 'proposal_pending', lifted_at: null });
    const [file] = await db()
      .superuserSql`select promised_at, proposal_due_at from case_files where id = ${person.caseId}`;
    expect(file?.promised_at).toEqual(file?.proposal_due_at);
  });

  it('is agreed at once within the rules, with a schedule that sums to the cent', async () => {
    const person = await followed();
    await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 104_200 });
    expect(await propose(person, monthly(35))).toMatchObject({
      ok: true,
      value: { outcome: 'accepted_at_once' }
    });
    const [row] = await db().superuserSql`
      select sum(amount_cents)::int as total, count(*)::int as instalments
      from plan_instalments where case_id = ${person.caseId}`;
    expect(row).toEqual({ total: 62_640, instalments: 18 });
    const [post] = await db()
      .superuserSql`select purpose, state from contacts where case_id = ${person.caseId}`;
    expect(post).toEqual({ purpose: 'plan_confirmation', state: 'waiting' });
  });

  it('below the floor it is refused with the numbers, and nothing is kept', async () => {
    const person = await followed();
    await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 66_000 });
    expect(await propose(person, monthly(35))).toMatchObject({
      ok: false,
      why: { code: 'left_to_live_below_floor', floorCents: 65_169 }
    });
    expect((await loadPlans(person.debtor, person.caseId)).plans).toEqual([]);
  });

  it('no plan on a debt that may be time-barred before a human looked', async () => {
    const person = await followed({ firstUnpaidOn: '2021-01-01', limitation: 'presumed_expired' });
    expect(await propose(person, monthly(35))).toMatchObject({
      ok: false,
      why: { code: 'debt_may_be_time_barred' }
    });
  });

  it('no plan once a surendettement file is receivable', async () => {
    const person = await followed();
    await say(person, 'overindebtedness_file', { kind: 'one_choice', choice: 'receivable' });
    expect(await propose(person, monthly(35))).toMatchObject({
      ok: false,
      why: { code: 'surendettement_receivable' }
    });
  });

  it('no plan on a disputed debt: one does not propose what one contests', async () => {
    const person = await followed();
    const debtId = person.debtIds[0] as Id<'debt'>;
    expect(await disputeDebt(person.debtor, person.caseId, { debtId, words: 'Déjà payée' })).toMatchObject({
      ok: true
    });
    expect(await propose(person, monthly(35))).toMatchObject({
      ok: false,
      why: { code: 'debt_is_disputed' }
    });
    const { lines } = await listThread(team.referent, person.caseId);
    expect(lines.map((line) => line.systemLine ?? line.body)).toEqual(['debt_disputed', 'Déjà payée']);
  });

  it('agreed at once in the place of one that waited, it ends the pause of that one', async () => {
    const person = await followed();
    await propose(person, monthly(35));
    await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 104_200 });
    expect(await propose(person, monthly(40))).toMatchObject({ value: { outcome: 'accepted_at_once' } });
    const pauses = await db().superuserSql`
      select reason from contact_pauses where case_id = ${person.caseId} and lifted_at is null`;
    expect(pauses).toEqual([]);
  });

  it('sent twice by the same command it is one proposal; a new one replaces the one that waits', async () => {
    const person = await followed();
    const input = { proposal: { debtIds: person.debtIds, terms: monthly(35) }, acknowledged };
    const command = { id: newId<'command'>(), input };
    const first = await proposePlan(person.debtor, person.caseId, input, command);
    expect(await proposePlan(person.debtor, person.caseId, input, command)).toEqual(first);
    await propose(person, monthly(20));
    const { plans } = await loadPlans(person.debtor, person.caseId);
    expect(plans.map((plan) => plan.state)).toEqual(['proposed', 'withdrawn']);
  });
});

describe('answering a proposal', () => {
  const waiting = async (terms = monthly(35)) => {
    const person = await followed();
    const proposed = await propose(person, terms);
    if (!proposed.ok) throw new Error(proposed.why.code);
    return { person, planId: proposed.value.planId };
  };
  const decide = ({ person, planId }: Awaited<ReturnType<typeof waiting>>, decision: PlanDecision) =>
    decidePlan(team.referent, person.caseId, { planId, decision });

  it('the referent accepts: it is agreed, and the pause ends', async () => {
    const { person, planId } = await waiting();
    const decided = await decidePlan(team.referent, person.caseId, { planId, decision: { kind: 'accept' } });
    expect(decided).toMatchObject({ ok: true });
    const { plans } = await loadPlans(person.debtor, person.caseId);
    expect(plans[0]).toMatchObject({ state: 'accepted', cancellableUntilOn: '2026-12-01' });
    const [pause] = await db()
      .superuserSql`select lifted_at from contact_pauses where case_id = ${person.caseId}`;
    expect(pause?.lifted_at).not.toBeNull();
  });

  it('she proposes anew while the referent answers: one goes first, nobody waits for ever', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { person, planId } = await waiting();
      const decision = { kind: 'explain', words: 'Parlons-en.' } as const;
      const [proposed] = await Promise.all([
        propose(person, monthly(30)),
        decidePlan(team.referent, person.caseId, { planId, decision }),
        answerPlan(person.debtor, person.caseId, { planId, answer: { kind: 'withdraw' } })
      ]);
      expect(proposed).toMatchObject({ ok: true });
      const { plans } = await loadPlans(person.debtor, person.caseId);
      expect(plans.filter(({ state }) => state === 'proposed')).toHaveLength(1);
    }
  });

  it('a counter-proposal comes with words, and she may keep her own', async () => {
    const { person, planId } = await waiting();
    const counter = { kind: 'counter', terms: monthly(20), words: '' } as const;
    expect(await decidePlan(team.referent, person.caseId, { planId, decision: counter })).toMatchObject({
      ok: false,
      why: { code: 'words_missing' }
    });
    await decidePlan(team.referent, person.caseId, { planId, decision: { ...counter, words: 'Plus doux.' } });
    const countered = (await loadPlans(person.debtor, person.caseId)).plans[0];
    expect(countered).toMatchObject({
      state: 'countered',
      words: 'Plus doux.',
      onTheTable: { terms: monthly(20) }
    });
    await answerPlan(person.debtor, person.caseId, { planId, answer: { kind: 'keep_mine' } });
    const kept = (await loadPlans(person.debtor, person.caseId)).plans[0];
    expect(kept).toMatchObject({ state: 'proposed', onTheTable: { terms: monthly(35) } });
  });

  it('taking a counter-proposal asks for the warning again', async () => {
    const { person, planId } = await waiting();
    const decision = { kind: 'counter', terms: monthly(20), words: 'Plus doux.' } as const;
    await decidePlan(team.referent, person.caseId, { planId, decision });
    const accept = (ticked: typeof acknowledged | null) =>
      answerPlan(person.debtor, person.caseId, {
        planId,
        answer: { kind: 'accept_counter', acknowledged: ticked }
      });
    expect(await accept(null)).toMatchObject({ ok: false, why: { code: 'acknowledgement_missing' } });
    expect(await accept(acknowledged)).toMatchObject({ ok: true });
    const { plans } = await loadPlans(person.debtor, person.caseId);
    expect(plans[0]?.schedule?.instalments[0]?.amountCents).toBe(2000);
  });

  it('she changes her mind within seven days, not on the eighth', async () => {
    const late = await waiting();
    await decidePlan(team.referent, late.person.caseId, {
      planId: late.planId,
      decision: { kind: 'accept' }
    });
    const start = clock.now();
    clock.set('2026-12-02T09:00:00Z');
    const cancel = { planId: late.planId, answer: { kind: 'cancel' } } as const;
    expect(await answerPlan(late.person.debtor, late.person.caseId, cancel)).toMatchObject({
      ok: false,
      why: { code: 'change_of_mind_over' }
    });
    clock.set('2026-12-01T22:00:00Z');
    expect(await answerPlan(late.person.debtor, late.person.caseId, cancel)).toMatchObject({ ok: true });
    clock.set(start);
  });

  it.each([
    [
      'she disputes it since',
      ({ debtor, caseId, debtIds }: TestCase) =>
        disputeDebt(debtor, caseId, { debtId: debtIds[0] as Id<'debt'>, words: '' }),
      'debt_is_disputed'
    ],
    [
      'her surendettement file became receivable',
      (person: TestCase) =>
        say(person, 'overindebtedness_file', { kind: 'one_choice', choice: 'receivable' }),
      'surendettement_receivable'
    ],
    [
      'less is left to live on',
      (person: TestCase) =>
        say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 66_000 }),
      'left_to_live_below_floor'
    ],
    [
      'all was paid',
      ({ caseId }: TestCase) =>
        db().superuserSql`update debts set paid_cents = principal_cents where case_id = ${caseId}`,
      'nothing_owed'
    ]
  ])('a yes is no agreement when %s: neither the referent’s nor hers', async (_what, happens, code) => {
    const proposed = await waiting();
    const countered = await waiting();
    await decide(countered, { kind: 'counter', terms: monthly(30), words: 'Plus doux.' });
    for (const { person } of [proposed, countered]) await happens(person);
    expect(await decide(proposed, { kind: 'accept' })).toMatchObject({ ok: false, why: { code } });
    const { person, planId } = countered;
    const answer = { kind: 'accept_counter', acknowledged } as const;
    expect(await answerPlan(person.debtor, person.caseId, { planId, answer })).toMatchObject({
      ok: false,
      why: { code }
    });
  });

  it('the days she read are kept when the answer takes a few days', async () => {
    const rest = { ...monthly(35), kind: 'rest_then_instalments', restMonths: 2 } as PlanTerms;
    const one = await waiting(rest);
    const read = (await loadPlans(one.person.debtor, one.person.caseId)).plans[0]?.schedule;
    clock.set('2026-11-30T09:30:00Z');
    const schedule = async () => (await loadPlans(one.person.debtor, one.person.caseId)).plans[0]?.schedule;
    expect(await schedule(), 'while it waits').toEqual(read);
    await decide(one, { kind: 'accept' });
    expect(await schedule()).toEqual(read);
  });

  it('is not for another referent, nor for the person herself', async () => {
    const { person, planId } = await waiting();
    const decision = { planId, decision: { kind: 'accept' } } as const;
    await expect(decidePlan(team.otherReferent, person.caseId, decision)).rejects.toThrow(NotYours);
    await expect(decidePlan(person.debtor, person.caseId, decision)).rejects.toThrow(NotYours);
  });
});

describe('passing an instalment by a gesture', () => {
  const agreed = async () => {
    const person = await followed();
    await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 104_200 });
    const proposed = await propose(person, monthly(35));
    if (!proposed.ok) throw new Error(proposed.why.code);
    return { person, planId: proposed.value.planId };
  };
  const scheduleOf = async ({ debtor, caseId }: TestCase) =>
    (await loadPlans(debtor, caseId)).plans[0]?.schedule?.instalments ?? [];
  const pass = (person: TestCase, planId: Id<'plan'>, day: string, id = newId<'command'>()) => {
    const input = { planId, dueOn: localDate(day) };
    return skipInstalment(person.debtor, person.caseId, input, { id, input });
  };

  it('moves it to the end, to the cent; the referent reads it, and nothing goes out', async () => {
    const { person, planId } = await agreed();
    const before = await scheduleOf(person);
    const sent = () => db().superuserSql`select id from contacts where case_id = ${person.caseId}`;
    const register = await sent();
    const id = newId<'command'>();
    const first = await pass(person, planId, '2026-12-05', id);
    expect(first).toEqual({
      ok: true,
      value: { dueOn: '2026-12-05', amountCents: 3500, movedToOn: '2028-06-05' }
    });
    expect(await pass(person, planId, '2026-12-05', id), 'the same gesture twice is one').toEqual(first);

    const after = await scheduleOf(person);
    expect(after.map((one) => one.position)).toEqual(before.map((one) => one.position));
    expect(after.map((one) => one.dueOn)).toEqual([...before.slice(1).map((one) => one.dueOn), '2028-06-05']);
    expect(after.at(-1)).toMatchObject({ amountCents: 3500, movedFromOn: '2026-12-05' });
    expect(sumCents(after.map((one) => one.amountCents))).toBe(62_640);
    const [row] = await db().superuserSql`
      select first_due_on::text, last_due_on::text, skipped_on::text[] from plans where id = ${planId}`;
    expect(row).toEqual({
      first_due_on: '2027-01-05',
      last_due_on: '2028-06-05',
      skipped_on: ['2026-12-05']
    });
    const { lines } = await listThread(team.referent, person.caseId);
    expect(lines.filter((line) => line.systemLine === 'instalment_passed')).toHaveLength(1);
    const journal = await db().superuserSql`
      select actor_kind from audit_events where case_id = ${person.caseId} and action = 'plan.passed'`;
    expect(journal).toEqual([{ actor_kind: 'debtor' }]);
    expect(await sent()).toEqual(register);
  });

  it('pressed on two devices at once it is passed once', async () => {
    const { person, planId } = await agreed();
    const answers = await Promise.all([
      pass(person, planId, '2026-12-05'),
      pass(person, planId, '2026-12-05')
    ]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      why: { code: 'already_skipped', movedToOn: '2028-06-05' }
    });
  });

  it('in three months of twelve, then it says when another may be', async () => {
    const { person, planId } = await agreed();
    for (const day of ['2026-12-05', '2027-01-05', '2027-02-05'])
      expect(await pass(person, planId, day), day).toMatchObject({ ok: true });
    expect(await pass(person, planId, '2027-03-05')).toMatchObject({
      ok: false,
      why: { code: 'no_joker_left', allowed: 3, nextOn: '2027-12-01' }
    });
    expect(sumCents((await scheduleOf(person)).map((one) => one.amountCents))).toBe(62_640);
  });

  it('is refused on an agreement that stopped, a receivable file, another plan', async () => {
    const { person, planId } = await agreed();
    expect(await pass(person, newId<'plan'>(), '2026-12-05')).toMatchObject({
      why: { code: 'plan_not_there' }
    });
    await say(person, 'overindebtedness_file', { kind: 'one_choice', choice: 'receivable' });
    expect(await pass(person, planId, '2026-12-05')).toMatchObject({
      why: { code: 'surendettement_receivable' }
    });
    const stopped = await agreed();
    await answerPlan(stopped.person.debtor, stopped.person.caseId, {
      planId: stopped.planId,
      answer: { kind: 'withdraw' }
    });
    expect(await pass(stopped.person, stopped.planId, '2026-12-05')).toMatchObject({
      why: { code: 'no_agreement' }
    });
    const closed = await agreed();
    await closeCase(team.referent, closed.person.caseId, { reason: 'given_back', words: '' });
    expect(await pass(closed.person, closed.planId, '2026-12-05')).toMatchObject({
      why: { code: 'case_closed' }
    });
  });

  it('is for nobody but her', async () => {
    const { person, planId } = await agreed();
    const another = await followed();
    const input = { planId, dueOn: localDate('2026-12-05') };
    for (const actor of [another.debtor, team.referent, team.supervisor])
      await expect(skipInstalment(actor, person.caseId, input)).rejects.toThrow(NotYours);
    expect(await pass(another, planId, '2026-12-05')).toMatchObject({ why: { code: 'plan_not_there' } });
    expect((await scheduleOf(person))[0]?.dueOn).toBe('2026-12-05');
  });
});
