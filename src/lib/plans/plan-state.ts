import { addDays, ok, refused, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { CHANGE_OF_MIND_DAYS } from './rhythm';

/** Where a plan stands, as the database keeps it. */
export type PlanStateName =
  | 'proposed'
  | 'countered'
  | 'explained'
  | 'accepted'
  | 'running'
  | 'adapted'
  | 'suspended'
  | 'completed'
  | 'withdrawn'
  | 'cancelled'
  | 'ended';

/** An agreement, with the last day she may still change her mind about it. */
interface Agreed {
  readonly name: 'accepted' | 'running' | 'adapted';
  readonly cancellableUntilOn: LocalDate;
}

/** The states that may be suspended, and come back afterwards. */
type Alive = Agreed | { readonly name: 'proposed' } | { readonly name: 'countered'; readonly words: string };

/**
 * A plan with what its state needs: the last day to change her mind once agreed, the referent's words once
 * given, where a suspended plan comes back to.
 */
export type PlanState =
  | Alive
  | { readonly name: 'explained'; readonly words: string }
  | { readonly name: 'suspended'; readonly sinceOn: LocalDate; readonly before: Alive }
  | { readonly name: 'completed' | 'withdrawn' | 'cancelled' | 'ended' };

/**
 * What can happen to a plan.
 * - `accept`: by the rule at once, or by the referent. `accept_counter`: by her, with a new acknowledgement.
 * - `counter`: the referent proposes other terms, with words. `keep_mine`: she prefers her own; the referent answers.
 * - `explain`: the referent cannot agree, and says why in words; she may propose again.
 * - `withdraw`: she stops, at any time and without a reason. `cancel`: she changes her mind; the plan never was.
 * - `start`: the days to change her mind are over. `adapt`: smaller or later, agreed with her; never higher.
 * - `suspend`: a surendettement file is receivable. `resume`: it ended. `complete`: nothing is owed any more.
 * - `close`: her case is closed; what was agreed was done (`isSettled`), or it merely stops with the case.
 */
export type PlanEvent =
  | { readonly name: 'accept' | 'accept_counter'; readonly on: LocalDate }
  | { readonly name: 'counter' | 'explain'; readonly words: string }
  | { readonly name: 'keep_mine' | 'withdraw' | 'adapt' | 'resume' }
  | { readonly name: 'cancel' | 'start' | 'suspend'; readonly on: LocalDate }
  | { readonly name: 'complete'; readonly leftCents: Cents }
  | { readonly name: 'close'; readonly isSettled: boolean };

/** Why an event does not apply. */
export type TransitionRefusal =
  | {
      readonly code: 'transition_not_allowed';
      readonly from: PlanStateName;
      readonly event: PlanEvent['name'];
    }
  | { readonly code: 'words_missing'; readonly event: 'counter' | 'explain' }
  | { readonly code: 'change_of_mind_over'; readonly untilOn: LocalDate; readonly askedOn: LocalDate }
  | { readonly code: 'change_of_mind_running'; readonly untilOn: LocalDate; readonly askedOn: LocalDate }
  | { readonly code: 'still_owed'; readonly leftCents: Cents };

/** The state of a plan just proposed. */
export const PROPOSED: PlanState = { name: 'proposed' };

/** The legal moves: from each state, the events that apply. All others are refused. */
export const LEGAL_EVENTS: Readonly<Record<PlanStateName, readonly PlanEvent['name'][]>> = {
  proposed: ['accept', 'counter', 'explain', 'withdraw', 'suspend', 'close'],
  countered: ['accept_counter', 'keep_mine', 'counter', 'explain', 'withdraw', 'suspend', 'close'],
  explained: [],
  accepted: ['start', 'cancel', 'withdraw', 'adapt', 'suspend', 'complete', 'close'],
  running: ['adapt', 'withdraw', 'suspend', 'complete', 'close'],
  adapted: ['cancel', 'adapt', 'withdraw', 'suspend', 'complete', 'close'],
  suspended: ['resume', 'withdraw', 'complete', 'close'],
  completed: [],
  withdrawn: [],
  cancelled: [],
  ended: []
};

/** Whether a plan is over: nothing more can happen to it. */
export function isOver(name: PlanStateName): boolean {
  return LEGAL_EVENTS[name].length === 0;
}

/** The state after an event, or why it does not apply. Nothing else changes a plan. */
export function transition(state: PlanState, event: PlanEvent): Result<PlanState, TransitionRefusal> {
  if (!LEGAL_EVENTS[state.name].includes(event.name))
    return refused({ code: 'transition_not_allowed', from: state.name, event: event.name });
  switch (event.name) {
    case 'accept':
    case 'accept_counter':
      return ok({ name: 'accepted', cancellableUntilOn: addDays(event.on, CHANGE_OF_MIND_DAYS) });
    case 'counter':
    case 'explain':
      return withWords(event);
    case 'keep_mine':
      return ok(PROPOSED);
    case 'withdraw':
      return ok({ name: 'withdrawn' });
    case 'cancel':
      return hasAgreement(state) ? cancelled(state, event.on) : notAllowed(state, event);
    case 'start':
      return hasAgreement(state) ? started(state, event.on) : notAllowed(state, event);
    case 'adapt':
      return hasAgreement(state)
        ? ok({ name: 'adapted', cancellableUntilOn: state.cancellableUntilOn })
        : notAllowed(state, event);
    case 'suspend':
      return isAlive(state)
        ? ok({ name: 'suspended', sinceOn: event.on, before: state })
        : notAllowed(state, event);
    case 'resume':
      return state.name === 'suspended' ? ok(state.before) : notAllowed(state, event);
    case 'complete':
      return event.leftCents > 0
        ? refused({ code: 'still_owed', leftCents: event.leftCents })
        : ok({ name: 'completed' });
    case 'close':
      return ok({ name: event.isSettled && !isTalkedAbout(state) ? 'completed' : 'ended' });
  }
}

function withWords(event: {
  readonly name: 'counter' | 'explain';
  readonly words: string;
}): Result<PlanState, TransitionRefusal> {
  const words = event.words.trim();
  if (words === '') return refused({ code: 'words_missing', event: event.name });
  return ok({ name: event.name === 'counter' ? 'countered' : 'explained', words });
}

function cancelled(agreed: Agreed, on: LocalDate): Result<PlanState, TransitionRefusal> {
  const untilOn = agreed.cancellableUntilOn;
  return on > untilOn
    ? refused({ code: 'change_of_mind_over', untilOn, askedOn: on })
    : ok({ name: 'cancelled' });
}

function started(agreed: Agreed, on: LocalDate): Result<PlanState, TransitionRefusal> {
  const untilOn = agreed.cancellableUntilOn;
  return on > untilOn
    ? ok({ name: 'running', cancellableUntilOn: untilOn })
    : refused({ code: 'change_of_mind_running', untilOn, askedOn: on });
}

function hasAgreement(state: PlanState): state is Agreed {
  return state.name === 'accepted' || state.name === 'running' || state.name === 'adapted';
}

/** Not agreed yet: there is nothing that could have been done. */
function isTalkedAbout(state: PlanState): boolean {
  return state.name === 'proposed' || state.name === 'countered';
}

function isAlive(state: PlanState): state is Alive {
  return hasAgreement(state) || state.name === 'proposed' || state.name === 'countered';
}

function notAllowed(state: PlanState, event: PlanEvent): Result<PlanState, TransitionRefusal> {
  return refused({ code: 'transition_not_allowed', from: state.name, event: event.name });
}
