import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents, localDate, sumCents, type Id } from '../../src/lib/kernel';
import { CURRENT_WARNING, termsKey, type PaidTerms, type PlanTerms } from '../../src/lib/plans';
import type { Reply } from '../../src/lib/questionnaire';
import { closeCase } from '../../src/lib/server/backoffice';
import { NotYours } from '../../src/lib/server/db';
import { loadHome } from '../../src/lib/server/home';
import { listThread } from '../../src/lib/server/messaging';
import { newId } from '../../src/lib/server/platform/ids';
import {
  answerPlan,
  answerSmaller,
  decidePlan,
  loadPlans,
  noteMissedInstalment,
  proposePlan,
  stillToCome,
  type PlanDecision,
  type SmallerAnswer
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

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

const acknowledged = CURRENT_WARNING.version;
const monthly = (euros: number): PaidTerms => ({
  kind: 'instalments',
  instalmentCents: cents(euros * 100),
  rhythm: { kind: 'monthly', dayOfMonth: 5 }
});
const say = (
  { debtor, caseId }: TestCase,
  questionId: Parameters<typeof saveAnswer>[2]['questionId'],
  value: object
) =>
  saveAnswer(
    debtor,
    caseId,
    { questionId, reply: { disposition: 'answered', value } as Reply, answeredOn: localDate('2026-11-24') },
    { floorOf: () => null, wordsDueAt: () => clock.now() }
  );

/** 35 € on the 5th, agreed on 24 November; on 7 December the first is over. 460 € unless wished otherwise. */
async function agreed(wishes: CaseWishes = {}) {
  clock.set('2026-11-24T09:30:00Z');
  const person = await aCase(db(), team.teamId, {
    referentId: team.referent.staffId,
    track: 'oxygene',
    principalCents: [46_000],
    ...wishes
  });
  const { debtor, caseId, debtIds } = person;
  await say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 104_200 });
  const proposal = { debtIds, terms: monthly(35) };
  const proposed = await proposePlan(debtor, caseId, { proposal, acknowledged });
  if (!proposed.ok || proposed.value.outcome !== 'accepted_at_once') throw new Error('Not agreed at once');
  clock.set('2026-12-07T09:30:00Z');
  return { person, planId: proposed.value.planId };
}
type Agreed = Awaited<ReturnType<typeof agreed>>;

const missed = (
  { person, planId }: Agreed,
  day = '2026-12-05',
  actor: TestCase['debtor'] | TestTeam['referent'] = person.debtor
) => {
  const input = { planId, dueOn: localDate(day) };
  const id = newId<'command'>();
  return noteMissedInstalment(actor, person.caseId, input, { id, input });
};
const accept = (terms: PlanTerms = monthly(15)): SmallerAnswer => ({
  kind: 'accept',
  seen: termsKey(terms),
  acknowledged
});
const answer = ({ person, planId }: Agreed, given: SmallerAnswer) =>
  answerSmaller(person.debtor, person.caseId, { planId, answer: given });
const decide = ({ person, planId }: Agreed, decision: PlanDecision, actor = team.referent) =>
  decidePlan(actor, person.caseId, { planId, decision });
const planOf = async ({ person }: Agreed) => (await loadPlans(person.debtor, person.caseId)).plans[0]!;
const linesOf = async ({ person }: Agreed) =>
  (await listThread(team.referent, person.caseId)).lines.map(({ systemLine }) => systemLine);
const stepOf = async ({ person }: Agreed) => (await loadHome(person.debtor, person.caseId)).facts;
const deskOf = async ({ person }: Agreed) => {
  const [row] = await db().superuserSql`
    select proposal_pending_since is not null as pending, awaiting_reply_since is not null as awaiting,
      unread_by_staff, unread_by_debtor from case_files where id = ${person.caseId}`;
  return row;
};
const isPaused = async ({ person }: Agreed) => {
  const rows = await db().superuserSql`
    select from contact_pauses where case_id = ${person.caseId} and reason = 'proposal_pending' and lifted_at is null`;
  return rows.length > 0;
};

