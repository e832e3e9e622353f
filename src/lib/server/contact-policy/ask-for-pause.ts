import type { Actor } from '$lib/access';
import { openPause, type AskedPauseDays } from '$lib/contact-policy';
import { addDays, dayInZone, ok, type CaseId, type LocalDate, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import { insertPause, liftPauses } from './register-repository';

const REASON = 'asked_by_person';

/**
 * A time of silence she asks for, from today, without a reason. Asking again takes the place of the one that runs, so
 * that two presses never add up. Answers `untilOn`, the first day contacts may resume.
 */
export async function askForPause(
  actor: Actor,
  caseId: CaseId,
  input: { readonly days: AskedPauseDays },
  command?: Command
): Promise<Result<{ readonly untilOn: LocalDate }, CommandReused>> {
  const at = now();
  const asked = { act: 'askForPause', command };
  return enter(actor, { permission: 'own_case.set_preferences', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      // of two at the same moment, each would lift what it finds and begin its own
      await holdCase(tx, caseId);
      const { facts, policy } = await loadContactSituation(tx, caseId, at);
      const today = dayInZone(at, facts.place.timeZone);
      const untilOn = addDays(today, input.days);
      await liftPauses(tx, caseId, REASON, at);
      await insertPause(tx, caseId, openPause(REASON, today, policy, untilOn), at);
      await recordAudit(tx, actor, caseId, { action: 'contacts.paused', detail: { reason: REASON } }, at);
      return ok({ untilOn });
    })
  );
}

/** Ends the time of silence she asked for; nothing changes when none runs. Silences of other causes hold. */
export async function endAskedPause(
  actor: Actor,
  caseId: CaseId,
  command?: Command
): Promise<Result<null, CommandReused>> {
  const at = now();
  const asked = { act: 'endAskedPause', command };
  return enter(actor, { permission: 'own_case.set_preferences', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      await liftPauses(tx, caseId, REASON, at);
      await recordAudit(tx, actor, caseId, { action: 'contacts.resumed', detail: { reason: REASON } }, at);
      return ok(null);
    })
  );
}
