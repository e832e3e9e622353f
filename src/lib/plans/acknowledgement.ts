import { localDate, type LocalDate } from '$lib/kernel';

/** What a person may do about a debt, as the product records it. */
export type DebtAct =
  | 'read'
  | 'sign_in'
  | 'ask'
  | 'fill_budget'
  | 'answer_questionnaire'
  | 'send_papers'
  | 'dispute'
  | 'say_not_me'
  | 'say_cannot_pay'
  | 'talk'
  | 'pass_a_month'
  | 'propose_plan'
  | 'propose_rest'
  | 'accept_counter'
  | 'accept_smaller'
  | 'pay';

/**
 * Whether an act may be an acknowledgement of the debt (2240 C. civ.: it interrupts the limitation period, for
 * the whole even when partial, Civ. 1re 25/01/2017 n° 15-25.759; asking for a plan is one, Civ. 2e 9/01/2014
 * n° 12-28.272; read 2026-11-21). The others must never be recorded as one.
 */
export const MAY_ACKNOWLEDGE: Readonly<Record<DebtAct, boolean>> = {
  read: false,
  sign_in: false,
  ask: false,
  fill_budget: false,
  answer_questionnaire: false,
  send_papers: false,
  dispute: false,
  say_not_me: false,
  say_cannot_pay: false,
  talk: false,
  pass_a_month: false,
  propose_plan: true,
  propose_rest: true,
  accept_counter: true,
  accept_smaller: true,
  pay: true
};

/** The versions of the warning that exist. A text once shown is never edited: a change makes a new version. */
export type WarningVersion = '2026-11-21' | '2026-11-29';

/** The version shown now. The words stand in `plans.json` under this version; a test pins them. */
export const CURRENT_WARNING: { readonly version: WarningVersion; readonly since: LocalDate } = {
  version: '2026-11-29',
  since: localDate('2026-11-29')
};

/** What is kept when she ticked the warning: which text, and when. Never ticked for her. */
export interface Acknowledgement {
  readonly version: WarningVersion;
  readonly acknowledgedAt: Date;
}

/**
 * Whether the separate plain warning must be read and ticked before an act: when it may acknowledge the debt,
 * and the text shown now was not ticked for this very act. A plan acknowledged once does not ask again at each
 * of its instalments (`coveredByPlan`), since they were in the schedule she read.
 */
export function requiresAcknowledgementWarning(
  act: DebtAct,
  options: { coveredByPlan?: boolean } = {}
): boolean {
  return MAY_ACKNOWLEDGE[act] && !(act === 'pay' && options.coveredByPlan === true);
}
