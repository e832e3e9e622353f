import type { Actor, DebtorActor } from '../../src/lib/access';
import { NOTHING_ANSWERED } from '../../src/lib/aids';
import { cents, localDate, type CaseId, type Id, type StaffId } from '../../src/lib/kernel';
import { CURRENT_WARNING } from '../../src/lib/plans';
import * as aids from '../../src/lib/server/aids';
import * as audit from '../../src/lib/server/audit';
import * as backoffice from '../../src/lib/server/backoffice';
import * as cases from '../../src/lib/server/cases';
import * as contactPolicy from '../../src/lib/server/contact-policy';
import * as entry from '../../src/lib/server/entry';
import * as home from '../../src/lib/server/home';
import * as messaging from '../../src/lib/server/messaging';
import * as plans from '../../src/lib/server/plans';
import * as privacy from '../../src/lib/server/privacy';
import * as questionnaire from '../../src/lib/server/questionnaire';
import * as requests from '../../src/lib/server/requests';
import * as surveys from '../../src/lib/server/surveys';
import { ASKED_CLAIM } from './asked-claim';

/** Somebody who may have a right to a case: the person, who follows it, the supervisor of its team, a job. */
export type Rightful = 'person' | 'referent' | 'supervisor' | 'job';

/** What a use case is called with besides who acts. */
export interface Subject {
  readonly caseId: CaseId;
  readonly debtId: Id<'debt'>;
  /** A colleague of the same team. */
  readonly colleague: StaffId;
}

/** A use case on a case: who may call it there, and how it is called. Everybody else is refused. */
export interface MatrixLine {
  readonly may: readonly Rightful[];
  readonly call: (actor: Actor, subject: Subject) => Promise<unknown>;
}

const HERS: readonly Rightful[] = ['person'];
const DESK: readonly Rightful[] = ['referent', 'supervisor'];
const BOTH: readonly Rightful[] = ['person', 'referent', 'supervisor'];

const ID = '01980000-0000-7000-8000-000000000001';
const ORIGIN = 'https://oxygene.exemple';
const NO_RULES = { floorOf: () => null, wordsDueAt: (_kind: string, at: Date) => at };

/** A reader of a case: the id is all it takes. */
const reads = (
  may: readonly Rightful[],
  read: (actor: Actor, caseId: CaseId) => Promise<unknown>
): MatrixLine => ({ may, call: (actor, { caseId }) => read(actor, caseId) });

