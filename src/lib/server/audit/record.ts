import { sql } from 'drizzle-orm';
import type { Actor } from '$lib/access';
import type { CaseId, Id } from '$lib/kernel';
import { writing, type Transaction } from '../db';
import { staffAuditEvents } from '../db/schema/audit';
import { newId } from '../platform/ids';

/** A line of the journal: a dotted past action (`plan.proposed`) and ids or codes, never what a person wrote. */
export interface AuditLine {
  readonly action: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/**
 * Writes the journal and wakes the screens that show this case, both in the transaction of the change: nobody is
 * told of what was rolled back. Answers the id of the line, which live streams resume from.
 */
export async function recordAudit(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  line: AuditLine,
  at: Date
): Promise<Id<'audit'>> {
  const id = newId<'audit'>(at);
  const { kind, id: actorId, name } = identify(actor);
  await writeLine(tx, {
    caseId,
    id,
    kind,
    actorId,
    name,
    action: line.action,
    detail: JSON.stringify(line.detail ?? {}),
    at: at.toISOString()
  });
  return id;
}

const writeLine = writing(
  ['caseId', 'id', 'kind', 'actorId', 'name', 'action', 'detail', 'at'],
  ({ caseId, id, kind, actorId, name, action, detail, at }) => sql`
    with line as (
      insert into audit_events (case_id, id, actor_kind, actor_id, actor_name, action, detail, at)
      values (${caseId}, ${id}, ${kind}, ${actorId}, ${name}, ${action}, ${detail}::text::jsonb, ${at})
    )
    select pg_notify('case_events', json_build_object(
      'caseId', id, 'eventId', ${id}::text, 'action', ${action}::text,
      'referentId', referent_id, 'standInId',
      case when stand_in_until >= (${at}::timestamptz at time zone time_zone)::date then stand_in_id end, 'teamId', team_id)::text)
    from case_files where id = ${caseId}`
);

/** Opening a case again within this time is the same reading: its pages are several. */
const SAME_READING_MINUTES = 15;

/**
 * Writes that a member of staff opened a case: the person sees who did. Wakes no screen, or opening one would make
 * the others read again without end.
 */
export async function recordReading(tx: Transaction, actor: Actor, caseId: CaseId, at: Date): Promise<void> {
  const { kind, id: actorId, name } = identify(actor);
  // two pages of one case read at the same instant would each find no line yet
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${caseId}:${actorId}`}, 0))`);
  const since = new Date(at.getTime() - SAME_READING_MINUTES * 60_000).toISOString();
  await tx.execute(sql`
    insert into audit_events (case_id, id, actor_kind, actor_id, actor_name, action, detail, at)
    select ${caseId}, ${newId(at)}, ${kind}, ${actorId}::uuid, ${name}, 'case.opened', '{}'::jsonb,
      ${at.toISOString()}::timestamptz
    where not exists (select from audit_events where case_id = ${caseId} and action = 'case.opened'
      and actor_id = ${actorId}::uuid and at > ${since}::timestamptz)`);
}

/** Writes the journal of what belongs to no case: accounts, imports, policies. */
export async function recordStaffAudit(
  tx: Transaction,
  actor: Actor,
  line: AuditLine,
  at: Date
): Promise<void> {
  const actorId = actor.kind === 'staff' ? actor.staffId : null;
  await tx
    .insert(staffAuditEvents)
    .values({ id: newId(at), actorId, action: line.action, detail: line.detail ?? {}, at });
}

/** How the journal names an actor. */
export function identify(actor: Actor): { kind: string; id: string | null; name: string | null } {
  if (actor.kind === 'debtor') return { kind: 'debtor', id: null, name: null };
  if (actor.kind === 'system') return { kind: 'system', id: null, name: actor.job };
  return { kind: 'staff', id: actor.staffId, name: actor.name };
}
