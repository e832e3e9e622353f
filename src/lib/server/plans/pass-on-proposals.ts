import { systemActor, type Actor } from '$lib/access';
import { ok, refused, type Id, type Refusal, type Result, type TeamId } from '$lib/kernel';
import { recordAudits, recordStaffAudit } from '../audit';
import { selectCreditorSettings, updateTellsProposals, type CreditorSetting } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { markPassedOn, selectWaitingNotices, type WaitingNotice } from './creditor-notice-repository';

/** No such creditor. */
export interface CreditorNotThere extends Refusal {
  readonly code: 'creditor_not_there';
}

/** A creditor and the proposals it is to be told of. */
export interface CreditorToTell extends CreditorSetting {
  readonly waiting: readonly WaitingNotice[];
}

/** How many proposals one file or screen holds; passing them on shows the next ones. */
export const NOTICE_LIMIT = 2_000;
const CLERK = systemActor('creditors');

/** The creditors, and the proposals on cases of the actor's team that each is to be told of (CPCE R124-5). */
export async function listCreditorsToTell(actor: Actor): Promise<CreditorToTell[]> {
  const settings = await enter(actor, { permission: 'team.creditors' }, selectCreditorSettings);
  const waiting = await readWaiting(teamOf(actor));
  return settings.map((setting) => ({
    ...setting,
    waiting: waiting.filter(({ creditorId }) => creditorId === setting.id)
  }));
}

/** The proposals one creditor is to be told of, for a file. */
export async function listProposalsFor(
  actor: Actor,
  creditorId: Id<'creditor'>
): Promise<Result<CreditorToTell, CreditorNotThere>> {
  const settings = await enter(actor, { permission: 'team.creditors' }, selectCreditorSettings);
  const creditor = settings.find(({ id }) => id === creditorId);
  if (!creditor) return refused({ code: 'creditor_not_there' });
  return ok({ ...creditor, waiting: await readWaiting(teamOf(actor), creditorId) });
}

/**
 * The creditor was told of these proposals, the ones the page and its file held: any other waits for the next time,
 * also one that began earlier and came to light later. Written in the journal of each case. Answers how many.
 */
export async function passProposalsOn(
  actor: Actor,
  input: { readonly creditorId: Id<'creditor'>; readonly ids: readonly Id<'notice'>[] }
): Promise<number> {
  const at = now();
  await enter(actor, { permission: 'team.creditors' }, async () => undefined);
  if (actor.kind !== 'staff') throw new Error('Only staff pass proposals on');
  return enter(CLERK, { permission: 'system.creditors' }, async (tx) => {
    const passed = { ...input, teamId: actor.teamId, by: actor.staffId };
    const caseIds = await markPassedOn(tx, passed, at);
    const { creditorId } = input;
    await recordAudits(
      tx,
      actor,
      caseIds.map((caseId) => ({ caseId, action: 'creditor.proposal_passed_on', detail: { creditorId } })),
      at
    );
    return caseIds.length;
  });
}

/** What the convention with a creditor says of proposals: told, or not. Kept in the journal of the house. */
export async function setTellsProposals(
  actor: Actor,
  creditorId: Id<'creditor'>,
  tellsProposals: boolean
): Promise<Result<true, CreditorNotThere>> {
  return enter(
    actor,
    { permission: 'team.creditors' },
    async (tx): Promise<Result<true, CreditorNotThere>> => {
      if (!(await updateTellsProposals(tx, creditorId, tellsProposals))) {
        return refused({ code: 'creditor_not_there' });
      }
      const detail = { creditorId, tellsProposals };
      await recordStaffAudit(tx, actor, { action: 'creditor.setting_changed', detail }, now());
      return ok(true);
    }
  );
}

function readWaiting(teamId: TeamId, creditorId?: Id<'creditor'>): Promise<WaitingNotice[]> {
  return enter(CLERK, { permission: 'system.creditors' }, (tx) =>
    selectWaitingNotices(tx, teamId, NOTICE_LIMIT, creditorId)
  );
}

function teamOf(actor: Actor): TeamId {
  if (actor.kind !== 'staff') throw new Error('Only staff have a team');
  return actor.teamId;
}
