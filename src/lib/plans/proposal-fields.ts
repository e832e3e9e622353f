import { ok, parseAmount, refused, ZERO_CENTS, type AmountRefusal, type Result } from '$lib/kernel';
import type { PlanTerms, Proposal } from './proposal';
import { checkRhythm, type Rhythm, type RhythmRefusal } from './rhythm';
import { MAX_SYMBOLIC_MONTHS } from './schedule';

/** The fields of the proposal form as typed. Their names are those of the form, read by phone and server alike. */
export interface ProposalFields {
  /** `instalments`, `rest` (nothing paid) or `symbolic`. */
  readonly mode: string;
  readonly amount: string;
  /** `monthly`, `payday`, `fortnightly` or `weekly`. */
  readonly rhythm: string;
  readonly dayOfMonth: string;
  readonly weekday: string;
  /** Months of rest first, `0` to `3`. */
  readonly rest: string;
  readonly debtIds: readonly string[];
}

/** Which field to correct, and why. */
export type ProposalFieldRefusal =
  | { readonly code: 'mode_not_chosen'; readonly field: 'mode' }
  | { readonly code: 'rhythm_not_chosen'; readonly field: 'rhythm' }
  | { readonly code: 'rest_not_chosen'; readonly field: 'rest' }
  | { readonly code: 'amount_unreadable'; readonly field: 'amount'; readonly why: AmountRefusal }
  | {
      readonly code: 'day_impossible';
      readonly field: 'dayOfMonth' | 'weekday';
      readonly why: RhythmRefusal;
    };

/** An empty form: nothing is chosen for her, nor when to begin; the days are where their lists stand. */
export const EMPTY_FIELDS: ProposalFields = {
  mode: '',
  amount: '',
  rhythm: '',
  dayOfMonth: '5',
  weekday: '5',
  rest: '',
  debtIds: []
};

/**
 * Reads the form into a proposal. Only what belongs to the mode is read: the amount of a rest is ignored, so a
 * page without JavaScript may show every field. Limits are not judged here but by `checkProposal`.
 */
export function readProposal(fields: ProposalFields): Result<Proposal, ProposalFieldRefusal> {
  const terms = readTerms(fields);
  return terms.ok ? ok({ debtIds: fields.debtIds, terms: terms.value }) : terms;
}

function readTerms(fields: ProposalFields): Result<PlanTerms, ProposalFieldRefusal> {
  if (fields.mode !== 'instalments' && fields.mode !== 'rest' && fields.mode !== 'symbolic')
    return refused({ code: 'mode_not_chosen', field: 'mode' });
  if (fields.mode === 'rest') {
    const rest = readRest(fields);
    return rest.ok ? ok({ kind: 'rest', restMonths: rest.value }) : rest;
  }
  const amount = parseAmount(fields.amount);
  if (!amount.ok && amount.why.code !== 'amount_negative')
    return refused({ code: 'amount_unreadable', field: 'amount', why: amount.why });
  const rhythm = readRhythm(fields);
  if (!rhythm.ok) return rhythm;
  const paid = { instalmentCents: amount.ok ? amount.value : ZERO_CENTS, rhythm: rhythm.value };
  if (fields.mode === 'symbolic') return ok({ kind: 'symbolic', ...paid, months: MAX_SYMBOLIC_MONTHS });
  const rest = readRest(fields);
  if (!rest.ok) return rest;
  return ok(
    rest.value === 0
      ? { kind: 'instalments', ...paid }
      : { kind: 'rest_then_instalments', restMonths: rest.value, ...paid }
  );
}

function readRest({ rest }: ProposalFields): Result<number, ProposalFieldRefusal> {
  return /^\d{1,2}$/.test(rest) ? ok(Number(rest)) : refused({ code: 'rest_not_chosen', field: 'rest' });
}

function readRhythm(fields: ProposalFields): Result<Rhythm, ProposalFieldRefusal> {
  const kind = fields.rhythm;
  if (kind === 'weekly' || kind === 'fortnightly')
    return checkDay({ kind, weekday: wholeNumber(fields.weekday) }, 'weekday');
  if (kind === 'monthly' || kind === 'payday')
    return checkDay({ kind, dayOfMonth: wholeNumber(fields.dayOfMonth) }, 'dayOfMonth');
  return refused({ code: 'rhythm_not_chosen', field: 'rhythm' });
}

function checkDay(rhythm: Rhythm, field: 'dayOfMonth' | 'weekday'): Result<Rhythm, ProposalFieldRefusal> {
  const checked = checkRhythm(rhythm);
  return checked.ok ? checked : refused({ code: 'day_impossible', field, why: checked.why });
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,2}\s*$/.test(text) ? Number(text) : NaN;
}
