import { NOTHING_ANSWERED } from '../../src/lib/aids';
import { ok, type Id } from '../../src/lib/kernel';
import { followClaim, saveProfile } from '../../src/lib/server/aids';
import * as backoffice from '../../src/lib/server/backoffice';
import * as contacts from '../../src/lib/server/contact-policy';
import { inviteDebtor, reportSituation } from '../../src/lib/server/entry';
import { postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { decidePlan } from '../../src/lib/server/plans';
import * as questionnaire from '../../src/lib/server/questionnaire';
import { askReferent, disputeDebt } from '../../src/lib/server/requests';
import { ASKED_CLAIM } from './asked-claim';
import { choose, followed, plainly, type CommandHouse, type CommandLine } from './command-line';
import { PLAN_COMMAND_LINES, proposed } from './plan-command-lines';

async function signalled(house: CommandHouse) {
  const person = await followed(house);
  await choose(person, 'card_withdrawn', 'yes');
  const [signal] = await questionnaire.listSignalsAtDesk(house.team.referent, person.caseId);
  return { person, signalId: signal!.id as Id<'signal'> };
}

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
  ...PLAN_COMMAND_LINES,
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
    const invited = await inviteDebtor(team.referent, input, command);
    // the code is said the first time only
    return invited.ok ? ok(null) : invited;
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
