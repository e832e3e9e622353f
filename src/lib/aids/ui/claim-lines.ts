import {
  isAidKey,
  isClaimState,
  isClaimSubject,
  isReminderDue,
  type ClaimNews,
  type ClaimRefusal,
  type ClaimState
} from '$lib/aids';
import { euros, fullDate, m } from '$lib/i18n';
import { ok, parseAmount, parseIsoDate, refused, type LocalDate, type Result } from '$lib/kernel';
import { AID_NAME, AID_WHERE } from './aid-words';

/** A claim in words, with what its form starts from. */
export interface ClaimLine {
  readonly aid: string;
  readonly name: string;
  readonly where: string;
  readonly state: ClaimState;
  readonly stateWords: string;
  readonly askedOn: string;
  readonly decidedOn: string;
  readonly amount: string;
  readonly reason: string;
  /** The day of the reminder while it is to come; empty otherwise. */
  readonly remindOn: string;
  readonly remindByPost: boolean;
  /** What she asked to be reminded of, in words; empty without a reminder. */
  readonly reminder: string;
  /** The day of the reminder has come. */
  readonly isDue: boolean;
}

/** One field of a claim's form to correct. */
export interface ClaimFieldError {
  readonly field: string;
  readonly message: string;
}

/** A claim and the right of the catalogue it is for, when it is not an aid that is computed. */
export type NamedClaim = ClaimNews & {
  readonly right: { readonly name: string; readonly ask: { readonly place: string } } | null;
};

/** The name of what is claimed. */
export function claimName({ aid, right }: Pick<NamedClaim, 'aid' | 'right'>): string {
  return isAidKey(aid) ? AID_NAME[aid]() : (right?.name ?? m.aids_claim_unnamed());
}

/** A claim as her referent reads it. */
export interface DeskClaim {
  readonly aid: string;
  readonly name: string;
  readonly words: string;
}

const DESK_STATE: Readonly<Record<ClaimState, () => string>> = {
  to_do: m.aids_claim_state_to_do,
  asked: m.aids_claim_state_asked,
  granted: m.aids_claim_state_granted,
  refused: m.aids_claim_state_refused,
  no_answer: m.aids_claim_state_no_answer
};

/** Her claims for her referent: where each stands, since when, how much or why not. */
export function claimsAtDesk(claims: readonly NamedClaim[]): readonly DeskClaim[] {
  return claims.map(({ aid, right, state, askedOn, decidedOn, amountCents, reason }) => {
    const day = decidedOn ?? askedOn;
    const words = [
      day ? m.aids_desk_since({ state: DESK_STATE[state](), day: fullDate(day) }) : DESK_STATE[state](),
      ...(amountCents === null ? [] : [euros(amountCents, { cents: 'when-needed' })]),
      ...(reason ? [reason] : [])
    ];
    return { aid, name: claimName({ aid, right }), words: words.join(', ') };
  });
}

function stateWords({ state, askedOn, decidedOn, amountCents }: ClaimNews): string {
  switch (state) {
    case 'to_do':
      return m.aids_claim_to_do();
    case 'asked':
      return m.aids_claim_asked({ day: askedOn ? fullDate(askedOn) : '' });
    case 'granted': {
      if (amountCents === null)
        return decidedOn
          ? m.aids_claim_granted_right_on({ day: fullDate(decidedOn) })
          : m.aids_claim_granted_right();
      const amount = euros(amountCents, { cents: 'when-needed' });
      return decidedOn
        ? m.aids_claim_granted_on({ amount, day: fullDate(decidedOn) })
        : m.aids_claim_granted({ amount });
    }
    case 'refused':
      return decidedOn ? m.aids_claim_refused_on({ day: fullDate(decidedOn) }) : m.aids_claim_refused();
    case 'no_answer':
      return m.aids_claim_no_answer({ day: askedOn ? fullDate(askedOn) : '' });
  }
}

function reminderWords({ remindOn, remindByPost }: ClaimNews, isDue: boolean): string {
  if (remindOn === null) return '';
  const day = fullDate(remindOn);
  if (isDue) return m.aids_claim_reminder_due({ day });
  return remindByPost ? m.aids_claim_reminder_post({ day }) : m.aids_claim_reminder({ day });
}

/** Her claims in words on her own day, those whose reminder has come first. */
export function claimLines(claims: readonly NamedClaim[], today: LocalDate): readonly ClaimLine[] {
  const lines = claims.map((claim) => claimLine(claim, isReminderDue(claim, today)));
  return [...lines.filter(({ isDue }) => isDue), ...lines.filter(({ isDue }) => !isDue)];
}

