import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CreditorNotice } from '$lib/plans';
import {
  cents,
  localDate,
  type CaseId,
  type Id,
  type LocalDate,
  type StaffId,
  type TeamId
} from '$lib/kernel';
import type { Transaction } from '../db';
import { creditorNotices } from '../db/schema/plans';
import { newId } from '../platform/ids';

/** A proposal a creditor is to be told of. */
export interface WaitingNotice extends CreditorNotice {
  readonly id: Id<'notice'>;
  readonly caseId: CaseId;
  /** The creditor's own reference of the case. */
  readonly reference: string;
  readonly receivedAt: Date;
}

/** Writes what creditors are to be told of one proposal. */
export async function insertNotices(
  tx: Transaction,
  caseId: CaseId,
  proposal: {
    readonly planId: Id<'plan'>;
    readonly reference: string;
    readonly notices: readonly CreditorNotice[];
  },
  at: Date
): Promise<void> {
  const { planId, reference, notices } = proposal;
  for (const notice of notices) {
    await tx.execute(sql`
      insert into creditor_notices (case_id, id, event, plan_id, team_id, creditor_id, creditor_name, reference,
        owed_cents, rest_months, instalment_cents, rhythm, instalment_count, first_due_on, last_due_on, received_at)
      select ${caseId}, ${newId(at)}, 'proposal_received', ${planId}, team_id, ${notice.creditorId},
        ${notice.creditorName}, ${reference}, ${notice.owedCents}, ${notice.restMonths}, ${notice.instalmentCents},
        ${notice.rhythm}, ${notice.instalmentCount}, ${notice.firstDueOn}, ${notice.lastDueOn},
        ${at.toISOString()}::timestamptz
      from case_files where id = ${caseId}`);
  }
}

/** What waits to be passed on, of one team, oldest first; of one creditor when it is named. */
export async function selectWaitingNotices(
  tx: Transaction,
  teamId: TeamId,
  limit: number,
  creditorId?: Id<'creditor'>
): Promise<WaitingNotice[]> {
  const rows = await tx
    .select()
    .from(creditorNotices)
    .where(
      and(
        eq(creditorNotices.teamId, teamId),
        isNull(creditorNotices.passedOnAt),
        creditorId && eq(creditorNotices.creditorId, creditorId)
      )
    )
    .orderBy(asc(creditorNotices.id))
    .limit(limit);
  return rows.map(open);
}

/** Marks these notices as passed on, those that wait for this creditor in this team; answers their cases. */
export async function markPassedOn(
  tx: Transaction,
  passed: {
    readonly teamId: TeamId;
    readonly creditorId: Id<'creditor'>;
    readonly ids: readonly Id<'notice'>[];
    readonly by: StaffId;
  },
  at: Date
): Promise<CaseId[]> {
  const rows = await tx
    .update(creditorNotices)
    .set({ passedOnAt: at, passedOnBy: passed.by })
    .where(
      and(
        eq(creditorNotices.teamId, passed.teamId),
        eq(creditorNotices.creditorId, passed.creditorId),
        // one parameter, however many there are
        sql`${creditorNotices.id} = any (array(select json_array_elements_text(${JSON.stringify(passed.ids)}::json)::uuid))`,
        isNull(creditorNotices.passedOnAt)
      )
    )
    .returning({ caseId: creditorNotices.caseId });
  return rows.map(({ caseId }) => caseId as CaseId);
}

/** What was told, or is to be told, of one case: for the person's own export. */
export async function selectNoticesOfCase(
  tx: Transaction,
  caseId: CaseId
): Promise<(WaitingNotice & { readonly passedOnAt: Date | null })[]> {
  const rows = await tx
    .select()
    .from(creditorNotices)
    .where(eq(creditorNotices.caseId, caseId))
    .orderBy(asc(creditorNotices.id));
  return rows.map((row) => ({ ...open(row), passedOnAt: row.passedOnAt }));
}

function open(row: typeof creditorNotices.$inferSelect): WaitingNotice {
  const day = (text: string | null): LocalDate | null => (text === null ? null : localDate(text));
  return {
    id: row.id as Id<'notice'>,
    caseId: row.caseId as CaseId,
    creditorId: row.creditorId,
    creditorName: row.creditorName,
    reference: row.reference,
    owedCents: cents(row.owedCents),
    restMonths: row.restMonths,
    instalmentCents: row.instalmentCents === null ? null : cents(row.instalmentCents),
    rhythm: row.rhythm as CreditorNotice['rhythm'],
    instalmentCount: row.instalmentCount,
    firstDueOn: day(row.firstDueOn),
    lastDueOn: day(row.lastDueOn),
    receivedAt: row.receivedAt
  };
}
