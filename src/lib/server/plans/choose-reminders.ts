import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase } from '../cases';
import { loadContactSituation, stopReminders, type ContactSituation } from '../contact-policy';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { writeReminds } from './instalment-repository';
import { isAgreement } from './load-plan';
import { lockPlan } from './plan-repository';
import type { PlanNotThere } from './propose-plan';

/** Why reminders are not turned on. Turning them off is never refused while the agreement is there. */
export type ChooseRemindersRefusal =
  | PlanNotThere
  | { readonly code: 'case_closed' }
  | { readonly code: 'no_agreement' }
  | { readonly code: 'no_channel' };

/**
 * She chooses whether she wants a word before each instalment of her agreement: none comes unless she asks, and one that
 * waits when she changes her mind does not leave. A reminder needs a channel she confirmed and did not refuse.
 */
export async function chooseReminders(
  actor: Actor,
  caseId: CaseId,
  input: { readonly planId: Id<'plan'>; readonly reminds: boolean },
  command?: Command
): Promise<Result<{ readonly reminds: boolean }, ChooseRemindersRefusal | CommandReused>> {
  const { planId, reminds } = input;
  const at = now();
  const asked = { act: 'chooseReminders', command };
  return enter(actor, { permission: 'own_case.propose', caseId }, (tx) =>
    carryOutOnce(
      tx,
      caseId,
      asked,
      at,
      async (): Promise<Result<{ reminds: boolean }, ChooseRemindersRefusal>> => {
        // before the plan, as all do who hold both: in the other order, each would wait for the other
        await holdCase(tx, caseId);
        const plan = await lockPlan(tx, caseId, planId);
        if (!plan) return refused({ code: 'plan_not_there' });
        const situation = await loadContactSituation(tx, caseId, at);
        const { basis } = situation;
        if (reminds && basis.isClosed) return refused({ code: 'case_closed' });
        if (reminds && !isAgreement(plan)) return refused({ code: 'no_agreement' });
        if (reminds && !isReachable(situation)) return refused({ code: 'no_channel' });
        await writeReminds(tx, caseId, planId, reminds, at);
        if (!reminds) await stopReminders(tx, actor, caseId, at);
        const action = reminds ? 'plan.reminders_asked' : 'plan.reminders_stopped';
        await recordAudit(tx, actor, caseId, { action, detail: { planId } }, at);
        return ok({ reminds });
      }
    )
  );
}

function isReachable({ noticeChannel: channel, facts }: ContactSituation): boolean {
  const { preferences, safeChannels } = facts;
  if (!channel || preferences.refusedChannels.includes(channel)) return false;
  return safeChannels === null || safeChannels.includes(channel);
}
