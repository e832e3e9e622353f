import type { Actor, StaffActor } from '$lib/access';
import { m } from '$lib/i18n';
import { dayInZone, ok, refused, type CaseId, type StaffId, type Result } from '$lib/kernel';
import { countOneMore, takeLeastLoaded, type TeamMember } from '../access';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import {
  assignCase,
  insertDecision,
  noteOnDesk,
  selectCaseHead,
  type CaseHead,
  type CaseTrack
} from '../cases';
import { noteWordsInSpace } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { addSystemLine, insertLine } from '../messaging';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';
import { followedBy } from './followed-by';

/** A decision on the track of a case. */
export interface DecideTrackInput {
  readonly track: CaseTrack;
  readonly reason: string;
  /** A person the supervisor chose; the least loaded one otherwise. Ignored when the case has a referent already. */
  readonly referentId?: StaffId;
}

/** What the decision led to. */
export interface DecidedTrack {
  readonly track: CaseTrack;
  /** The one referent of the case from now on, by first and last name; null on the classic track. */
  readonly referentName: string | null;
}

/** Why a decision is not taken. */
export type DecideTrackRefusal =
  | { readonly code: 'reason_missing' }
  | { readonly code: 'case_closed' }
  | { readonly code: 'nobody_available'; readonly role: 'referent' | 'adviser' };

/**
 * A human decides how a case is followed; signals only recommended. The decision, its reason and its author are kept.
 * Off the classic track the person gets one named referent at once, the least loaded first, and a message from that
 * person. A case that has a referent keeps that referent, whatever the track.
 */
export async function decideTrack(
  actor: Actor,
  caseId: CaseId,
  input: DecideTrackInput,
  command?: Command
): Promise<Result<DecidedTrack, DecideTrackRefusal | CommandReused>> {
  const reason = input.reason.trim();
  if (reason === '') return refused({ code: 'reason_missing' });
  const at = now();
  const asked = { act: 'decideTrack', command };
  return enter(actor, { permission: 'case.decide_track', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<DecidedTrack, DecideTrackRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff decide on tracks');
      const head = await selectCaseHead(tx, caseId, true);
      if (head.closedAt !== null) return refused({ code: 'case_closed' });
      const named = await nameReferent(tx, head, input, at);
      if (!named.ok) return named;
      const { referentId, standInId, standInUntil } = named.value.isNew
        ? followedBy(named.value.member)
        : head;
      await assignCase(tx, caseId, { track: input.track, referentId, standInId, standInUntil }, at);
      const decision = {
        kind: 'track',
        before: head.track,
        after: input.track,
        reason,
        staffId: actor.staffId
      };
      await insertDecision(tx, caseId, { ...decision, decidedAt: at });
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'track.decided', detail: { before: head.track, after: input.track } },
        at
      );
      if (!named.value.isNew) return ok({ track: input.track, referentName: null });
      const { member } = named.value;
      await welcome(tx, head, member, actor, at);
      return ok({ track: input.track, referentName: `${member.firstName} ${member.lastName}` });
    })
  );
}

type Named = { readonly isNew: false } | { readonly isNew: true; readonly member: TeamMember };

async function nameReferent(
  tx: Transaction,
  head: CaseHead,
  input: DecideTrackInput,
  at: Date
): Promise<Result<Named, DecideTrackRefusal>> {
  if (head.referentId !== null || input.track === 'classic') return ok({ isNew: false });
  const role = input.track === 'oxygene_plus' ? 'adviser' : 'referent';
  const today = dayInZone(at, 'Europe/Paris');
  const member = input.referentId
    ? await countOneMore(tx, head.teamId, input.referentId)
    : ((await takeLeastLoaded(tx, head.teamId, role, today)) ??
      (await takeLeastLoaded(tx, head.teamId, 'referent', today)));
  return member ? ok({ isNew: true, member }) : refused({ code: 'nobody_available', role });
}

async function welcome(
  tx: Transaction,
  head: CaseHead,
  member: TeamMember,
  actor: StaffActor,
  at: Date
): Promise<void> {
  const name = `${member.firstName} ${member.lastName}`;
  await addSystemLine(tx, head.id, 'referent_named', at, name);
  await insertLine(tx, head.id, {
    id: newId(at),
    author: 'staff',
    staffId: member.id,
    authorName: name,
    body: m.backoffice_welcome_message({ person: head.firstName, referent: member.firstName }),
    sentAt: at
  });
  await noteWordsInSpace(tx, head.id, { staffId: member.id, purpose: 'follow_up' }, at);
  await noteOnDesk(tx, head.id, { unread: 'debtor' }, at);
  await recordAudit(tx, actor, head.id, { action: 'referent.named', detail: { referentId: member.id } }, at);
}