function claimLine(claim: NamedClaim, isDue: boolean): ClaimLine {
  return {
    aid: claim.aid,
    name: claimName(claim),
    where: isAidKey(claim.aid) ? AID_WHERE[claim.aid]() : (claim.right?.ask.place ?? ''),
    state: claim.state,
    stateWords: stateWords(claim),
    askedOn: claim.askedOn ?? '',
    decidedOn: claim.decidedOn ?? '',
    amount: claim.amountCents === null ? '' : euros(claim.amountCents, { cents: 'when-needed' }),
    reason: claim.reason ?? '',
    remindOn: isDue ? '' : (claim.remindOn ?? ''),
    remindByPost: claim.remindByPost,
    reminder: reminderWords(claim, isDue),
    isDue
  };
}

/** The form of a claim as it came. */
export interface ClaimFields {
  readonly aid: string;
  readonly state: string;
  readonly asked_on: string;
  readonly decided_on: string;
  readonly amount: string;
  readonly reason: string;
  readonly remind_on: string;
  readonly remind_by_post: string;
}

type Refused = { readonly code: 'claim_form_refused'; readonly error: ClaimFieldError };
const refuse = (field: string, message: string): Result<never, Refused> =>
  refused({ code: 'claim_form_refused', error: { field, message } });

/** A day as a date box gives it, or none. */
function readDay(text: string): LocalDate | null | 'unreadable' {
  if (text.trim() === '') return null;
  return parseIsoDate(text.trim()) ?? 'unreadable';
}

/** Reads the form of a claim; what cannot be read is told beside its field. */
export function readClaimForm(fields: ClaimFields): Result<ClaimNews, Refused> {
  const { aid, state } = fields;
  if (!isClaimSubject(aid)) return refuse('', m.aids_page_unreadable());
  if (!isClaimState(state)) return refuse(`state_${aid}`, m.aids_fault_choice_missing());
  const [askedOn, decidedOn] = [readDay(fields.asked_on), readDay(fields.decided_on)];
  if (askedOn === 'unreadable') return refuse(`asked_on_${aid}`, m.aids_claim_fault_day());
  if (decidedOn === 'unreadable') return refuse(`decided_on_${aid}`, m.aids_claim_fault_day());
  const remindOn = readDay(fields.remind_on);
  if (remindOn === 'unreadable') return refuse(`remind_on_${aid}`, m.aids_claim_fault_day());
  const typed = fields.amount.trim();
  const amount = typed === '' ? null : parseAmount(typed);
  if (amount && !amount.ok) return refuse(`amount_${aid}`, m.aids_fault_amount_not_a_number());
  return ok({
    aid,
    state,
    askedOn,
    decidedOn,
    amountCents: amount ? amount.value : null,
    reason: fields.reason.trim() === '' ? null : fields.reason,
    remindOn,
    remindByPost: fields.remind_by_post === 'yes'
  });
}

/** Why news of a claim were not taken, beside its field. */
export function claimFormView(
  aid: string,
  why: ClaimRefusal | { readonly code: 'command_reused' | 'aid_unknown' }
): ClaimFieldError {
  switch (why.code) {
    case 'asked_on_missing':
      return { field: `asked_on_${aid}`, message: m.aids_claim_fault_asked_missing() };
    case 'asked_on_in_future':
      return { field: `asked_on_${aid}`, message: m.aids_claim_fault_future() };
    case 'decided_on_in_future':
      return { field: `decided_on_${aid}`, message: m.aids_claim_fault_future() };
    case 'decided_before_asked':
      return {
        field: `decided_on_${aid}`,
        message: m.aids_claim_fault_order({ day: fullDate(why.askedOn) })
      };
    case 'amount_missing':
      return { field: `amount_${aid}`, message: m.aids_claim_fault_amount() };
    case 'reason_too_long':
      return { field: `reason_${aid}`, message: m.aids_claim_fault_reason({ most: String(why.most) }) };
    case 'remind_on_in_past':
      return { field: `remind_on_${aid}`, message: m.aids_claim_fault_past() };
    case 'remind_on_too_far':
      return {
        field: `remind_on_${aid}`,
        message: m.aids_claim_fault_far({ months: String(why.mostMonths) })
      };
    case 'aid_unknown':
      return { field: '', message: m.aids_page_unreadable() };
    case 'command_reused':
      return { field: '', message: m.messaging_error_reused() };
  }
}
