import { remainingCents, type DebtSums } from '../../../src/lib/cases';
import type { PastContact } from '../../../src/lib/contact-policy';
import { cents, dayInZone, type LocalDate } from '../../../src/lib/kernel';
import {
  DEFAULT_CREDITOR_RULES,
  PROPOSED,
  buildSchedule,
  checkProposal,
  imputePayment,
  proposeSmaller,
  skipInstalment,
  transition,
  type Imputation,
  type PlanEvent,
  type PlanState,
  type PlanTerms,
  type ProposedDebt,
  type Schedule
} from '../../../src/lib/plans';
import type { LaterEvent, LifeEvent } from './events';
import { LivedContacts } from './lived-contacts';

const ZONE = 'Europe/Paris';
const BIRTH = Date.parse('2026-03-02T09:00:00Z');
const DAY_MS = 86_400_000;
/** A debt of the life, and whether she disputes it. */
export interface LivedDebt extends DebtSums {
  readonly debtId: string;
  readonly disputed: boolean;
}

/** The plan of the life: one at a time. */
export interface LivedPlan {
  readonly state: PlanState;
  readonly debtIds: readonly string[];
  readonly terms: PlanTerms;
  readonly schedule: Schedule;
  readonly agreedOn: LocalDate | null;
  readonly passedOn: readonly LocalDate[];
}

/** A payment as it was laid on the debts. */
export interface LivedPayment {
  readonly amountCents: number;
  readonly laid: Imputation;
}

/** What an event did: the plan before and after it, the contact it made. For those who inspect. */
export interface Happened {
  readonly event: LifeEvent;
  readonly at: Date;
  readonly today: LocalDate;
  readonly planBefore: LivedPlan | null;
  readonly planEvent: PlanEvent | null;
  readonly contact: PastContact | null;
}

/** One case as the rules of the product lead it, day after day, without a database. */
export class Life {
  at = new Date(BIRTH);
  debts: LivedDebt[] = [
    { debtId: 'a', principalCents: 62_640, interestCents: 1_311, accessoriesCents: 0 },
    { debtId: 'b', principalCents: 120_007, interestCents: 0, accessoriesCents: 1_999 },
    { debtId: 'c', principalCents: 4_503, interestCents: 77, accessoriesCents: 0 }
  ].map((sums) => ({ ...sums, paidCents: 0, disputed: false }) as LivedDebt);
  readonly claimed = new Map(this.debts.map((debt) => [debt.debtId, remainingCents(debt) as number]));
  plan: LivedPlan | null = null;
  readonly payments: LivedPayment[] = [];
  readonly contacts = new LivedContacts();
  #planEvent: PlanEvent | null = null;

  get today(): LocalDate {
    return dayInZone(this.at, ZONE);
  }

  /** Lets time pass, then lets the event happen if the rules allow it. */
  live({ days, minutes, event }: LaterEvent): Happened {
    this.at = new Date(this.at.getTime() + days * DAY_MS + minutes * 60_000);
    const planBefore = this.plan;
    this.#planEvent = null;
    const contact = event.what === 'contact' ? this.#reachOut(event) : null;
    this.#happen(event);
    return { event, at: this.at, today: this.today, planBefore, planEvent: this.#planEvent, contact };
  }

  #happen(event: LifeEvent): void {
    switch (event.what) {
      case 'propose':
        return this.#propose(event.terms, event.debts);
      case 'plan':
        return this.#movePlan(event.name);
      case 'pay':
        return this.#pay(event.amountCents ?? this.#dueCents());
      case 'skip':
        return this.#skip(event.which);
      case 'miss':
        return this.#adapt();
      default:
        return this.#undergo(event);
    }
  }