/** Every use case that takes who acts and a case, by domain and name. */
export const MATRIX: Readonly<Record<string, MatrixLine>> = {
  'aids.followClaim': reads(HERS, (actor, caseId) => aids.followClaim(actor, caseId, ASKED_CLAIM)),
  'aids.forgetClaim': reads(HERS, (actor, caseId) => aids.forgetClaim(actor, caseId, 'rsa')),
  'aids.listClaimsAtDesk': reads(DESK, aids.listClaimsAtDesk),
  'aids.loadOwnAids': reads(HERS, aids.loadOwnAids),
  'aids.eraseProfile': reads(HERS, aids.eraseProfile),
  'aids.saveProfile': reads(HERS, (actor, caseId) =>
    aids.saveProfile(actor, caseId, {
      kept: NOTHING_ANSWERED,
      consents: { tellsReferent: true, wantsNews: true }
    })
  ),
  'backoffice.closeCase': reads(DESK, (actor, caseId) =>
    backoffice.closeCase(actor, caseId, { reason: 'given_back', words: '' })
  ),
  'backoffice.reopenCase': reads(DESK, (actor, caseId) =>
    backoffice.reopenCase(actor, caseId, { reason: 'Erreur' })
  ),
  'backoffice.decideTrack': reads(DESK, (actor, caseId) =>
    backoffice.decideTrack(actor, caseId, { track: 'oxygene_plus', reason: 'Elle le demande.' })
  ),
  'backoffice.handOver': {
    may: ['supervisor'],
    call: (actor, { caseId, colleague }) =>
      backoffice.handOver(actor, caseId, { to: colleague, reason: 'Congé' })
  },
  'backoffice.handleSituation': reads(DESK, (actor, caseId) =>
    backoffice.handleSituation(actor, caseId, { identity: 'confirmed', reason: 'Vue ce matin.' })
  ),
  'backoffice.loadAnswersAtDesk': reads(DESK, backoffice.loadAnswersAtDesk),
  'backoffice.loadCaseDesk': reads(DESK, backoffice.loadCaseDesk),
  'backoffice.loadCaseFile': reads(DESK, backoffice.loadCaseFile),
  'backoffice.loadKeptPost': reads(DESK, (actor, caseId) =>
    backoffice.loadKeptPost(actor, caseId, ID as Id<'delivery'>)
  ),
  'backoffice.closeDispute': {
    may: DESK,
    call: (actor, { caseId, debtId }) =>
      backoffice.closeDispute(actor, caseId, { debtId, reason: 'Le créancier a répondu.' })
  },
  'backoffice.reviewDebt': {
    may: DESK,
    call: (actor, { caseId, debtId }) =>
      backoffice.reviewDebt(actor, caseId, { debtId, outcome: 'expired', reason: 'Rien depuis 2020.' })
  },
  'cases.listDebts': reads(BOTH, cases.listDebts),
  'cases.loadClosing': reads(HERS, cases.loadClosing),
  'contact-policy.askForPause': reads(HERS, (actor, caseId) =>
    contactPolicy.askForPause(actor, caseId, { days: 30 })
  ),
  'contact-policy.endAskedPause': reads(HERS, (actor, caseId) => contactPolicy.endAskedPause(actor, caseId)),
  'contact-policy.askWhetherToCall': reads(DESK, (actor, caseId) =>
    contactPolicy.askWhetherToCall(actor, caseId, true)
  ),
  'contact-policy.askWhetherToWrite': reads(DESK, contactPolicy.askWhetherToWrite),
  'contact-policy.listRegister': reads(BOTH, contactPolicy.listRegister),
  'contact-policy.logCall': reads(DESK, (actor, caseId) =>
    contactPolicy.logCall(actor, caseId, { asked: true, outcome: 'spoke' })
  ),
  'contact-policy.noteDebtAdviser': reads(DESK, (actor, caseId) =>
    contactPolicy.noteDebtAdviser(actor, caseId, { note: 'begin' })
  ),
  'contact-policy.sayTooMuch': reads(HERS, (actor, caseId) =>
    contactPolicy.sayTooMuch(actor, caseId, ID as Id<'contact'>)
  ),
  'contact-policy.setPreferences': reads(HERS, (actor, caseId) =>
    contactPolicy.setPreferences(actor, caseId, { refusedChannels: ['call'], saturdayCalls: false })
  ),
  'entry.inviteDebtor': reads(DESK, (actor, caseId) =>
    entry.inviteDebtor(actor, { caseId, channel: 'email', origin: ORIGIN })
  ),
  'entry.readLetterFacts': reads(DESK, entry.readLetterFacts),
  'home.loadAsked': reads(HERS, home.loadAsked),
  'home.loadFrame': reads(HERS, home.loadFrame),
  'home.loadHome': reads(HERS, home.loadHome),
  'home.loadHomeAtDesk': reads(DESK, home.loadHomeAtDesk),
  'home.loadQuestionFrame': reads(HERS, home.loadQuestionFrame),
  'messaging.listThread': reads(BOTH, (actor, caseId) => messaging.listThread(actor, caseId)),
  'messaging.markThreadRead': reads(BOTH, messaging.markThreadRead),
  'messaging.postMessage': reads(HERS, (actor, caseId) =>
    messaging.postMessage(actor, caseId, { text: 'Bonsoir' })
  ),
  'messaging.replyToPerson': reads(DESK, (actor, caseId) =>
    messaging.replyToPerson(actor, caseId, { text: 'Bonjour' })
  ),
  'plans.answerPlan': reads(HERS, (actor, caseId) =>
    plans.answerPlan(actor, caseId, { planId: ID as Id<'plan'>, answer: { kind: 'withdraw' } })
  ),
  'plans.answerSmaller': reads(HERS, (actor, caseId) =>
    plans.answerSmaller(actor, caseId, { planId: ID as Id<'plan'>, answer: { kind: 'keep' } })
  ),
  'plans.chooseReminders': reads(HERS, (actor, caseId) =>
    plans.chooseReminders(actor, caseId, { planId: ID as Id<'plan'>, reminds: true })
  ),
  'plans.decidePlan': reads(DESK, (actor, caseId) =>
    plans.decidePlan(actor, caseId, { planId: ID as Id<'plan'>, decision: { kind: 'accept' } })
  ),
  'plans.loadPlans': reads(BOTH, plans.loadPlans),
  'plans.noteMissedInstalment': reads(BOTH, (actor, caseId) =>
    plans.noteMissedInstalment(actor, caseId, { planId: ID as Id<'plan'>, dueOn: localDate('2026-11-05') })
  ),
  'plans.proposePlan': {
    may: HERS,
    call: (actor, { caseId, debtId }) =>
      plans.proposePlan(actor, caseId, {
        proposal: {
          debtIds: [debtId],
          terms: {
            kind: 'instalments',
            instalmentCents: cents(3_500),
            rhythm: { kind: 'monthly', dayOfMonth: 5 }
          }
        },
        acknowledged: CURRENT_WARNING.version
      })
  },
  'plans.skipInstalment': reads(HERS, (actor, caseId) =>
    plans.skipInstalment(actor, caseId, { planId: ID as Id<'plan'>, dueOn: localDate('2026-12-05') })
  ),
  'questionnaire.answerSignal': reads(DESK, (actor, caseId) =>
    questionnaire.answerSignal(actor, caseId, { signalId: ID as Id<'signal'>, words: 'Je vous appelle.' })
  ),
  'questionnaire.listSignalsAtDesk': reads(DESK, questionnaire.listSignalsAtDesk),
  'questionnaire.loadOwnAnswers': reads(HERS, questionnaire.loadOwnAnswers),
  'questionnaire.loadOwnQuestionnaire': reads(HERS, questionnaire.loadOwnQuestionnaire),
  'questionnaire.loadOwnSignals': reads(HERS, questionnaire.loadOwnSignals),
  'questionnaire.loadQuestionnaire': reads(BOTH, questionnaire.loadQuestionnaire),
  'questionnaire.removeSignal': reads(HERS, (actor, caseId) =>
    questionnaire.removeSignal(actor, caseId, ID as Id<'signal'>)
  ),
  'questionnaire.saveAnswer': reads(HERS, (actor, caseId) =>
    questionnaire.saveAnswer(
      actor,
      caseId,
      { questionId: 'overindebtedness_file', reply: { disposition: 'prefer_not' } },
      NO_RULES
    )
  ),
  'requests.askReferent': reads(['person', 'job'], (actor, caseId) =>
    requests.askReferent(actor, caseId, { kind: 'call_back' })
  ),
  'requests.disputeDebt': {
    may: ['person', 'job'],
    call: (actor, { caseId, debtId }) => requests.disputeDebt(actor, caseId, { debtId, words: 'Déjà payée.' })
  },
  'surveys.inviteToSurvey': reads(['job'], (actor, caseId) =>
    surveys.inviteToSurvey(
      actor,
      caseId,
      { occasion: 'answer_given', at: new Date('2026-11-20T10:00:00Z') },
      ORIGIN
    )
  )
};

/** A use case of the person herself, whose session is the case: only somebody who is not a debtor can be wrong. */
const own =
  (call: (actor: DebtorActor) => Promise<unknown>) =>
  (actor: Actor): Promise<unknown> =>
    call(actor as DebtorActor);

/** Every use case that takes the person only: no case can be named, so another debtor reaches her own. */
export const OWN: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
  'audit.listMissedEvents': own((actor) => audit.listMissedEvents(actor, ID as Id<'audit'>)),
  'entry.askToConfirmChannel': own((actor) =>
    entry.askToConfirmChannel(actor, { channel: 'email', recipient: 'autre@exemple.fr' })
  ),
  'entry.confirmChannel': own((actor) => entry.confirmChannel(actor, '123456')),
  'entry.readReachability': own(entry.readReachability),
  'messaging.openThread': own((actor) => messaging.openThread(actor)),
  'privacy.exportOwnData': own(privacy.exportOwnData),
  'privacy.loadOwnData': own(privacy.loadOwnData)
};
