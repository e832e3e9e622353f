import type { Actor } from '$lib/access';
import { noteAdviser, type AdviserNote, type AdviserNoteRefusal } from '$lib/contact-policy';
import { dayInZone, ok, refused, type CaseId, type LocalDate, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import { insertPause, liftPauses, moveEndOfPauses } from './register-repository';

/** Why a note is not taken. A closed case still lets a pause end. */
export type DebtAdviserRefusal = AdviserNoteRefusal | { readonly code: 'case_closed' };

const REASON = 'debt_adviser';
const ACTION = {
  begin: 'contacts.paused',
  prolong: 'contacts.prolonged',
  end: 'contacts.resumed'
} as const satisfies Record<AdviserNote, string>;

/**
 * Whoever follows the case notes that a person of advice (Point conseil budget, Crésus, social worker) accompanies her:
 * contacts rest for the time of making a plan together. Nothing is kept of who advises her. The silence that follows from her
 * own answer is hers, and does not end with this one. Beyond the days of the policy a supervisor confirms. Answers `untilOn`, the first day contacts may resume by this pause.
 */
export async function noteDebtAdviser(
  actor: Actor,
  caseId: CaseId,
  input: { readonly note: AdviserNote },
  command?: Command
): Promise<Result<{ readonly untilOn: LocalDate | null }, DebtAdviserRefusal | CommandReused>> {
  const { note } = input;
  const at = now();
  const asked = { act: 'noteDebtAdviser', command };
  return enter(actor, { permission: 'case.note_adviser', caseId }, (tx) =>
    carryOutOnce(
      tx,
      caseId,
      asked,
      at,
      async (): Promise<Result<{ untilOn: LocalDate | null }, DebtAdviserRefusal>> => {
        // two that prolong at the same moment would both add to the same end
        await holdCase(tx, caseId);
        const { basis, facts, keptPauses, policy } = await loadContactSituation(tx, caseId, at);
        if (basis.isClosed && note !== 'end') return refused({ code: 'case_closed' });
        const today = dayInZone(at, facts.place.timeZone);
        const by = actor.kind === 'staff' && actor.role === 'supervisor' ? 'supervisor' : 'follower';
        const noted = noteAdviser(note, keptPauses, { today, by }, policy);
        if (!noted.ok) return noted;
        const pause = noted.value;
        if (note === 'begin') await insertPause(tx, caseId, pause, at);
        else if (note === 'prolong') await moveEndOfPauses(tx, caseId, pause);
        else await liftPauses(tx, caseId, REASON, at);
        await recordAudit(tx, actor, caseId, { action: ACTION[note], detail: { reason: REASON } }, at);
        return ok({ untilOn: pause.liftedOn ?? pause.endsOn });
      }
    )
  );
}
