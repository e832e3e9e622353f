import { and, desc, eq, sql } from 'drizzle-orm';
import {
  DEFAULT_POLICY,
  NO_PREFERENCES,
  type Channel,
  type ContactPolicy,
  type ContactPreferences,
  type PastContact,
  type Pause,
  type PauseReason,
  type Purpose,
  type RuleCode,
  type RuleNumbers
} from '$lib/contact-policy';
import { localDate, type CaseId, type Id, type StaffId } from '$lib/kernel';
import type { Transaction } from '../db';
import { contactPauses, contactPolicies, contactPreferences, contacts } from '../db/schema/contact-policy';
import { newId } from '../platform/ids';

/** A line of the register as kept: the past contact, and the rule that decided. */
export interface RegisterLine extends PastContact {
  readonly id: Id<'contact'>;
  readonly ruleCode: RuleCode;
  readonly ruleNumbers: RuleNumbers;
  readonly policyVersion: string;
  readonly staffId: StaffId | null;
  /** For what waits: when it may leave. */
  readonly allowedFrom: Date | null;
}

/** A line about to be written. */
export type NewRegisterLine = Omit<RegisterLine, 'id' | 'tooMuchAt'> & {
  readonly counts: boolean;
};

/** The register of a case, newest first. */
export async function selectRegister(tx: Transaction, caseId: CaseId): Promise<RegisterLine[]> {
  const rows = await tx
    .select()
    .from(contacts)
    .where(eq(contacts.caseId, caseId))
    .orderBy(desc(contacts.occurredAt), desc(contacts.id));
  return rows.map((row) => ({
    id: row.id as Id<'contact'>,
    channel: row.channel as Channel,
    purpose: row.purpose as Purpose,
    state: row.state,
    at: row.occurredAt,
    tooMuchAt: row.tooMuchAt,
    instalmentId: row.instalmentId,
    instalmentDueOn: row.instalmentDueOn === null ? null : localDate(row.instalmentDueOn),
    ruleCode: row.ruleCode as RuleCode,
    ruleNumbers: (row.ruleNumbers ?? {}) as RuleNumbers,
    policyVersion: row.policyVersion,
    staffId: row.staffId as StaffId | null,
    allowedFrom: row.allowedFrom
  }));
}

/** Writes a line of the register and answers its id. */
export async function insertContact(
  tx: Transaction,
  caseId: CaseId,
  line: NewRegisterLine,
  at: Date
): Promise<Id<'contact'>> {
  const id = newId<'contact'>(at);
  await tx.insert(contacts).values({
    caseId,
    id,
    channel: line.channel,
    purpose: line.purpose,
    state: line.state,
    ruleCode: line.ruleCode,
    ruleNumbers: line.ruleNumbers,
    policyVersion: line.policyVersion,
    counted: line.counts ? 1 : 0,
    staffId: line.staffId,
    instalmentId: line.instalmentId ?? null,
    instalmentDueOn: line.instalmentDueOn ?? null,
    occurredAt: line.at,
    allowedFrom: line.allowedFrom
  });
  return id;
}

/** What became of a line that waited: it left, a rule stopped it after all, it could not arrive, or nobody knows. */
export async function settleContact(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'contact'>,
  settled: { state: 'sent' | 'refused' | 'attempted'; ruleCode: RuleCode; ruleNumbers: RuleNumbers; at: Date }
): Promise<void> {
  await tx
    .update(contacts)
    .set({
      state: settled.state,
      ruleCode: settled.ruleCode,
      ruleNumbers: settled.ruleNumbers,
      occurredAt: settled.at
    })
    .where(and(eq(contacts.caseId, caseId), eq(contacts.id, id)));
}

/** Marks a line as one too many; answers whether it exists and was not marked yet. */
export async function markTooMuch(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'contact'>,
  at: Date
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update contacts set too_much_at = ${at.toISOString()}::timestamptz
    where case_id = ${caseId} and id = ${id} and too_much_at is null returning id`);
  return rows.length === 1;
}

/** Pauses of a case, past ones included. */
export async function selectPauses(tx: Transaction, caseId: CaseId): Promise<Pause[]> {
  const rows = await tx.select().from(contactPauses).where(eq(contactPauses.caseId, caseId));
  return rows.map((row) => ({
    reason: row.reason as PauseReason,
    startsOn: localDate(row.startsOn),
    endsOn: row.endsOn === null ? null : localDate(row.endsOn),
    liftedOn: row.liftedAt === null ? null : localDate(row.liftedAt.toISOString().slice(0, 10))
  }));
}

/** Begins a pause, unless one for the same reason runs already, which it no longer does on the day it ends. */
export async function insertPause(tx: Transaction, caseId: CaseId, pause: Pause, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into contact_pauses (case_id, id, reason, starts_on, ends_on, created_at)
    select ${caseId}, ${newId(at)}, ${pause.reason}, ${pause.startsOn}::date, ${pause.endsOn}::date,
      ${at.toISOString()}::timestamptz
    where not exists (select from contact_pauses where case_id = ${caseId} and reason = ${pause.reason}
      and lifted_at is null and (ends_on is null or ends_on > ${pause.startsOn}::date))`);
}

/** Gives the running pause of this reason that began on this day its new end. */
export async function moveEndOfPauses(tx: Transaction, caseId: CaseId, pause: Pause): Promise<void> {
  await tx.execute(sql`
    update contact_pauses set ends_on = ${pause.endsOn}::date
    where case_id = ${caseId} and reason = ${pause.reason} and starts_on = ${pause.startsOn}::date
      and lifted_at is null`);
}

/** Ends the running pauses for a reason. */
export async function liftPauses(
  tx: Transaction,
  caseId: CaseId,
  reason: PauseReason,
  at: Date
): Promise<void> {
  await tx.execute(sql`
    update contact_pauses set lifted_at = ${at.toISOString()}::timestamptz
    where case_id = ${caseId} and reason = ${reason} and lifted_at is null`);
}

/** How she wishes to be reached; nothing said yet when she has not. */
export async function selectPreferences(tx: Transaction, caseId: CaseId): Promise<ContactPreferences> {
  const [row] = await tx
    .select({ body: contactPreferences.body })
    .from(contactPreferences)
    .where(eq(contactPreferences.caseId, caseId));
  return row ? (row.body as ContactPreferences) : NO_PREFERENCES;
}

/** Writes how she wishes to be reached. */
export async function writePreferences(
  tx: Transaction,
  caseId: CaseId,
  body: ContactPreferences,
  at: Date
): Promise<void> {
  await tx.execute(sql`
    insert into contact_preferences (case_id, id, body, updated_at)
    values (${caseId}, ${newId(at)}, ${JSON.stringify(body)}::jsonb, ${at.toISOString()}::timestamptz)
    on conflict (case_id) do update set body = excluded.body, updated_at = excluded.updated_at`);
}

/** Every policy of the firm, to choose the one in force. One published before a number existed takes our default for it. */
export async function selectPolicies(tx: Transaction): Promise<ContactPolicy[]> {
  const rows = await tx.select({ body: contactPolicies.body }).from(contactPolicies);
  return rows.map((row) => {
    const policy = row.body as ContactPolicy;
    return { ...policy, numbers: { ...DEFAULT_POLICY.numbers, ...policy.numbers } };
  });
}
