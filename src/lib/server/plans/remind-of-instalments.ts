import { systemActor } from '$lib/access';
import { REMINDER_DAYS_BEFORE } from '$lib/contact-policy';
import { fullDate, m } from '$lib/i18n';
import { addDays, dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import { holdCase, selectCaseHead } from '../cases';
import { loadContactSituation, sendContact, type ContactSituation } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { eachOnItsOwn } from '../platform/each-on-its-own';
import { now } from '../platform/runtime';
import { selectCasesToRemind, takeToRemind, type ReminderDays } from './instalment-repository';
import { withSchedule } from './load-plan';
import { lockLivePlan } from './plan-repository';
import { loadPlanSituation } from './proposal-context';
import { stillToCome } from './running-agreement';

const REMINDER = systemActor('remind-of-instalments');
const BATCH = 200;

/**
 * Every working morning: asks the door of contacts to recall the instalments that are near, for the people who asked for
 * it. Each instalment is asked for once, also when two processes run at the same time; the door may make the word wait
 * for its hour or stop it, and writes it in the register that both sides read. Answers how many were let through.
 */
export async function remindOfInstalments(origin: string): Promise<number> {
  // somewhere on earth it is a day earlier or later; her own day decides, case by case
  const today = dayInZone(now(), 'UTC');
  const widest = { from: addDays(today, -1), to: addDays(today, REMINDER_DAYS_BEFORE + 1) };
  const all: CaseId[] = [];
  for (let after: CaseId | null = null; ;) {
    const cases: readonly CaseId[] = await enter(REMINDER, { permission: 'system.remind' }, (tx) =>
      selectCasesToRemind(tx, widest, after, BATCH)
    );
    all.push(...cases);
    after = cases.at(-1) ?? null;
    if (cases.length < BATCH) break;
  }
  let sent = 0;
  await eachOnItsOwn(all, async (caseId) => {
    sent += await remindOne(caseId, origin);
  });
  return sent;
}

async function remindOne(caseId: CaseId, origin: string): Promise<number> {
  const at = now();
  return enter(REMINDER, { permission: 'system.remind', caseId }, async (tx) => {
    await holdCase(tx, caseId);
    const { timeZone, closedAt } = await selectCaseHead(tx, caseId);
    if (closedAt !== null) return 0;
    const asked = await daysAsked(tx, caseId, at);
    // a plan that rests, or that asks no more, has nothing to recall: it may run again before the day
    if (asked.size === 0) return 0;
    const taken = await takeToRemind(tx, caseId, daysFrom(dayInZone(at, timeZone)), at);
    let sent = 0;
    for (const instalment of taken.filter(({ dueOn }) => asked.has(dueOn))) {
      const words = reminderWords(await loadContactSituation(tx, caseId, at), `${origin}/accueil`);
      // she took her address back since she asked: her page holds the days all the same
      if (!words) break;
      const post = { caseId, purpose: 'due_reminder', instalment, ...words } as const;
      const outcome = await sendContact(tx, REMINDER, post, at);
      if (outcome.state === 'waiting') sent += 1;
    }
    return sent;
  });
}

/** The days on which her agreement still asks for something. */
async function daysAsked(tx: Transaction, caseId: CaseId, at: Date): Promise<ReadonlySet<LocalDate>> {
  const record = await lockLivePlan(tx, caseId);
  if (!record) return new Set();
  const situation = await loadPlanSituation(tx, caseId, at);
  const plan = await withSchedule(tx, caseId, record, situation);
  return new Set(stillToCome(plan, situation).map(({ dueOn }) => dueOn));
}

function daysFrom(today: LocalDate): ReminderDays {
  return { from: today, to: addDays(today, REMINDER_DAYS_BEFORE) };
}

/** Neither amount nor creditor; the first letter is named, as at each later step (CPCE R124-4). */
function reminderWords({ basis, noticeChannel: channel }: ContactSituation, link: string) {
  if (!channel) return null;
  const letter =
    basis.firstLetterReference === null || basis.firstLetterOn === null
      ? ''
      : m.plans_reminder_letter({
          reference: basis.firstLetterReference,
          day: fullDate(basis.firstLetterOn)
        });
  const body =
    channel === 'sms' ? m.plans_reminder_sms({ link, letter }) : m.plans_reminder_body({ link, letter });
  return { channel, subject: m.plans_reminder_subject(), body };
}
