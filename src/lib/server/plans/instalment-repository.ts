import { sql } from 'drizzle-orm';
import { localDate, type CaseId, type Id, type LocalDate, type StaffId } from '$lib/kernel';
import type { Schedule } from '$lib/plans';
import type { Transaction } from '../db';
import { planInstalments } from '../db/schema/plans';
import { newId } from '../platform/ids';

/** An instalment that changes its place: what it was, and where it goes. */
export interface MovedInstalment {
  readonly planId: Id<'plan'>;
  readonly dueOn: LocalDate;
  /** Null: it has no day any more, and counts in what is talked about at the end. */
  readonly movedToOn: LocalDate | null;
}

/**
 * Moves an instalment behind the last one, with whatever was already paid on it. It gets a new id: its new day may be
 * recalled once more. `missed` says that it did not come, and who noted it (null: the person herself).
 */
export async function moveToTheEnd(
  tx: Transaction,
  caseId: CaseId,
  { planId, dueOn, movedToOn }: MovedInstalment,
  at: Date,
  missed?: { readonly notedBy: StaffId | null }
): Promise<void> {
  const ofPlan = sql`case_id = ${caseId} and plan_id = ${planId}`;
  const missedAt = missed ? sql`${at.toISOString()}::timestamptz` : sql`null`;
  // positions are unique at every moment: those behind it pass through negative ones
  const [moved] = movedToOn
    ? await tx.execute<{ was: number }>(sql`
        update plan_instalments set id = ${newId(at)}, due_on = ${movedToOn}, moved_from_on = ${dueOn},
          reminded_at = null, missed_at = ${missedAt}, missed_noted_by = ${missed?.notedBy ?? null},
          position = (select max(position) + 1 from plan_instalments where ${ofPlan})
        where ${ofPlan} and due_on = ${dueOn}
        returning (select position from plan_instalments where ${ofPlan} and due_on = ${dueOn}) as was`)
    : await tx.execute<{ was: number }>(sql`
        delete from plan_instalments where ${ofPlan} and due_on = ${dueOn} returning position as was`);
  if (!moved) throw new Error('An instalment vanished while it was held');
  await tx.execute(sql`
    update plan_instalments set position = 1 - position where ${ofPlan} and position > ${moved.was}`);
  await tx.execute(sql`update plan_instalments set position = -position where ${ofPlan} and position < 0`);
  await writeEnds(tx, caseId, planId, at);
}

/** Notes the day of an instalment that she passed by a gesture. */
export async function writeSkip(
  tx: Transaction,
  caseId: CaseId,
  planId: Id<'plan'>,
  dueOn: LocalDate,
  at: Date
): Promise<void> {
  await tx.execute(sql`
    update plans set skipped_on = skipped_on || ${dueOn}::date, updated_at = ${at.toISOString()}
    where case_id = ${caseId} and id = ${planId}`);
}

/** Replaces what was still to come on a day, and what the plan is for; what is past stays as it is kept. */
export async function replaceInstalments(
  tx: Transaction,
  caseId: CaseId,
  { planId, schedule, today }: { planId: Id<'plan'>; schedule: Schedule; today: LocalDate },
  at: Date
): Promise<void> {
  const ofPlan = sql`case_id = ${caseId} and plan_id = ${planId}`;
  await tx.execute(sql`delete from plan_instalments where ${ofPlan} and due_on >= ${today}`);
  const ahead = schedule.instalments.filter(({ dueOn }) => dueOn >= today);
  if (ahead.length > 0)
    await tx.insert(planInstalments).values(
      ahead.map(({ position, dueOn, amountCents }) => ({
        caseId,
        id: newId(at),
        planId,
        position,
        dueOn,
        amountCents
      }))
    );
  await tx.execute(sql`
    update plans set total_cents = ${schedule.owedCents} where case_id = ${caseId} and id = ${planId}`);
  await writeEnds(tx, caseId, planId, at);
}

/** The first and the last day of a plan, as its instalments have them now. */
async function writeEnds(tx: Transaction, caseId: CaseId, planId: Id<'plan'>, at: Date): Promise<void> {
  const ofPlan = sql`case_id = ${caseId} and plan_id = ${planId}`;
  await tx.execute(sql`
    update plans set (first_due_on, last_due_on) =
        (select min(due_on), max(due_on) from plan_instalments where ${ofPlan}),
      updated_at = ${at.toISOString()}
    where case_id = ${caseId} and id = ${planId}`);
}

/** Writes whether she wants a word before each instalment of a plan. */
export async function writeReminds(
  tx: Transaction,
  caseId: CaseId,
  planId: Id<'plan'>,
  reminds: boolean,
  at: Date
): Promise<void> {
  await tx.execute(sql`
    update plans set reminds = ${reminds}, updated_at = ${at.toISOString()}
    where case_id = ${caseId} and id = ${planId}`);
}

/** The days among which an instalment may be recalled. */
export interface ReminderDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A page of the cases with an instalment to recall among these days, because the person asked for it. */
export async function selectCasesToRemind(
  tx: Transaction,
  { from, to }: ReminderDays,
  after: CaseId | null,
  limit: number
): Promise<readonly CaseId[]> {
  const rows = await tx.execute<{ case_id: CaseId }>(sql`
    select case_id from plans
    where reminds and state in ('accepted', 'running', 'adapted') and case_id > ${after ?? FIRST}
      and exists (select from plan_instalments i where i.case_id = plans.case_id and i.plan_id = plans.id
        and i.reminded_at is null and i.due_on between ${from} and ${to})
    order by case_id limit ${limit}`);
  return rows.map((row) => row.case_id);
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Takes the instalments to recall among these days: each is taken once, whatever becomes of its reminder. */
export async function takeToRemind(
  tx: Transaction,
  caseId: CaseId,
  { from, to }: ReminderDays,
  at: Date
): Promise<readonly { readonly id: string; readonly dueOn: LocalDate }[]> {
  const rows = await tx.execute<{ id: string; due_on: string }>(sql`
    update plan_instalments i set reminded_at = ${at.toISOString()}
    where case_id = ${caseId} and reminded_at is null and due_on between ${from} and ${to}
      and exists (select from plans p where p.case_id = i.case_id and p.id = i.plan_id
        and p.reminds and p.state in ('accepted', 'running', 'adapted'))
    returning id, due_on::text`);
  return rows.map((row) => ({ id: row.id, dueOn: localDate(row.due_on) }));
}
