import { type DebtorActor, type SystemActor } from '$lib/access';
import { ok, refused, type CaseId, type Result } from '$lib/kernel';
import { recordAudit } from '../audit';
import { closePending, countTries, readPending, type CalmWait } from '../access';
import { hasReferent, keepSituation, noteOnDesk, type ReportedSituation, type Situation } from '../cases';
import { pauseContacts } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import type { SignInOver } from './give-one-time-code';
import { SIGN_IN } from './sign-in-actor';

/** Who says it: a person already in, or somebody who holds a link or code but is not in. */
export type SituationTeller =
  | { readonly kind: 'signed_in'; readonly actor: DebtorActor }
  | { readonly kind: 'at_the_door'; readonly pending: string };

const LINE = {
  not_me: 'situation_not_me',
  deceased: 'situation_deceased',
  represented: 'situation_represented',
  helped: 'situation_helped'
} as const satisfies Record<Situation, string>;

/** Whether somebody may report a situation: she is in, or a link or code was given and its time is not over. */
export async function maySpeakFor(pending: string | undefined): Promise<boolean> {
  const found = pending ? await readPending(pending) : null;
  return found !== null && found.caseId !== null && found.stage !== 'code_sent';
}

/**
 * "It is not me", "this person has died", "I help her", "I am her guardian": contacts rest at once, whoever follows
 * the case is told (or whoever routes), a line stands in the thread. The one who tells learns nothing of the case.
 */
export async function reportSituation(
  teller: SituationTeller,
  situation: ReportedSituation
): Promise<Result<true, SignInOver | CalmWait>> {
  const who = await resolveTeller(teller);
  if (!who) return refused({ code: 'sign_in_over' });
  const { actor, caseId } = who;
  const counted = await countTries([['situations', caseId]]);
  if (!counted.ok) return counted;
  await enter(actor, { permission: 'own_case.report_situation', caseId }, (tx) =>
    note(tx, actor, caseId, situation)
  );
  if (teller.kind === 'at_the_door') await closePending(teller.pending);
  return ok(true);
}

async function resolveTeller(
  teller: SituationTeller
): Promise<{ actor: DebtorActor | SystemActor; caseId: CaseId } | null> {
  if (teller.kind === 'signed_in') return { actor: teller.actor, caseId: teller.actor.caseId };
  const pending = await readPending(teller.pending);
  if (!pending?.caseId || pending.stage === 'code_sent') return null;
  return { actor: SIGN_IN, caseId: pending.caseId };
}

async function note(
  tx: Transaction,
  actor: DebtorActor | SystemActor,
  caseId: CaseId,
  situation: ReportedSituation
): Promise<void> {
  const at = now();
  const isFollowed = await hasReferent(tx, caseId);
  await keepSituation(tx, caseId, situation, at);
  await pauseContacts(tx, actor, caseId, 'identity_problem', at);
  await addSystemLine(tx, caseId, LINE[situation.kind], at);
  await noteOnDesk(
    tx,
    caseId,
    { urgentSince: at, unread: 'staff', ...(isFollowed ? {} : { routingRequestedAt: at }) },
    at
  );
  const detail = { situation: situation.kind };
  await recordAudit(tx, actor, caseId, { action: 'situation.reported', detail }, at);
}