  #reachOut(event: Extract<LifeEvent, { what: 'contact' }>): PastContact | null {
    const instalments = this.plan?.agreedOn ? this.plan.schedule.instalments : [];
    const { at, contact } = this.contacts.reachOut(event, this.at, instalments);
    this.at = at;
    return contact;
  }

  #undergo(event: Exclude<LifeEvent, { what: 'propose' | 'plan' | 'pay' }>): void {
    const { contacts, today } = this;
    switch (event.what) {
      case 'dispute':
        this.debts = this.debts.map((debt, index) => ({ ...debt, disputed: debt.disputed || index === 0 }));
        return contacts.rest('dispute', today);
      case 'end_dispute':
        this.debts = this.debts.map((debt) => ({ ...debt, disputed: false }));
        return contacts.lift('dispute', today);
      case 'silence':
        return contacts.rest(event.reason, today);
      case 'end_silence':
        return contacts.lift(event.reason, today);
      case 'she_calls':
        return contacts.sheCalls(this.at);
      case 'too_much':
        return contacts.sayTooMuch(this.at);
      case 'refuse':
        contacts.refused = event.channels;
        return;
      case 'close':
        contacts.isClosed = true;
        return this.#movePlan('close');
      case 'reopen':
        contacts.isClosed = false;
    }
  }

  #leftOf = (debtIds: readonly string[]) =>
    this.debts.filter(({ debtId }) => debtIds.includes(debtId)).map((debt) => remainingCents(debt));

  #leftCents(debtIds: readonly string[]) {
    return cents(this.#leftOf(debtIds).reduce((sum, left) => sum + left, 0));
  }

  #propose(terms: PlanTerms, count: number): void {
    const live = this.plan?.state.name;
    if (this.contacts.isClosed || (live && !['proposed', 'countered'].includes(live) && !isGone(live)))
      return;
    const debtIds = this.debts.slice(0, count).map(({ debtId }) => debtId);
    const checked = checkProposal(
      { debtIds, terms },
      {
        debts: this.debts.map((debt): ProposedDebt => ({
          debtId: debt.debtId,
          owedCents: remainingCents(debt),
          limitation: 'ok',
          limitationReview: null,
          disputed: debt.disputed,
          rules: DEFAULT_CREDITOR_RULES
        })),
        leftToLive: { kind: 'unknown' },
        floorCents: cents(65_169),
        effectsInForce: [],
        today: this.today
      }
    );
    if (!checked.ok) return;
    const { schedule } = checked.value;
    this.plan = { state: PROPOSED, debtIds, terms, schedule, agreedOn: null, passedOn: [] };
    this.contacts.rest('proposal_pending', this.today);
  }

  #movePlan(name: PlanEvent['name']): void {
    if (!this.plan) return;
    const event = this.#eventOf(name, this.plan);
    const moved = transition(this.plan.state, event);
    if (!moved.ok) return;
    const state = moved.value;
    if (state.name === 'accepted' && !this.#agree(this.plan, state)) return;
    this.#planEvent = event;
    if (state.name !== 'accepted') this.plan = { ...this.plan, state };
    if (!['proposed', 'countered'].includes(state.name)) this.contacts.lift('proposal_pending', this.today);
  }

  /** The days are laid from the agreement, for what is still owed then; nothing when that makes no plan. */
  #agree(plan: LivedPlan, state: PlanState): boolean {
    const schedule = buildSchedule(plan.terms, this.#leftCents(plan.debtIds), this.today);
    if (schedule.ok) this.plan = { ...plan, state, schedule: schedule.value, agreedOn: this.today };
    return schedule.ok;
  }

  #eventOf(name: PlanEvent['name'], plan: LivedPlan): PlanEvent {
    const on = this.today;
    if (name === 'counter' || name === 'explain') return { name, words: 'Parlons-en.' };
    if (name === 'complete') return { name, leftCents: this.#leftCents(plan.debtIds) };
    if (name === 'close') return { name, isSettled: this.#leftCents(plan.debtIds) === 0 };
    if (name === 'keep_mine' || name === 'withdraw' || name === 'adapt' || name === 'resume') return { name };
    return { name, on };
  }

  #dueCents(): number {
    const due = this.plan?.agreedOn ? this.plan.schedule.instalments : [];
    return due.filter(({ dueOn }) => dueOn <= this.today).at(-1)?.amountCents ?? 0;
  }

  #pay(amountCents: number): void {
    if (amountCents <= 0) return;
    const laid = imputePayment(
      cents(amountCents),
      this.debts.map((debt) => ({
        debtId: debt.debtId,
        principalCents: cents(remainingCents(debt) - interestLeft(debt)),
        interestCents: cents(interestLeft(debt))
      })),
      false
    );
    this.payments.push({ amountCents, laid });
    this.debts = this.debts.map((debt) => {
      const share = laid.shares.find(({ debtId }) => debtId === debt.debtId);
      const paid = (share?.principalCents ?? 0) + (share?.interestCents ?? 0);
      return { ...debt, paidCents: cents(debt.paidCents + paid) };
    });
  }

  #skip(which: number): void {
    const { plan, today } = this;
    if (!plan?.agreedOn || !('rhythm' in plan.terms) || !isFollowed(plan)) return;
    const ahead = plan.schedule.instalments.filter(({ dueOn }) => dueOn >= today);
    const chosen = ahead[which % Math.max(1, ahead.length)] ?? plan.schedule.instalments.at(0);
    if (!chosen) return;
    const skip = { dueOn: chosen.dueOn, today, terms: plan.terms, passedOn: plan.passedOn };
    const skipped = skipInstalment(plan.schedule, skip);
    if (skipped.ok)
      this.plan = { ...plan, schedule: skipped.value, passedOn: [...plan.passedOn, chosen.dueOn] };
  }

  #adapt(): void {
    const { plan, today } = this;
    if (!plan?.agreedOn || plan.terms.kind !== 'instalments' || !isFollowed(plan)) return;
    const { rhythm, instalmentCents } = plan.terms;
    const smaller = proposeSmaller({
      leftCents: this.#leftCents(plan.debtIds),
      instalmentCents,
      rhythm,
      leftToLive: { kind: 'unknown' },
      floorCents: cents(65_169),
      today
    });
    const moved = transition(plan.state, { name: 'adapt' });
    if (!smaller.ok || !moved.ok) return;
    this.#planEvent = { name: 'adapt' };
    this.plan = { ...plan, ...smaller.value, state: moved.value, agreedOn: today };
  }
}

function isGone(name: PlanState['name']): boolean {
  return ['explained', 'completed', 'withdrawn', 'cancelled', 'ended'].includes(name);
}

function isFollowed({ state }: LivedPlan): boolean {
  return state.name === 'accepted' || state.name === 'running' || state.name === 'adapted';
}

/** Interest is paid first, and accessories count with it. */
function interestLeft({ interestCents, accessoriesCents, paidCents }: LivedDebt): number {
  return Math.max(0, interestCents + accessoriesCents - paidCents);
}
