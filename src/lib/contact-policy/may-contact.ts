import { addDays, ok, refused, type LocalDate, type Refusal, type Result } from '$lib/kernel';
import { FAMILY, type Channel, type Purpose } from './contact';
import { capRule, conversationRule, letterRule, reminderRule, voicemailRule } from './frequency-rules';
import { distanceStop, hourStop, openFrom, openHours, voicemailStop } from './hour-rules';
import {
  closedRule,
  deathRule,
  firstLetterRule,
  neverRule,
  pauseRule,
  purposeChannelRule,
  refusalRule,
  representativeRule,
  safeContactRule,
  trackRule,
  type DayRule
} from './person-rules';
import { prepare, type ContactQuestion, type PreparedQuestion } from './question';
import { allowanceAfter, type Allowance } from './remaining-allowance';
import type { AllowingRule, RuleNumbers, RuleTrace, StoppingRule } from './rule-trace';
import { clockAt, instantOf } from './time-windows';

/** Leave to make a contact: the rule that gives it, and what is left for the person's week and month afterwards. */
export interface ContactPermission extends RuleTrace<AllowingRule> {
  /** Takes a place under the caps. */
  readonly counts: boolean;
  readonly left: Allowance;
  readonly policyVersion: string;
}

/** A stop: the rule, its numbers, and when the same contact would be allowed if nothing else happens. */
export interface ContactRefusal extends Refusal, RuleTrace<StoppingRule> {
  readonly code: StoppingRule;
  /** Null when no such moment is known within 400 days: it depends on the person, on an answer, or it never comes. */
  readonly nextAt: Date | null;
  readonly policyVersion: string;
}

/** Judged in this order: who she is, what she wished, how often; the first that stops is the one written down. */
const DAY_RULES: readonly DayRule[] = [
  neverRule,
  purposeChannelRule,
  deathRule,
  representativeRule,
  safeContactRule,
  closedRule,
  pauseRule,
  trackRule,
  firstLetterRule,
  refusalRule,
  reminderRule,
  conversationRule,
  voicemailRule,
  capRule,
  letterRule
];

/** How far ahead the next allowed instant is looked for. */
const HORIZON_DAYS = 400;

/**
 * The one question of the one door: may this contact be made at this instant? The same history and the same
 * instant always get the same answer; whoever sends later asks again then.
 */
export function mayContact(question: ContactQuestion): Result<ContactPermission, ContactRefusal> {
  const prepared = prepare(question);
  const policyVersion = question.policy.version;
  const stopped = firstStop(prepared, question.proposed.at);
  if (stopped) return refused({ ...stopped, nextAt: searchForward(prepared), policyVersion });
  const { policy, proposed } = prepared;
  return ok({
    ...allowance(prepared),
    counts: prepared.counts && proposed.channel !== 'voicemail',
    left: allowanceAfter(prepared, clockAt(proposed.at, prepared.facts.place.timeZone).day),
    policyVersion: policy.version
  });
}

/**
 * The first instant, not before the proposed one, at which this contact would be allowed if nothing else happens;
 * null when there is none within 400 days.
 */
export function nextAllowedAt(question: ContactQuestion): Date | null {
  const prepared = prepare(question);
  return firstStop(prepared, question.proposed.at) ? searchForward(prepared) : question.proposed.at;
}

function firstStop(question: PreparedQuestion, at: Date): RuleTrace<StoppingRule> | null {
  const { day, time } = clockAt(at, question.facts.place.timeZone);
  return (
    dayStop(question, day) ??
    voicemailStop(question, at) ??
    hourStop(question, day, time) ??
    distanceStop(question, at)
  );
}

function dayStop(question: PreparedQuestion, day: LocalDate): RuleTrace<StoppingRule> | null {
  for (const rule of DAY_RULES) {
    const stopped = rule(question, day);
    if (stopped) return stopped;
  }
  return null;
}

function searchForward(question: PreparedQuestion): Date | null {
  const { proposed, facts } = question;
  // a voice message lives from the call just made: tomorrow there is no such call
  if (proposed.channel === 'voicemail') return null;
  const notBefore = Math.max(proposed.at.getTime(), openFrom(question));
  const firstDay = clockAt(new Date(notBefore), facts.place.timeZone).day;
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(firstDay, ahead);
    if (dayStop(question, day)) continue;
    const found = firstOpening(question, day, notBefore);
    if (found !== null) return found;
  }
  return null;
}

function firstOpening(question: PreparedQuestion, day: LocalDate, notBefore: number): Date | null {
  const zone = question.facts.place.timeZone;
  for (const window of openHours(question, day)) {
    const from = Math.max(instantOf(day, window.from, zone).getTime(), notBefore);
    if (from < instantOf(day, window.to, zone).getTime()) return new Date(from);
  }
  return null;
}

const BY_PURPOSE: Partial<Record<Purpose, AllowingRule>> = {
  first_letter: 'allowed_first_letter',
  survey: 'allowed_survey',
  aid_news: 'allowed_aid_news',
  receipt: 'allowed_receipt',
  plan_confirmation: 'allowed_plan_confirmation',
  due_reminder: 'allowed_due_reminder',
  answer_to_debtor: 'allowed_answer',
  case_closed: 'allowed_case_closed',
  sign_in_code: 'allowed_sign_in_code'
};

const BY_FAMILY = {
  call: 'allowed_call',
  written: 'allowed_written',
  letter: 'allowed_letter',
  app: 'allowed_app'
} as const;

function allowance(question: PreparedQuestion): RuleTrace<AllowingRule> {
  const { proposed, policy } = question;
  const channel = proposed.channel as Channel;
  if (channel === 'voicemail')
    return { code: 'allowed_voicemail', numbers: { days: policy.numbers.voicemailApartDays } };
  const code = BY_PURPOSE[proposed.purpose] ?? BY_FAMILY[FAMILY[channel]];
  return { code, numbers: allowingNumbers(question, code) };
}

function allowingNumbers(question: PreparedQuestion, code: AllowingRule): RuleNumbers {
  const { policy, proposed, facts } = question;
  if (code === 'allowed_due_reminder') return { instalmentId: proposed.instalment?.id, days: 3 };
  if (code === 'allowed_letter') return { days: policy.numbers.lettersApartDays };
  const limits = {
    allowed_call: policy.numbers.callsPer7Days,
    allowed_written: policy.numbers.writtenPer7Days
  };
  if (code !== 'allowed_call' && code !== 'allowed_written') return {};
  const windows = openHours(question, clockAt(proposed.at, facts.place.timeZone).day);
  return { limit: limits[code], days: 7, windows };
}
