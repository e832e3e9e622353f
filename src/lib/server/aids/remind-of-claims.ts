import { systemActor } from '$lib/access';
import { m } from '$lib/i18n';
import { addDays, dayInZone, type CaseId } from '$lib/kernel';
import { recordAudit } from '../audit';
import { selectCaseHead } from '../cases';
import { loadContactSituation, sendContact } from '../contact-policy';
import { enter } from '../db';
import { eachOnItsOwn } from '../platform/each-on-its-own';
import { now } from '../platform/runtime';
import { selectCasesToRemind, takeReminders } from './reminder-repository';

const REMINDER = systemActor('remind-of-claims');
const BATCH = 200;

/**
 * Every working morning: sends the reminders people asked for by message, one a person whatever their number, without
 * the name of an aid. A person without a confirmed channel, or a rule that says no, is written once and not tried
 * again: the reminder stands on her pages all the same. Once her case is closed none leaves. Answers how many were sent.
 */
export async function remindOfClaims(origin: string): Promise<number> {
  // the earliest day on earth may be one ahead; her own day decides, case by case
  const latest = addDays(dayInZone(now(), 'UTC'), 1);
  let sent = 0;
  let after: string | null = null;
  const all: CaseId[] = [];
  for (;;) {
    const cases: readonly CaseId[] = await enter(REMINDER, { permission: 'system.remind' }, (tx) =>
      selectCasesToRemind(tx, latest, after, BATCH)
    );
    all.push(...cases);
    after = cases.at(-1) ?? null;
    if (cases.length < BATCH) break;
  }
  await eachOnItsOwn(all, async (caseId) => {
    if (await remindOne(caseId, origin)) sent += 1;
  });
  return sent;
}

async function remindOne(caseId: CaseId, origin: string): Promise<boolean> {
  const at = now();
  return enter(REMINDER, { permission: 'system.remind', caseId }, async (tx) => {
    const { timeZone, closedAt } = await selectCaseHead(tx, caseId);
    const today = dayInZone(at, timeZone);
    if (!(await takeReminders(tx, caseId, today, at))) return false;
    if (closedAt !== null) return false;
    const { noticeChannel: channel } = await loadContactSituation(tx, caseId, at);
    if (!channel) return false;
    const link = `${origin}/mes-aides`;
    const body = channel === 'email' ? m.aids_reminder_body({ link }) : m.aids_reminder_sms({ link });
    const post = {
      caseId,
      channel,
      purpose: 'answer_to_debtor' as const,
      subject: m.aids_reminder_subject(),
      body
    };
    const outcome = await sendContact(tx, REMINDER, post, at);
    await recordAudit(
      tx,
      REMINDER,
      caseId,
      { action: 'aids.reminder_sent', detail: { state: outcome.state } },
      at
    );
    return outcome.state === 'waiting';
  });
}
