import { NOTHING_ANSWERED } from '../../src/lib/aids';
import { cents, localDate, type Id, type Result } from '../../src/lib/kernel';
import { CURRENT_WARNING, termsKey, type PaidTerms, type PlanTerms } from '../../src/lib/plans';
import type { QuestionId, Reply } from '../../src/lib/questionnaire';
import { followClaim, saveProfile } from '../../src/lib/server/aids';
import type { Command } from '../../src/lib/server/audit';
import * as backoffice from '../../src/lib/server/backoffice';
import * as contacts from '../../src/lib/server/contact-policy';
import { inviteDebtor, reportSituation } from '../../src/lib/server/entry';
import { postMessage, replyToPerson } from '../../src/lib/server/messaging';
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
import * as questionnaire from '../../src/lib/server/questionnaire';
import { askReferent, disputeDebt } from '../../src/lib/server/requests';
import { ASKED_CLAIM } from './asked-claim';
import { aCase, type CaseWishes, type TestCase, type TestTeam } from './cases';
import type { TestDatabase } from './database';

/** Where commands are carried out: a database, and the team whose referent follows every case. */
export interface CommandHouse {
  readonly database: TestDatabase;
  readonly team: TestTeam;
}

/** Makes a case of its own with all that a command needs; what comes back carries the command out on it. */
export type CommandLine = (
  house: CommandHouse
) => Promise<(command: Command | undefined) => Promise<Result<unknown, { readonly code: string }>>>;

const MONTHLY: PaidTerms = {
  kind: 'instalments',
  instalmentCents: cents(3_500),
  rhythm: { kind: 'monthly', dayOfMonth: 5 }
};
const SLOWER: PlanTerms = { ...MONTHLY, instalmentCents: cents(3_000) };
const RULES = { floorOf: () => null, wordsDueAt: (_kind: string, at: Date) => at };

const followed = ({ database, team }: CommandHouse, wishes: CaseWishes = {}) =>
  aCase(database, team.teamId, { referentId: team.referent.staffId, track: 'oxygene', ...wishes });

const say = (person: TestCase, questionId: QuestionId, value: object, command?: Command) =>
  questionnaire.saveAnswer(
    person.debtor,
    person.caseId,
    {
      questionId,
      reply: { disposition: 'answered', value } as Reply,
      answeredOn: localDate('2026-11-24')
    },
    RULES,
    command
  );
const choose = (person: TestCase, questionId: QuestionId, choice: string, command?: Command) =>
  say(person, questionId, { kind: 'one_choice', choice }, command);

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