describe('an instalment that did not come', () => {
  it('said by herself goes to the end, cancels nothing, and a smaller plan is offered', async () => {
    const one = await agreed();
    const register = await db().superuserSql`select id from contacts where case_id = ${one.person.caseId}`;
    expect(await missed(one)).toEqual({
      ok: true,
      value: { dueOn: '2026-12-05', amountCents: 3500, movedToOn: '2028-02-05', isSmallerOffered: true }
    });
    const plan = await planOf(one);
    expect(plan).toMatchObject({
      state: 'accepted',
      skippedOn: [],
      smaller: { state: 'offered', terms: null }
    });
    const instalments = plan.schedule!.instalments;
    expect(instalments.at(-1)).toMatchObject({
      dueOn: '2028-02-05',
      movedFromOn: '2026-12-05',
      wasMissed: true
    });
    expect(sumCents(instalments.map(({ amountCents }) => amountCents))).toBe(46_000);
    expect(await linesOf(one)).toEqual(['plan_accepted', 'instalment_missed', 'smaller_offered']);
    expect(await stepOf(one)).toMatchObject({ isSmallerOffered: true });
    expect(await deskOf(one)).toMatchObject({ pending: false, awaiting: false, unread_by_staff: 1 });
    const journal = await db().superuserSql`
      select actor_kind from audit_events where case_id = ${one.person.caseId} and action = 'plan.missed'`;
    expect(journal).toEqual([{ actor_kind: 'debtor' }]);
    expect(
      await db().superuserSql`select id from contacts where case_id = ${one.person.caseId}`,
      'nothing goes out'
    ).toEqual(register);
  });

  it('noted by her referent is the same, and she reads it', async () => {
    const one = await agreed();
    expect(await missed(one, '2026-12-05', team.referent)).toMatchObject({ ok: true });
    expect(await deskOf(one)).toMatchObject({ unread_by_staff: 0, unread_by_debtor: 1 });
    const [row] = await db().superuserSql`
      select missed_noted_by from plan_instalments where case_id = ${one.person.caseId} and missed_at is not null`;
    expect(row).toEqual({ missed_noted_by: team.referent.staffId });
  });

  it('said and noted at the same moment is one', async () => {
    const one = await agreed();
    const both = await Promise.all([missed(one), missed(one, '2026-12-05', team.referent)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      why: { code: 'already_moved', movedToOn: '2028-02-05' }
    });
  });

  it('is none before its day is over, by her own clock', async () => {
    const one = await agreed();
    clock.set('2026-12-05T22:30:00Z');
    expect(await missed(one)).toMatchObject({ why: { code: 'not_due_yet' } });
    clock.set('2026-12-05T23:30:00Z');
    expect(await missed(one), 'past midnight in Paris').toMatchObject({ ok: true });
    const far = await agreed({ postcode: '97100' });
    clock.set('2026-12-06T03:30:00Z');
    expect(await missed(far), 'eleven at night in Guadeloupe').toMatchObject({
      why: { code: 'not_due_yet' }
    });
  });

  it('with nothing smaller to offer, a reply is promised instead', async () => {
    const one = await agreed();
    await say(one.person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 65_169 });
    expect(await missed(one)).toMatchObject({ ok: true, value: { isSmallerOffered: false } });
    expect(await planOf(one)).toMatchObject({ smaller: null });
    expect(await linesOf(one)).not.toContain('smaller_offered');
    expect(await deskOf(one)).toMatchObject({ awaiting: true });
  });

  it('is for her and who follows her', async () => {
    const one = await agreed();
    const another = await agreed();
    const stranger = await aTeam(db());
    for (const actor of [another.person.debtor, stranger.referent])
      await expect(missed(one, '2026-12-05', actor)).rejects.toThrow(NotYours);
    await expect(
      answerSmaller(team.referent, one.person.caseId, { planId: one.planId, answer: { kind: 'keep' } })
    ).rejects.toThrow(NotYours);
    expect(await missed({ ...another, planId: one.planId })).toMatchObject({
      why: { code: 'plan_not_there' }
    });
  });

  it('is refused where nothing is asked: a receivable file, a dispute, a stopped agreement, a closed case', async () => {
    const receivable = await agreed();
    await say(receivable.person, 'overindebtedness_file', { kind: 'one_choice', choice: 'receivable' });
    expect(await missed(receivable)).toMatchObject({ why: { code: 'surendettement_receivable' } });
    const disputed = await agreed();
    const debtId = disputed.person.debtIds[0] as Id<'debt'>;
    await disputeDebt(disputed.person.debtor, disputed.person.caseId, { debtId, words: '' });
    expect(await missed(disputed)).toMatchObject({ why: { code: 'debt_is_disputed' } });
    const stopped = await agreed();
    const { person, planId } = stopped;
    await answerPlan(person.debtor, person.caseId, { planId, answer: { kind: 'withdraw' } });
    expect(await missed(stopped)).toMatchObject({ why: { code: 'no_agreement' } });
    const closed = await agreed();
    await closeCase(team.referent, closed.person.caseId, { reason: 'given_back', words: '' });
    expect(await missed(closed)).toMatchObject({ why: { code: 'case_closed' } });
  });
});

