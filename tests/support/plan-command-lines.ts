import { cents, localDate } from '../../src/lib/kernel';
import { CURRENT_WARNING, termsKey, type PaidTerms, type PlanTerms } from '../../src/lib/plans';
import type { Command } from '../../src/lib/server/audit';
import {
  answerPlan,
  answerSmaller,
  chooseReminders,
  decidePlan,
  loadPlans,
  noteMissedInstalment,
  proposePlan,
  skipInstalment,
  type PlanDecision
} from '../../src/lib/server/plans';
import type { CaseWishes, TestCase } from './cases';
import { followed, plainly, say, type CommandHouse, type CommandLine } from './command-line';

const MONTHLY: PaidTerms = {
  kind: 'instalments',
  instalmentCents: cents(3_500),
  rhythm: { kind: 'monthly', dayOfMonth: 5 }
};
const SLOWER: PlanTerms = { ...MONTHLY, instalmentCents: cents(3_000) };
const propose = ({ debtor, caseId, debtIds }: TestCase, command?: Command) =>
  proposePlan(
    debtor,
    caseId,
    { proposal: { debtIds, terms: MONTHLY }, acknowledged: CURRENT_WARNING.version },
    command
  );
/** Enough is left to live on, so that a proposal is agreed at once. */
const sayEnough = (person: TestCase) =>
  say(person, 'left_over', { kind: 'left_over', bound: 'about', amountCents: 104_200 });

/** A proposal of hers that waits for the referent. */
export async function proposed(house: CommandHouse) {
  const person = await followed(house);
  await propose(person);
  const [plan] = (await loadPlans(person.debtor, person.caseId)).plans;
  return { person, planId: plan!.id };
}

const decides =
  (decision: PlanDecision): CommandLine =>
  async (house) => {
    const { person, planId } = await proposed(house);
    return (command) => decidePlan(house.team.referent, person.caseId, { planId, decision }, command);
  };

/** What she answers to other terms that were proposed to her. */
const answers =
  (answer: Parameters<typeof answerPlan>[2]['answer']): CommandLine =>
  async (house) => {
    const { person, planId } = await proposed(house);
    const decision: PlanDecision = { kind: 'counter', terms: SLOWER, words: 'Plus doux.' };
    await decidePlan(house.team.referent, person.caseId, { planId, decision });
    return (command) => answerPlan(person.debtor, person.caseId, { planId, answer }, command);
  };

async function agreed(house: CommandHouse) {
  const { person, planId } = await proposed(house);
  await decidePlan(house.team.referent, person.caseId, { planId, decision: { kind: 'accept' } });
  return { person, planId };
}

const reminds =
  (reminds: boolean): CommandLine =>
  async (house) => {
    const { person, planId } = await agreed(house);
    return (command) => chooseReminders(person.debtor, person.caseId, { planId, reminds }, command);
  };

/** She passes the first instalment of her agreement. */
const passes: CommandLine = async (house) => {
  const { person, planId } = await agreed(house);
  const [plan] = (await loadPlans(person.debtor, person.caseId)).plans;
  const { dueOn } = plan!.schedule!.instalments[0]!;
  return (command) => skipInstalment(person.debtor, person.caseId, { planId, dueOn }, command);
};

/** The first instalment of her agreement was due in October. */
async function due(house: CommandHouse, wishes: CaseWishes = {}) {
  const person = await followed(house, wishes);
  await sayEnough(person);
  const done = await propose(person);
  if (!done.ok) throw new Error(done.why.code);
  const { planId } = done.value;
  await house.database.superuserSql`
    update plan_instalments set due_on = '2026-10-05' where plan_id = ${planId} and position = 1`;
  // the agreement is some weeks old: its creditor was told of it then
  await house.database.superuserSql`
    update creditor_notices set received_at = '2026-09-24T09:30:00Z' where plan_id = ${planId}`;
  return { person, planId, dueOn: localDate('2026-10-05') };
}

const misses =
  (who: 'debtor' | 'referent'): CommandLine =>
  async (house) => {
    const { person, planId, dueOn } = await due(house);
    const actor = who === 'debtor' ? person.debtor : house.team.referent;
    return (command) => noteMissedInstalment(actor, person.caseId, { planId, dueOn }, command);
  };

/** Long enough that half lasts longer than the creditor accepts by itself; the other one is within its rules. */
const [LONG, SHORT] = [{}, { principalCents: [46_000] }];

async function offeredSmaller(house: CommandHouse, wishes: CaseWishes) {
  const { person, planId, dueOn } = await due(house, wishes);
  const missed = await noteMissedInstalment(person.debtor, person.caseId, { planId, dueOn });
  if (!missed.ok || !missed.value.isSmallerOffered) throw new Error('Nothing smaller is offered');
  const seen = termsKey({ ...MONTHLY, instalmentCents: cents(1_500) });
  const accept = { kind: 'accept', seen, acknowledged: CURRENT_WARNING.version } as const;
  return { person, planId, accept };
}

const answersSmaller =
  (wishes: CaseWishes, kind: 'accept' | 'keep'): CommandLine =>
  async (house) => {
    const { person, planId, accept } = await offeredSmaller(house, wishes);
    const answer = kind === 'keep' ? ({ kind } as const) : accept;
    return (command) => answerSmaller(person.debtor, person.caseId, { planId, answer }, command);
  };

const decidesSmaller =
  (decision: PlanDecision): CommandLine =>
  async (house) => {
    const { person, planId, accept } = await offeredSmaller(house, LONG);
    await answerSmaller(person.debtor, person.caseId, { planId, answer: accept });
    return (command) => decidePlan(house.team.referent, person.caseId, { planId, decision }, command);
  };

/** Every use case of plans that takes a command, by its name and, where it goes several ways, by the way. */
export const PLAN_COMMAND_LINES: Readonly<Record<string, CommandLine>> = {
  'proposePlan: waits for the referent': plainly(propose),
  'proposePlan: agreed at once': async (house) => {
    const person = await followed(house);
    await sayEnough(person);
    return (command) => propose(person, command);
  },
  'proposePlan: takes the place of another': async (house) => {
    const { person } = await proposed(house);
    return (command) => propose(person, command);
  },
  'decidePlan: yes': decides({ kind: 'accept' }),
  'decidePlan: other terms': decides({ kind: 'counter', terms: SLOWER, words: 'Plus doux.' }),
  'decidePlan: why not': decides({ kind: 'explain', words: 'Parlons-en.' }),
  'answerPlan: takes other terms': answers({
    kind: 'accept_counter',
    acknowledged: CURRENT_WARNING.version
  }),
  'answerPlan: keeps hers': answers({ kind: 'keep_mine' }),
  'answerPlan: stops': answers({ kind: 'withdraw' }),
  'decidePlan: yes to something smaller': decidesSmaller({ kind: 'accept' }),
  'decidePlan: another smaller plan': decidesSmaller({
    kind: 'counter',
    terms: { ...MONTHLY, instalmentCents: cents(2_000) },
    words: 'Un peu plus court.'
  }),
  'decidePlan: why not smaller': decidesSmaller({ kind: 'explain', words: 'Parlons-en.' }),
  'noteMissedInstalment: by herself': misses('debtor'),
  'noteMissedInstalment: at the desk': misses('referent'),
  'answerSmaller: hers at once': answersSmaller(SHORT, 'accept'),
  'answerSmaller: waits for the referent': answersSmaller(LONG, 'accept'),
  'answerSmaller: keeps the agreement': answersSmaller(SHORT, 'keep'),
  'chooseReminders: a word before each': reminds(true),
  'chooseReminders: no more': reminds(false),
  skipInstalment: passes
};