async function proposed(house: CommandHouse) {
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

async function signalled(house: CommandHouse) {
  const person = await followed(house);
  await choose(person, 'card_withdrawn', 'yes');
  const [signal] = await questionnaire.listSignalsAtDesk(house.team.referent, person.caseId);
  return { person, signalId: signal!.id as Id<'signal'> };
}

/** A command that needs nothing but a followed case. */
const plainly =
  (
    carryOut: (
      person: TestCase,
      command: Command | undefined,
      house: CommandHouse
    ) => ReturnType<Awaited<ReturnType<CommandLine>>>,
    wishes: CaseWishes = {}
  ): CommandLine =>
  async (house) => {
    const person = await followed(house, wishes);
    return (command) => carryOut(person, command, house);
  };

/** Every use case that takes a command, by its name and, where it goes several ways, by the way. */
export const COMMAND_LINES: Readonly<Record<string, CommandLine>> = {
  'saveAnswer: the first one': plainly((person, command) =>
    choose(person, 'first_need', 'pay_smaller', command)
  ),
  'saveAnswer: raises signals': async (house) => {
    const person = await followed(house);
    await choose(person, 'first_need', 'pay_smaller');
    return (command) => choose(person, 'recent_change', 'bereavement', command);
  },
  'saveAnswer: ends a signal': async (house) => {
    const { person } = await signalled(house);
    return (command) => choose(person, 'card_withdrawn', 'no', command);
  },
  removeSignal: async (house) => {
    const { person, signalId } = await signalled(house);
    return (command) => questionnaire.removeSignal(person.debtor, person.caseId, signalId, command);
  },
  answerSignal: async (house) => {
    const { person, signalId } = await signalled(house);
    const input = { signalId, words: 'Je vous appelle.' };
    return (command) => questionnaire.answerSignal(house.team.referent, person.caseId, input, command);
  },
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
  skipInstalment: passes,
  postMessage: plainly(({ debtor, caseId }, command) =>
    postMessage(debtor, caseId, { text: 'Bonsoir' }, command)
  ),
  replyToPerson: plainly(({ caseId }, command, { team }) =>
    replyToPerson(team.referent, caseId, { text: 'Bonjour' }, command)
  ),
  askReferent: plainly(({ debtor, caseId }, command) =>
    askReferent(debtor, caseId, { kind: 'call_back' }, command)
  ),
  disputeDebt: plainly(({ debtor, caseId, debtIds }, command) =>
    disputeDebt(debtor, caseId, { debtId: debtIds[0]!, words: 'Déjà payée.' }, command)
  ),
  followClaim: plainly(({ debtor, caseId }, command) => followClaim(debtor, caseId, ASKED_CLAIM, command)),
  saveProfile: plainly(({ debtor, caseId }, command) => {
    const consents = { tellsReferent: true, wantsNews: true };
    return saveProfile(debtor, caseId, { kept: NOTHING_ANSWERED, consents }, command);
  }),
  'inviteDebtor: by letter': plainly(async ({ caseId }, command, { team }) => {
    const input = { caseId, channel: 'letter', origin: 'https://oxygene.exemple' } as const;
    const { ok } = await inviteDebtor(team.referent, input, command);
    // the code is said the first time only
    return { ok, value: null } as never;
  }),
  'inviteDebtor: by e-mail': plainly(({ caseId }, command, { team }) =>
    inviteDebtor(team.referent, { caseId, channel: 'email', origin: 'https://oxygene.exemple' }, command)
  ),
  setPreferences: plainly(({ debtor, caseId }, command) =>
    contacts.setPreferences(debtor, caseId, { refusedChannels: ['call'], saturdayCalls: true }, command)
  ),
  askForPause: async (house) => {
    const { debtor, caseId } = await followed(house);
    await contacts.askForPause(debtor, caseId, { days: 14 });
    return (command) => contacts.askForPause(debtor, caseId, { days: 30 }, command);
  },
  endAskedPause: async (house) => {
    const { debtor, caseId } = await followed(house);
    await contacts.askForPause(debtor, caseId, { days: 14 });
    return (command) => contacts.endAskedPause(debtor, caseId, command);
  },
  logCall: plainly(({ caseId }, command, { team }) =>
    contacts.logCall(team.referent, caseId, { asked: false, outcome: 'spoke' }, command)
  ),
  sayTooMuch: async (house) => {
    const { debtor, caseId } = await followed(house);
    await contacts.logCall(house.team.referent, caseId, { asked: false, outcome: 'spoke' });
    const [line] = (await contacts.listRegister(debtor, caseId)).lines;
    return (command) => contacts.sayTooMuch(debtor, caseId, line!.id as Id<'contact'>, command);
  },
  'noteDebtAdviser: begins': plainly(({ caseId }, command, { team }) =>
    contacts.noteDebtAdviser(team.referent, caseId, { note: 'begin' }, command)
  ),
  'noteDebtAdviser: goes on': async (house) => {
    const { caseId } = await followed(house);
    await contacts.noteDebtAdviser(house.team.referent, caseId, { note: 'begin' });
    return (command) => contacts.noteDebtAdviser(house.team.referent, caseId, { note: 'prolong' }, command);
  },
  'closeCase: with a plan under way': async (house) => {
    const { person, planId } = await proposed(house);
    await decidePlan(house.team.referent, person.caseId, { planId, decision: { kind: 'accept' } });
    const input = { reason: 'given_back', words: '' } as const;
    return (command) => backoffice.closeCase(house.team.referent, person.caseId, input, command);
  },
  reopenCase: async (house) => {
    const { caseId } = await followed(house);
    const { referent } = house.team;
    await backoffice.closeCase(referent, caseId, { reason: 'given_back', words: '' });
    return (command) => backoffice.reopenCase(referent, caseId, { reason: 'Elle a écrit.' }, command);
  },
  handOver: plainly(({ caseId }, command, { team }) => {
    const input = { to: team.otherReferent.staffId, reason: 'Congé' };
    return backoffice.handOver(team.supervisor, caseId, input, command);
  }),
  'decideTrack: names a referent': plainly(
    ({ caseId }, command, { team }) =>
      backoffice.decideTrack(team.supervisor, caseId, { track: 'oxygene', reason: 'Besoin.' }, command),
    { referentId: null, track: 'classic' }
  ),
  handleSituation: async (house) => {
    const { debtor, caseId } = await followed(house);
    await reportSituation({ kind: 'signed_in', actor: debtor }, { kind: 'not_me', words: '', replyTo: '' });
    const input = { identity: 'confirmed', reason: 'Vue ce matin.' } as const;
    return (command) => backoffice.handleSituation(house.team.referent, caseId, input, command);
  },
  reviewDebt: plainly(
    ({ caseId, debtIds }, command, { team }) =>
      backoffice.reviewDebt(
        team.referent,
        caseId,
        { debtId: debtIds[0]!, outcome: 'expired', reason: 'Rien depuis 2020.' },
        command
      ),
    { limitation: 'presumed_expired' }
  ),
  closeDispute: async (house) => {
    const { debtor, caseId, debtIds } = await followed(house);
    const debtId = debtIds[0]!;
    await disputeDebt(debtor, caseId, { debtId, words: '' });
    const input = { debtId, reason: 'Le créancier a répondu.' };
    return (command) => backoffice.closeDispute(house.team.referent, caseId, input, command);
  }
};