describe('a smaller plan', () => {
  it('within the rules is hers at once: the past stays, the rest is smaller, to the cent', async () => {
    const one = await agreed();
    clock.set('2027-01-07T09:30:00Z');
    await missed(one, '2027-01-05');
    expect(await answer(one, accept())).toEqual({ ok: true, value: { outcome: 'adapted', answerBy: null } });
    const plan = await planOf(one);
    expect(plan).toMatchObject({ state: 'adapted', smaller: null, onTheTable: { terms: monthly(15) } });
    const { instalments, owedCents, laterCents } = plan.schedule!;
    expect(instalments.slice(0, 3)).toMatchObject([
      { position: 1, dueOn: '2026-12-05', amountCents: 3500 },
      { position: 2, dueOn: '2027-02-05', amountCents: 1500 },
      { position: 3, dueOn: '2027-03-05', amountCents: 1500 }
    ]);
    expect(sumCents(instalments.map(({ amountCents }) => amountCents))).toBe(46_000);
    expect([owedCents, laterCents]).toEqual([46_000, 0]);
    const [row] = await db().superuserSql`
      select first_due_on::text, last_due_on::text, total_cents::int from plans where id = ${one.planId}`;
    expect(row).toEqual({
      first_due_on: '2026-12-05',
      last_due_on: instalments.at(-1)!.dueOn,
      total_cents: 46_000
    });
    expect(await linesOf(one)).toContain('plan_adapted');
    expect((await stepOf(one)).isSmallerOffered).toBe(false);
    const notices = await db().superuserSql`
      select instalment_cents::int from creditor_notices where case_id = ${one.person.caseId} order by id`;
    expect(notices, 'its creditor is told of both').toEqual([
      { instalment_cents: 3500 },
      { instalment_cents: 1500 }
    ]);
    expect(await answer(one, accept()), 'pressed once more').toMatchObject({ why: { code: 'no_offer' } });
  });

  it('may become smaller again, and ends in a plan that is read and paid all the same', async () => {
    const one = await agreed();
    for (const [day, terms] of [
      ['2027-01-07', monthly(15)],
      ['2027-03-07', monthly(5)]
    ] as const) {
      clock.set(`${day}T09:30:00Z`);
      await missed(one, `${day.slice(0, 7)}-05`);
      const done = await answer(one, accept(terms));
      if (done.ok && done.value.outcome === 'needs_referent') await decide(one, { kind: 'accept' });
      expect(await planOf(one)).toMatchObject({ state: 'adapted', onTheTable: { terms } });
    }
    const { schedule } = await planOf(one);
    expect(sumCents(schedule!.instalments.map(({ amountCents }) => amountCents))).toBe(46_000);
    clock.set('2027-04-01T09:30:00Z');
    expect((await stepOf(one)).nextDue).toEqual({ dueOn: '2027-04-05', amountCents: 500 });
  });

  it('never goes through without the warning, nor when its figures moved since she read them', async () => {
    const one = await agreed();
    await missed(one);
    expect(
      await answer(one, { kind: 'accept', seen: termsKey(monthly(15)), acknowledged: null })
    ).toMatchObject({
      why: { code: 'acknowledgement_missing' }
    });
    expect(await answer(one, accept(monthly(20)))).toMatchObject({ why: { code: 'offer_changed' } });
    expect(await planOf(one)).toMatchObject({ state: 'accepted', smaller: { state: 'offered' } });
  });

  it('accepted on two devices at once is taken once', async () => {
    const one = await agreed();
    await missed(one);
    const both = await Promise.all([answer(one, accept()), answer(one, accept())]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { schedule } = await planOf(one);
    expect(sumCents(schedule!.instalments.map(({ amountCents }) => amountCents))).toBe(46_000);
  });

  it('she keeps her agreement as it is, without a reason', async () => {
    const one = await agreed();
    await missed(one);
    const before = (await planOf(one)).schedule;
    expect(await answer(one, { kind: 'keep' })).toMatchObject({ ok: true, value: { outcome: 'kept' } });
    expect(await planOf(one)).toMatchObject({ state: 'accepted', smaller: null, schedule: before });
    expect((await stepOf(one)).isSmallerOffered).toBe(false);
    expect(await answer(one, { kind: 'keep' })).toMatchObject({ why: { code: 'no_offer' } });
    clock.set('2027-01-07T09:30:00Z');
    await missed(one, '2027-01-05');
    expect(await planOf(one), 'offered again at the next one').toMatchObject({
      smaller: { state: 'offered' }
    });
  });
});

describe('a smaller plan outside the rules', () => {
  /** 626,40 €: half would last longer than the creditor accepts by itself. */
  const asked = async () => {
    const one = await agreed({ principalCents: [62_640] });
    await missed(one);
    expect(await answer(one, accept())).toMatchObject({ ok: true, value: { outcome: 'needs_referent' } });
    return one;
  };

  it('waits for the referent, contacts rest, and the agreement runs as before', async () => {
    const one = await asked();
    expect(await planOf(one)).toMatchObject({
      state: 'accepted',
      smaller: { state: 'asked', terms: monthly(15) }
    });
    expect(await deskOf(one)).toMatchObject({ pending: true });
    expect(await isPaused(one)).toBe(true);
    expect((await planOf(one)).onTheTable.terms).toEqual(monthly(35));
  });

  it('the referent says yes', async () => {
    const one = await asked();
    expect(await decide(one, { kind: 'accept' })).toEqual({ ok: true, value: null });
    expect(await planOf(one)).toMatchObject({
      state: 'adapted',
      smaller: null,
      onTheTable: { terms: monthly(15) }
    });
    expect(await deskOf(one)).toMatchObject({ pending: false });
    expect(await isPaused(one)).toBe(false);
    expect(await decide(one, { kind: 'accept' })).toMatchObject({ why: { code: 'transition_not_allowed' } });
  });

  it('the referent proposes something else, never more than before; she takes it at once', async () => {
    const one = await asked();
    const words = 'Un peu plus court, pour le créancier.';
    expect(await decide(one, { kind: 'counter', terms: monthly(36), words })).toMatchObject({
      why: { code: 'not_smaller', monthlyCents: 3600, agreedMonthlyCents: 3500 }
    });
    expect(await decide(one, { kind: 'counter', terms: monthly(20), words })).toMatchObject({ ok: true });
    expect(await planOf(one)).toMatchObject({ words, smaller: { state: 'offered', terms: monthly(20) } });
    expect(await answer(one, accept(monthly(20)))).toMatchObject({ value: { outcome: 'adapted' } });
    expect(await planOf(one)).toMatchObject({ onTheTable: { terms: monthly(20) }, words: null });
  });

  it('a rest proposed instead is counted from the day she takes it', async () => {
    const one = await asked();
    const rest = { ...monthly(20), kind: 'rest_then_instalments', restMonths: 2 } as const;
    await decide(one, { kind: 'counter', terms: rest, words: 'Soufflez d’abord.' });
    expect(await answer(one, accept(rest))).toMatchObject({ ok: true });
    const { schedule } = await planOf(one);
    expect(schedule).toMatchObject({ restMonths: ['2027-01-01', '2027-02-01'], restUntilOn: '2027-03-04' });
    expect((await stepOf(one)).restUntilOn).toBe('2027-03-04');
  });

  it('the referent says in words why not, and the agreement stays', async () => {
    const one = await asked();
    expect(await decide(one, { kind: 'explain', words: ' ' })).toMatchObject({
      why: { code: 'words_missing' }
    });
    expect(await decide(one, { kind: 'explain', words: 'Le créancier ne peut pas.' })).toMatchObject({
      ok: true
    });
    expect(await planOf(one)).toMatchObject({
      state: 'accepted',
      words: 'Le créancier ne peut pas.',
      smaller: { state: 'explained' },
      onTheTable: { terms: monthly(35) }
    });
    expect(await answer(one, { kind: 'keep' })).toMatchObject({ ok: true });
    expect(await planOf(one)).toMatchObject({ smaller: null });
  });

  it('she takes her question back, or stops: nobody waits any more', async () => {
    const back = await asked();
    expect(await answer(back, { kind: 'keep' })).toMatchObject({ ok: true });
    const stopped = await asked();
    const { person, planId } = stopped;
    await answerPlan(person.debtor, person.caseId, { planId, answer: { kind: 'withdraw' } });
    for (const one of [back, stopped]) {
      expect(await deskOf(one)).toMatchObject({ pending: false });
      expect(await isPaused(one)).toBe(false);
    }
    expect(await decide(stopped, { kind: 'accept' })).toMatchObject({ ok: false });
  });

  it('is answered by nobody but her referent', async () => {
    const one = await asked();
    const stranger = await aTeam(db());
    await expect(decide(one, { kind: 'accept' }, stranger.referent)).rejects.toThrow(NotYours);
  });
});

describe('an agreement while its debts change', () => {
  const paid = (one: Agreed, sum: number) =>
    db().superuserSql`update debts set paid_cents = ${sum} where case_id = ${one.person.caseId}`;
  const ahead = async (one: Agreed) => {
    const { situation, plans } = await loadPlans(one.person.debtor, one.person.caseId);
    return stillToCome(plans[0]!, situation);
  };

  it('asks no more than what is left: the last instalments go first', async () => {
    const one = await agreed();
    await paid(one, 46_000 - 5_000);
    expect((await ahead(one)).map(({ amountCents }) => amountCents)).toEqual([3500, 1500]);
    clock.set('2027-01-02T09:30:00Z');
    expect((await stepOf(one)).nextDue).toEqual({ dueOn: '2027-01-05', amountCents: 3500 });
    await paid(one, 46_000 - 1_000);
    expect((await stepOf(one)).nextDue).toEqual({ dueOn: '2027-01-05', amountCents: 1000 });
  });

  it('once all is paid, nothing is expected', async () => {
    const one = await agreed();
    await paid(one, 46_000);
    expect(await ahead(one)).toEqual([]);
    expect((await stepOf(one)).nextDue).toBeNull();
  });

  it('keeps its days and sums when a new import says that more is owed', async () => {
    const one = await agreed();
    await db()
      .superuserSql`update debts set principal_cents = 9_000_000 where case_id = ${one.person.caseId}`;
    clock.set('2027-01-02T09:30:00Z');
    expect((await planOf(one)).schedule).toMatchObject({ owedCents: 46_000 });
    expect((await stepOf(one)).nextDue).toEqual({ dueOn: '2027-01-05', amountCents: 3500 });
  });

  it('rests whole while one of its debts is disputed', async () => {
    const one = await agreed({ principalCents: [20_000, 26_000] });
    const debtId = one.person.debtIds[1] as Id<'debt'>;
    await disputeDebt(one.person.debtor, one.person.caseId, { debtId, words: '' });
    expect(await ahead(one)).toEqual([]);
    clock.set('2027-01-02T09:30:00Z');
    expect((await stepOf(one)).nextDue).toBeNull();
  });

  it('agreed by the referent after a payment is for what was left that day', async () => {
    const person = await aCase(db(), team.teamId, {
      referentId: team.referent.staffId,
      principalCents: [46_000]
    });
    const { debtor, caseId, debtIds } = person;
    const proposal = { debtIds, terms: monthly(35) };
    const proposed = await proposePlan(debtor, caseId, { proposal, acknowledged });
    if (!proposed.ok) throw new Error(proposed.why.code);
    const one = { person, planId: proposed.value.planId };
    await paid(one, 4_000);
    await decide(one, { kind: 'accept' });
    expect((await planOf(one)).schedule).toMatchObject({ owedCents: 42_000, laterCents: 0 });
    expect(await planOf(one)).toMatchObject({ totalCents: 42_000 });
  });
});
