import type { Actor } from '$lib/access';
import { addDays, ok, refused, type CaseId, type Id, type Refusal, type Result } from '$lib/kernel';
import {
  CHANGE_OF_MIND_DAYS,
  CURRENT_WARNING,
  checkProposal,
  totalOwed,
  type Proposal,
  type ProposalRefusal,
  type WarningVersion
} from '$lib/plans';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { noteOnDesk, selectCaseHead } from '../cases';
import { pauseContacts, promiseReply, resumeContacts } from '../contact-policy';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';
import { confirmByPost } from './confirm-by-post';
import { noteForCreditors } from './note-for-creditors';
import { insertPlan, lockLivePlan, updatePlan } from './plan-repository';
import { loadPlanSituation } from './proposal-context';

/** A proposal, with the version of the warning she ticked for this very proposal; null when she did not. */
export interface ProposePlanInput {
  readonly proposal: Proposal;
  readonly acknowledged: WarningVersion | null;
}

/** What became of it: an agreement at once, or an answer promised by her referent. */
export interface ProposedPlan {
  readonly planId: Id<'plan'>;
  readonly outcome: 'accepted_at_once' | 'needs_referent';
  /** For a proposal that waits: by when it is answered, as an ISO instant. */
  readonly answerBy: string | null;
}

/** Why a proposal is not taken. */
export type ProposePlanRefusal =
  | ProposalRefusal
  | { readonly code: 'acknowledgement_missing'; readonly version: WarningVersion }
  | { readonly code: 'case_closed' }
  | { readonly code: 'plan_already_agreed'; readonly planId: Id<'plan'> };

/**
 * A person proposes a plan. Within her creditors' rules it is agreed at once; outside, her referent answers. It never
 * goes through without the separate warning, ticked for this proposal. A proposal still waiting is replaced by the
 * new one; an agreement is not.
 */
export async function proposePlan(
  actor: Actor,
  caseId: CaseId,
  input: ProposePlanInput,
  command?: Command
): Promise<Result<ProposedPlan, ProposePlanRefusal | CommandReused>> {
  const { version } = CURRENT_WARNING;
  if (input.acknowledged !== version) return refused({ code: 'acknowledgement_missing', version });
  const at = now();
  const asked = { act: 'proposePlan', command };
  return enter(actor, { permission: 'own_case.propose', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<ProposedPlan, ProposePlanRefusal>> => {
      // held, so that a closing waits for this proposal or is seen by it
      if ((await selectCaseHead(tx, caseId, true)).closedAt !== null) return refused({ code: 'case_closed' });
      const live = await lockLivePlan(tx, caseId);
      if (live && live.state !== 'proposed' && live.state !== 'countered') {
        return refused({ code: 'plan_already_agreed', planId: live.id });
      }
      const situation = await loadPlanSituation(tx, caseId, at);
      const checked = checkProposal(input.proposal, situation.context);
      if (!checked.ok) return checked;
      if (live) await updatePlan(tx, caseId, live.id, { state: 'withdrawn' }, null, at);

      const verdict = checked.value;
      const agreed = verdict.kind === 'accepted_at_once';
      const { today, debts } = situation.context;
      const covered = debts.filter((debt) => input.proposal.debtIds.includes(debt.debtId));
      const planId = newId<'plan'>(at);
      const reasons = verdict.kind === 'needs_referent' ? verdict.reasons.map((reason) => reason.code) : [];
      await insertPlan(
        tx,
        caseId,
        {
          id: planId,
          state: agreed ? 'accepted' : 'proposed',
          terms: { own: input.proposal, counter: null, reasons },
          totalCents: totalOwed(covered),
          acknowledgement: { version, acknowledgedAt: at },
          cancellableUntilOn: agreed ? addDays(today, CHANGE_OF_MIND_DAYS) : null,
          debts: covered
        },
        verdict.schedule,
        at
      );
      await noteForCreditors(tx, actor, caseId, { planId, proposal: input.proposal, verdict, situation }, at);
      const answerBy = agreed ? null : promiseReply(at).by;
      await noteOnDesk(
        tx,
        caseId,
        {
          proposalPending: answerBy ? { since: at, dueAt: answerBy } : null,
          ...(answerBy && { routingRequestedAt: at }),
          seenAt: at
        },
        at
      );
      await addSystemLine(tx, caseId, agreed ? 'plan_accepted' : 'plan_proposed', at);
      // the proposal it takes the place of waits no more
      if (agreed && live) await resumeContacts(tx, actor, caseId, 'proposal_pending', at);
      if (agreed) await confirmByPost(tx, actor, caseId, at);
      else await pauseContacts(tx, actor, caseId, 'proposal_pending', at);
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: agreed ? 'plan.accepted' : 'plan.proposed', detail: { planId } },
        at
      );
      return ok({ planId, outcome: verdict.kind, answerBy: answerBy?.toISOString() ?? null });
    })
  );
}

/** No plan of that id on this case, or not in a state where this applies. */
export interface PlanNotThere extends Refusal {
  readonly code: 'plan_not_there';
}
