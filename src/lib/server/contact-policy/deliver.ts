import { systemActor } from '$lib/access';
import { mayContact, type ProposedContact } from '$lib/contact-policy';
import type { CaseId, Id } from '$lib/kernel';
import { recordAudit } from '../audit';
import { holdCase } from '../cases';
import { enter, isDatabaseAway, type Transaction } from '../db';
import type { MailOutcome, Mailer } from '../platform/mailer';
import type { SmsGateway } from '../platform/sms-gateway';
import { sendJob } from '../platform/queue';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import {
  countBrokenTry,
  forgetBody,
  settleDelivery,
  takeDelivery,
  type Delivery,
  type PostName
} from './delivery-repository';
import { settleContact } from './register-repository';
import { sayNotDelivered } from './say-not-delivered';

const DELIVERER = systemActor('deliver');
// a day and a half: longer than a day's outage
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720, 720];
// a code nobody waits for any more is noise, and a stale secret
const CODE_LIFE_MS = 10 * 60_000;

/** By what post leaves: each really sends, or keeps everything. */
export interface WaysOut {
  readonly mailer: Mailer;
  readonly sms: SmsGateway;
}

/**
 * Sends one delivery: takes it (only one process can), asks the contact policy again since the world may have
 * changed while it waited, hands it over, and writes what became of it. Without a gateway it is kept, to be shown at
 * the desk. When nobody can say whether it left, it is never sent again by itself. One that cannot even be opened or judged
 * waits longer each time and is ended at last, like one whose gateway is away: it must not stand before the others for ever.
 */
export async function deliver(ways: WaysOut, caseId: CaseId, id: Id<'delivery'>): Promise<void> {
  const taken = await takeIfAllowed(caseId, id).catch((error: unknown) => putOff(caseId, id, error));
  if (!taken) return;
  const outcome = await handOver(ways, taken);
  await settle(taken, outcome);
}

async function takeIfAllowed(caseId: CaseId, id: Id<'delivery'>): Promise<Delivery | null> {
  const at = now();
  return enter(DELIVERER, { permission: 'system.deliver', caseId }, async (tx) => {
    await holdCase(tx, caseId);
    const post = await takeDelivery(tx, caseId, id, at);
    if (!post) return null;
    const { history, ...situation } = await loadContactSituation(tx, caseId, at);
    const own = history.find((line) => line.id === post.contactId);
    if (!own) throw new Error('A delivery without its line in the register');
    if (own.purpose === 'sign_in_code' && at.getTime() - post.createdAt.getTime() > CODE_LIFE_MS) {
      await settleDelivery(tx, caseId, id, { state: 'stopped', failure: 'code_too_old' });
      await sayNotDelivered(tx, DELIVERER, post, 'too_late', at);
      return null;
    }
    const { instalmentId: instalment, instalmentDueOn: dueOn } = own;
    const proposed: ProposedContact = {
      channel: post.channel,
      purpose: own.purpose,
      at,
      ...(instalment && dueOn && { instalment: { id: instalment, dueOn } })
    };
    const others = history.filter((line) => line.id !== own.id);
    const decision = mayContact({ ...situation, history: others, proposed });
    if (decision.ok) return post;
    const { code, numbers, nextAt } = decision.why;
    if (nextAt && nextAt > at) {
      await settleDelivery(tx, caseId, id, { state: 'waiting', sendFrom: nextAt });
      await sendJob(tx, 'deliver', { caseId, deliveryId: id }, nextAt);
      return null;
    }
    await settleDelivery(tx, caseId, id, { state: 'stopped', failure: code });
    await settleContact(tx, caseId, own.id, { state: 'refused', ruleCode: code, ruleNumbers: numbers, at });
    await recordAudit(tx, DELIVERER, caseId, { action: 'contact.refused', detail: { rule: code } }, at);
    return null;
  });
}

async function handOver({ mailer, sms }: WaysOut, post: Delivery): Promise<MailOutcome> {
  // letters need the firm's printer: they are kept and shown at the desk
  if (post.channel === 'letter') return { kind: 'kept' };
  if (post.channel === 'sms')
    return sms.deliver({ to: post.recipient, text: post.body, deliveryId: post.id });
  return mailer.deliver({ to: post.recipient, subject: post.subject, text: post.body, deliveryId: post.id });
}

async function settle(post: Delivery, outcome: MailOutcome): Promise<void> {
  const at = now();
  const { caseId, id } = post;
  await enter(DELIVERER, { permission: 'system.deliver', caseId }, async (tx) => {
    if (outcome.kind === 'sent' || outcome.kind === 'kept') {
      await settleDelivery(tx, caseId, id, { state: outcome.kind, sentAt: at });
      if (outcome.kind === 'sent') await forgetBody(tx, caseId, id);
      const { history } = await loadContactSituation(tx, caseId, at);
      const line = history.find((one) => one.id === post.contactId);
      if (line) await settleContact(tx, caseId, line.id, { ...line, state: 'sent', at });
      await recordAudit(
        tx,
        DELIVERER,
        caseId,
        { action: 'contact.sent', detail: { channel: post.channel } },
        at
      );
      return;
    }
    await tryLater(tx, post, outcome.kind, at);
  });
}

/** What broke before it was taken has not left: it is put off, and the error goes on to the log. */
async function putOff(caseId: CaseId, id: Id<'delivery'>, cause: unknown): Promise<never> {
  // that is over by itself, and nobody's fault
  if (isDatabaseAway(cause)) throw cause;
  const at = now();
  await enter(DELIVERER, { permission: 'system.deliver', caseId }, async (tx) => {
    const post = await countBrokenTry(tx, caseId, id, at);
    if (post) await tryLater(tx, post, 'broken', at);
  });
  throw cause;
}

/** Waits for the next try, or says that there is none any more. */
async function tryLater(
  tx: Transaction,
  post: PostName & Pick<Delivery, 'attempts'>,
  failure: 'refused' | 'unreachable' | 'unknown' | 'broken',
  at: Date
): Promise<void> {
  const { caseId, id, attempts } = post;
  const isHopeless = failure === 'refused' || failure === 'unknown';
  const wait = isHopeless ? undefined : RETRY_MINUTES[attempts - 1];
  if (wait === undefined) {
    await settleDelivery(tx, caseId, id, { state: 'failed', failure });
    return sayNotDelivered(tx, DELIVERER, post, failure, at);
  }
  const sendFrom = new Date(at.getTime() + wait * 60_000);
  await settleDelivery(tx, caseId, id, { state: 'waiting', sendFrom, failure });
  await sendJob(tx, 'deliver', { caseId, deliveryId: id }, sendFrom);
}
