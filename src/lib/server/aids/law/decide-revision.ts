import type { Actor, StaffActor } from '$lib/access';
import { ok, parseIsoDate, refused, type LocalDate, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../../audit';
import { enter, type Transaction } from '../../db';
import { sendJob } from '../../platform/queue';
import { now } from '../../platform/runtime';
import { forgetLaw } from './keep-law-fresh';
import { impactOf } from './impact-of';
import { subjectNow } from './law-as-published';
import { isDue } from './open-screening';
import { SHORTEST_REASON } from './propose-parameter-change';
import { sameJson } from './propose-right-change';
import { dayInFrance } from './day-in-france';
import type { Revision, RevisionId } from './revision';
import {
  lockSubject,
  selectPublished,
  selectRevision,
  writeDecision,
  type Decision
} from './revision-repository';

/** Why a decision is not taken. */
export type DecisionRefusal =
  | { readonly code: 'not_there' }
  | { readonly code: 'already_decided'; readonly by: string | null }
  | { readonly code: 'own_proposal' }
  | { readonly code: 'subject_changed' }
  | { readonly code: 'not_a_day' }
  | { readonly code: 'published_in_past'; readonly earliest: LocalDate }
  | { readonly code: 'reason_missing' };

/** The proposal, when this person may decide on it. */
async function openProposal(
  tx: Transaction,
  actor: StaffActor,
  id: RevisionId
): Promise<Result<Revision, DecisionRefusal>> {
  const revision = await selectRevision(tx, id);
  if (!revision) return refused({ code: 'not_there' });
  if (revision.state !== 'proposed') return refused({ code: 'already_decided', by: revision.decidedByName });
  return revision.proposedBy === actor.staffId ? refused({ code: 'own_proposal' }) : ok(revision);
}

async function decide(
  tx: Transaction,
  actor: StaffActor,
  { id, revised }: Revision,
  decision: Pick<Decision, 'state' | 'decisionReason' | 'publishedOn' | 'impact'>,
  at: Date
): Promise<Result<null, DecisionRefusal>> {
  const who = { decidedBy: actor.staffId, decidedByName: actor.name, decidedAt: at };
  if (!(await writeDecision(tx, id, { ...decision, ...who })))
    return refused({ code: 'already_decided', by: null });
  const { subject, key } = revised;
  const detail = { revisionId: id, subject, key, publishedOn: decision.publishedOn };
  await recordStaffAudit(tx, actor, { action: `law.${decision.state}`, detail }, at);
  return ok(null);
}

function staffOnly(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Error('Only staff decide');
  return actor;
}

/** Publishes somebody else's proposal from a day on; then stored profiles are screened again. */
export async function publishRevision(
  actor: Actor,
  input: { readonly id: RevisionId; readonly publishedOn: string }
): Promise<Result<null, DecisionRefusal>> {
  const at = now();
  const today = dayInFrance(at);
  const outcome = await enter(
    actor,
    { permission: 'law_watch.decide' },
    async (tx): Promise<Result<null, DecisionRefusal>> => {
      const found = await openProposal(tx, staffOnly(actor), input.id);
      if (!found.ok) return found;
      const publishedOn = parseIsoDate(input.publishedOn);
      if (publishedOn === null) return refused({ code: 'not_a_day' });
      if (publishedOn < today) return refused({ code: 'published_in_past', earliest: today });
      const { revised } = found.value;
      await lockSubject(tx, revised);
      const published = await selectPublished(tx);
      if (!sameJson(await subjectNow(revised, published), revised.before))
        return refused({ code: 'subject_changed' });
      const impact = await impactOf(found.value, published, today);
      const decision = { state: 'published', decisionReason: null, publishedOn, impact } as const;
      const decided = await decide(tx, staffOnly(actor), found.value, decision, at);
      // what is due later is found by the hourly job
      if (decided.ok && isDue({ ...found.value, publishedOn }, today)) await sendJob(tx, 'rescreen-aids', {});
      return decided;
    }
  );
  if (outcome.ok) forgetLaw();
  return outcome;
}

/** Rejects somebody else's proposal, with the reason she reads. */
export async function rejectRevision(
  actor: Actor,
  input: { readonly id: RevisionId; readonly reason: string }
): Promise<Result<null, DecisionRefusal>> {
  const at = now();
  return enter(
    actor,
    { permission: 'law_watch.decide' },
    async (tx): Promise<Result<null, DecisionRefusal>> => {
      const found = await openProposal(tx, staffOnly(actor), input.id);
      if (!found.ok) return found;
      const decisionReason = input.reason.trim();
      if (decisionReason.length < SHORTEST_REASON) return refused({ code: 'reason_missing' });
      const decision = { state: 'rejected', decisionReason, publishedOn: null, impact: null } as const;
      return decide(tx, staffOnly(actor), found.value, decision, at);
    }
  );
}
