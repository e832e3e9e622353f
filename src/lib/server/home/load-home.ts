import type { Actor } from '$lib/access';
import type { ClaimSubject, LeftToClaim } from '$lib/aids';
import { remainingCents, type ClosingReason } from '$lib/cases';
import type { HomeFacts } from '$lib/home';
import { dayInZone, type CaseId, type Id, type LocalDate } from '$lib/kernel';
import type { ThreadLine } from '$lib/messaging';
import {
  agreedSchedule,
  agreementAsks,
  instalmentsAhead,
  type Instalment,
  type PlanTerms,
  type Schedule
} from '$lib/plans';
import { effectsInForce, type EffectCode, type Signal } from '$lib/questionnaire';
import { debtsOf, ownCaseHead, type DebtRecord, type OwnCaseHead } from '../cases';
import {
  claimsInShort,
  countLeftToClaim,
  keptAnswers,
  withRights,
  type ClaimInShort,
  type WithRight
} from '../aids';
import { look } from '../db';
import { newestWords } from '../messaging';
import {
  agreedOnOf,
  instalmentsOf,
  isAgreement,
  keptOf,
  livePlan,
  owedFor,
  scheduleOnTheTable,
  type PlanRecord
} from '../plans';
import { now } from '../platform/runtime';
import { openSignals } from '../questionnaire';
import { askedLine, type AskedLine } from './load-asked';
import { companionsOf, frameOf, type HomeFrame } from './load-frame';

/** All that the first page shows, the frame included: one look for both. */
export interface Home extends HomeFrame {
  readonly firstName: string;
  readonly facts: HomeFacts;
  readonly lines: readonly AskedLine[];
  /** Her plan that is not over, with the terms on the table. */
  readonly plan: {
    readonly id: Id<'plan'>;
    readonly terms: PlanTerms;
    readonly schedule: Schedule | null;
  } | null;
  readonly newestWords: ThreadLine | null;
  /** Aids whose claim she wanted to be reminded of, by today. */
  readonly reminders: readonly WithRight<{ readonly aid: ClaimSubject }>[];
  /** What her saved answers say she could ask for; null when she saved none or nothing is left. */
  readonly leftToClaim: LeftToClaim | null;
  readonly signalsInForce: number;
  /** Since when her case is over, and why; null while it is open. */
  readonly over: { readonly since: LocalDate; readonly reason: ClosingReason } | null;
  /** A person is being named: somebody asked for that decision. */
  readonly isBeingRouted: boolean;
}

/** Reads her first page. It writes nothing: opening it is neither a visit recorded nor an acknowledgement. */
export async function loadHome(actor: Actor, caseId: CaseId): Promise<Home> {
  const at = now();
  const errand = { permission: 'own_case.read', caseId } as const;
  const [head, debts, plan, signals, words, claims, keptAids] = await look(actor, errand, [
    ...everyonesReads(caseId),
    claimsInShort(caseId),
    keptAnswers(caseId)
  ]);
  const leftToClaim = await countLeftToClaim(keptAids, claims, at);
  return homeFrom(actor, errand, { head, debts, plan, signals, words, claims, leftToClaim }, at);
}

/**
 * The same page for somebody of the desk, who reads it without what she keeps to herself: signals that staff may not know,
 * and the aids she looked for.
 */
export async function loadHomeAtDesk(actor: Actor, caseId: CaseId): Promise<Home> {
  const at = now();
  const errand = { permission: 'case.read', caseId } as const;
  const [head, debts, plan, signals, words] = await look(actor, errand, everyonesReads(caseId));
  const known = signals.filter(({ staffMayKnow }) => staffMayKnow);
  const read = { head, debts, plan, signals: known, words, claims: [], leftToClaim: null };
  return homeFrom(actor, errand, read, at);
}

const everyonesReads = (caseId: CaseId) =>
  [ownCaseHead(caseId), debtsOf(caseId), livePlan(caseId), openSignals(caseId), newestWords(caseId)] as const;

/** What the first page is made of. */
interface HomeRead {
  readonly head: OwnCaseHead;
  readonly debts: readonly DebtRecord[];
  readonly plan: PlanRecord | null;
  readonly signals: readonly Signal[];
  readonly words: ThreadLine | null;
  readonly claims: readonly ClaimInShort[];
  readonly leftToClaim: LeftToClaim | null;
}

