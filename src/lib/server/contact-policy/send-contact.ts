import type { Actor } from '$lib/access';
import {
  checkOutgoingText,
  mayContact,
  plainSmsText,
  requiredTexts,
  type ProposedContact,
  type Purpose,
  type RuleCode,
  type TextFinding
} from '$lib/contact-policy';
import { fullDate, m } from '$lib/i18n';
import type { CaseId, Id, LocalDate } from '$lib/kernel';
import { recordAudit } from '../audit';
import { holdCase } from '../cases';
import type { Transaction } from '../db';
import { sendJob } from '../platform/queue';
import { loadContactSituation, type ContactSituation } from './contact-facts';
import { insertDelivery, type PostChannel } from './delivery-repository';
import { insertContact } from './register-repository';

/** A letter, e-mail or SMS somebody or something wants to send. */
export interface OutgoingPost {
  readonly caseId: CaseId;
  readonly channel: PostChannel;
  readonly purpose: Purpose;
  /** For e-mail and letters; never a name, an amount or a creditor. */
  readonly subject: string;
  readonly body: string;
  /** A channel being confirmed: the address she just typed, instead of the one on file. */
  readonly recipient?: string;
  readonly instalment?: { readonly id: string; readonly dueOn: LocalDate };
  /** Passages the law wants word for word. */
  readonly quotations?: readonly string[];
}

/** What became of it. A refusal is not an error: it is written in the register, where both sides read it. */
export type PostOutcome =
  | { readonly state: 'waiting'; readonly contactId: Id<'contact'>; readonly sendFrom: Date }
  | {
      readonly state: 'refused';
      readonly contactId: Id<'contact'>;
      readonly ruleCode: RuleCode;
      readonly nextAt: Date | null;
    }
  | { readonly state: 'no_address' };

/**
 * The one door for everything that leaves towards a person. Asks the contact policy, writes the decision in the open
 * register whichever it is, and lays the post in the outbox in the same transaction. Service messages the rules
 * would allow later wait for their hour; anything else that is refused stays refused.
 *
 * Throws when the text itself may not be sent (a creditor's name, an amount, a word of forced collection; who writes,
 * the way to refuse or the first letter missing): our own templates keep these rules, so that is a defect. An SMS
 * leaves in the characters phones carry at their single price.
 */
export async function sendContact(
  tx: Transaction,
  actor: Actor,
  post: OutgoingPost,
  at: Date
): Promise<PostOutcome> {
  // two that ask at the same moment would both find the same place free
  await holdCase(tx, post.caseId);
  const situation = await loadContactSituation(tx, post.caseId, at);
  const recipient = post.recipient ?? addressOf(situation, post.channel);
  if (recipient === null) return { state: 'no_address' };
  refuseBadText(situation, post);

  const { channel, purpose, caseId } = post;
  const proposed: ProposedContact = {
    channel,
    purpose,
    at,
    ...(post.instalment && { instalment: post.instalment })
  };
  const decision = mayContact({ ...situation, proposed });
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  const line = {
    channel,
    purpose,
    at,
    staffId,
    instalmentId: post.instalment?.id ?? null,
    instalmentDueOn: post.instalment?.dueOn ?? null
  };

  if (!decision.ok && !(waitsForItsHour(purpose) && decision.why.nextAt)) {
    const { code, numbers, policyVersion, nextAt } = decision.why;
    const refusedLine = { ...line, state: 'refused', ruleCode: code, ruleNumbers: numbers } as const;
    const contactId = await insertContact(
      tx,
      caseId,
      { ...refusedLine, policyVersion, allowedFrom: nextAt, counts: false },
      at
    );
    await recordAudit(
      tx,
      actor,
      caseId,
      { action: 'contact.refused', detail: { channel, purpose, rule: code } },
      at
    );
    return { state: 'refused', contactId, ruleCode: code, nextAt };
  }

  const sendFrom = decision.ok ? at : decision.why.nextAt!;
  const { code, numbers, policyVersion } = decision.ok ? decision.value : decision.why;
  const counts = decision.ok && decision.value.counts;
  const waiting = { ...line, state: 'waiting', ruleCode: code, ruleNumbers: numbers } as const;
  const contactId = await insertContact(
    tx,
    caseId,
    { ...waiting, policyVersion, allowedFrom: sendFrom, counts },
    at
  );
  const { subject } = post;
  const body = channel === 'sms' ? plainSmsText(post.body) : post.body;
  const deliveryId = await insertDelivery(
    tx,
    { caseId, contactId, channel, recipient, subject, body, sendFrom },
    at
  );
  await sendJob(tx, 'deliver', { caseId, deliveryId }, sendFrom > at ? sendFrom : undefined);
  await recordAudit(
    tx,
    actor,
    caseId,
    { action: 'contact.allowed', detail: { channel, purpose, rule: code } },
    at
  );
  return { state: 'waiting', contactId, sendFrom };
}

// owed to her, or asked for by her: at night they wait for the morning instead of being dropped
const OWED: readonly Purpose[] = [
  'answer_to_debtor',
  'receipt',
  'plan_confirmation',
  'due_reminder',
  'case_closed'
];

function waitsForItsHour(purpose: Purpose): boolean {
  return OWED.includes(purpose);
}

function addressOf({ basis }: ContactSituation, channel: PostChannel): string | null {
  if (channel === 'email') return basis.email;
  if (channel === 'sms') return basis.phone;
  return `${basis.firstName} ${basis.lastName}\n${basis.address}\n${basis.postcode} ${basis.city}`;
}

function refuseBadText({ basis }: ContactSituation, post: OutgoingPost): void {
  const checked = checkOutgoingText({
    channel: post.channel,
    subject: post.subject,
    body: post.body,
    creditorNames: basis.creditorNames,
    quotations: post.quotations ?? [],
    mustHold: requiredTexts(post, {
      sender: m.ui_brand(),
      optOut: m.contacts_opt_out_words(),
      firstLetter:
        basis.firstLetterReference === null || basis.firstLetterOn === null
          ? null
          : { reference: basis.firstLetterReference, sentOn: fullDate(basis.firstLetterOn) }
    })
  });
  if (!checked.ok) throw new Error(`Text not sendable: ${checked.why.findings.map(describe).join(', ')}`);
}

const describe = ({ code, where }: TextFinding) => `${code} in ${where}`;
