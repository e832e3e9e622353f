import type { Actor } from '$lib/access';
import {
  checkClosing,
  isSettledBy,
  totalRemainingCents,
  type ClosingReason,
  type ClosingRefusal
} from '$lib/cases';
import { m } from '$lib/i18n';
import { ok, type CaseId, type Result } from '$lib/kernel';
import { countOneLess } from '../access';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { insertDecision, selectCaseHead, selectDebts, writeClosing } from '../cases';
import { loadContactSituation, sendContact, stopAfterClosing } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { addSystemLine } from '../messaging';
import { closePlan, hasAgreement } from '../plans';
import { now } from '../platform/runtime';

/** Why a case is closed, and what the reason leaves unsaid. */
export interface CloseCaseInput {
  readonly reason: ClosingReason;
  readonly words: string;
}

/**
 * Closes a case. The reason, its words and its author are kept; the plan ends, nothing is promised on it any more, and
 * what waited to leave is stopped. She is told once, in her thread and by a channel she confirmed, and keeps her space:
 * her data, her messages, her export. From now on the time of retention runs.
 */
export async function closeCase(
  actor: Actor,
  caseId: CaseId,
  input: CloseCaseInput,
  command?: Command
): Promise<Result<null, ClosingRefusal | CommandReused>> {
  const { reason } = input;
  const words = input.words.trim();
  const at = now();
  const asked = { act: 'closeCase', command };
  return enter(actor, { permission: 'case.close', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<null, ClosingRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff close cases');
      const head = await selectCaseHead(tx, caseId, true);
      const [debts, agreed] = await Promise.all([selectDebts(tx, caseId), hasAgreement(tx, caseId)]);
      const facts = {
        isClosed: head.closedAt !== null,
        leftCents: totalRemainingCents(debts),
        hasAgreement: agreed
      };
      const checked = checkClosing({ reason, words }, facts);
      if (!checked.ok) return checked;
      await closePlan(tx, actor, caseId, isSettledBy(reason), at);
      await writeClosing(tx, caseId, reason, at);
      await stopAfterClosing(tx, actor, caseId, at);
      if (head.referentId) await countOneLess(tx, head.referentId);
      const { staffId } = actor;
      const decision = { kind: 'closing', before: 'open', after: reason, reason: words, staffId };
      await insertDecision(tx, caseId, { ...decision, decidedAt: at });
      await recordAudit(tx, actor, caseId, { action: 'case.closed', detail: { reason } }, at);
      await tellHer(tx, actor, caseId, at);
      return ok(null);
    })
  );
}

/** The one word that leaves: it says that the case is over, and neither why nor how much. */
async function tellHer(tx: Transaction, actor: Actor, caseId: CaseId, at: Date): Promise<void> {
  await addSystemLine(tx, caseId, 'case_closed', at);
  const { noticeChannel: channel } = await loadContactSituation(tx, caseId, at);
  if (!channel) return;
  const post = {
    caseId,
    channel,
    purpose: 'case_closed',
    subject: m.messaging_closed_notice_subject(),
    body: channel === 'sms' ? m.messaging_closed_notice_sms() : m.messaging_closed_notice_body()
  } as const;
  await sendContact(tx, actor, post, at);
}