async function homeFrom(
  actor: Actor,
  errand: { readonly permission: 'own_case.read' | 'case.read'; readonly caseId: CaseId },
  { head, debts, plan, signals, words, claims, leftToClaim }: HomeRead,
  at: Date
): Promise<Home> {
  const today = dayInZone(at, head.timeZone);
  const kept =
    plan && keepsInstalments(plan) ? await look(actor, errand, [instalmentsOf(errand.caseId, plan.id)]) : [];
  const schedule =
    plan && scheduleOf(plan, { debts, today, timeZone: head.timeZone, instalments: kept[0] ?? [] });
  const due = claims.filter(({ remindOn }) => remindOn !== null && remindOn <= today);
  const inForce = effectsInForce(signals, today);
  const effects = inForce.map(({ effect }) => effect.code);
  const lines = debts.map((debt) => askedLine(debt, { head, plan, effects, today }));
  return {
    ...frameOf(head, signals, await companionsOf(head, today), at),
    firstName: head.firstName,
    facts: factsOf({ head, lines, plan, schedule, debts, effects, today }),
    lines,
    plan: plan && { id: plan.id, terms: termsOf(plan), schedule },
    newestWords: words,
    reminders: await withRights(due.map(({ aid }) => ({ aid }))),
    leftToClaim,
    signalsInForce: new Set(inForce.map(({ from }) => from)).size,
    over: head.closedAt && {
      since: dayInZone(head.closedAt, head.timeZone),
      reason: head.closingReason ?? 'other'
    },
    isBeingRouted: head.routingRequestedAt !== null
  };
}

/** The terms on the table. */
function termsOf({ terms: { own, counter } }: PlanRecord): PlanTerms {
  return (counter ?? own).terms;
}

/** Whether instalments are kept for it: something is paid, and it is agreed. */
function keepsInstalments(plan: PlanRecord): boolean {
  return agreedOnOf(plan) !== null && termsOf(plan).kind !== 'rest';
}

/** The agreed schedule as kept; of terms still talked about, what they would give today. */
function scheduleOf(
  plan: PlanRecord,
  read: {
    readonly debts: readonly DebtRecord[];
    readonly today: LocalDate;
    readonly timeZone: string;
    readonly instalments: readonly Instalment[];
  }
): Schedule | null {
  const { debts, today, timeZone, instalments } = read;
  const agreed = keptOf(plan, instalments, timeZone);
  if (agreed) return agreedSchedule(termsOf(plan), agreed);
  const built = scheduleOnTheTable(plan, { context: { debts: debts.map(owedOf), today }, timeZone });
  return built.ok ? built.value : null;
}

function owedOf(debt: DebtRecord) {
  return {
    debtId: debt.id as string,
    owedCents: remainingCents(debt),
    disputed: debt.disputedAt !== null
  };
}

function factsOf(read: {
  readonly head: OwnCaseHead;
  readonly lines: readonly AskedLine[];
  readonly plan: PlanRecord | null;
  readonly schedule: Schedule | null;
  readonly debts: readonly DebtRecord[];
  readonly effects: readonly EffectCode[];
  readonly today: LocalDate;
}): HomeFacts {
  const { head, plan, schedule, effects, today } = read;
  const debts = read.debts.map(owedOf);
  const runs = plan !== null && isAgreement(plan);
  const asks = runs && agreementAsks(plan.terms.own.debtIds, { debts, effectsInForce: effects }).ok;
  const [nextDue] =
    asks && schedule ? instalmentsAhead(schedule, { today, leftCents: owedFor(plan, debts) }) : [];
  return {
    today,
    isOver: head.closedAt !== null,
    effects,
    questionnaire: head.questionnaireDoneAt ? 'done' : head.questionnaireStartedAt ? 'begun' : 'not_begun',
    plan: plan?.state ?? null,
    nextDue: nextDue ? { dueOn: nextDue.dueOn, amountCents: nextDue.amountCents } : null,
    restUntilOn: (runs && schedule?.restUntilOn) || null,
    isSmallerOffered: asks && plan.smaller?.state === 'offered',
    unread: head.unreadByDebtor,
    mayPropose: read.lines.some(({ debt, card }) => debt.disputedAt === null && card.mayOfferPayment)
  };
}
