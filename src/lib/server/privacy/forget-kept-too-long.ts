import { sql, type SQL } from 'drizzle-orm';
import { systemActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { intervalOf, RETENTION, type Retained } from '$lib/privacy';
import { recordStaffAudit } from '../audit';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';

const FORGETTER = systemActor('end-of-day');
const CASES_A_NIGHT = 1_000;

/** What is erased with the answers of a case: all she confided, her aids too. Views of signals go with them. */
const CONFIDED = ['signals', 'questionnaires', 'aid_claims', 'aid_profiles', 'aid_news'];
/** Append-only, but for their end. */
const JOURNALS = ['audit_events', 'staff_audit_events'];
/** What leads to a case from outside and so does not go with it by itself. */
const WAYS_IN = ['access_links', 'letter_codes', 'one_time_codes', 'case_references', 'commands'];

/**
 * Erases what was kept as long as `RETENTION` says, across all domains: words said at the door, comments of surveys,
 * what a person confided six months after her case closed, the case itself in the end, and lines of the journals, which
 * hold codes and names of staff only. The database itself refuses to erase a younger line.
 */
export async function forgetKeptTooLong(): Promise<void> {
  const at = now();
  await enter(FORGETTER, { permission: 'system.expire' }, async (tx) => {
    await tx.execute(sql`
      update case_situations set words_sealed = null, reply_to_sealed = null
      where handled_at < ${before('situation_words', at)} and (words_sealed is not null or reply_to_sealed is not null)`);
    await tx.execute(sql`
      update survey_answers set comment_sealed = null
      where comment_sealed is not null and answered_on < (${before('survey_comments', at)})::date`);
    for (const table of JOURNALS) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where at < ${before('journal', at)}`);
    }
    for (const table of CONFIDED) {
      await tx.execute(sql`
        delete from ${sql.identifier(table)} using case_files
        where case_files.id = ${sql.identifier(table)}.case_id and closed_at < ${before('answers', at)}`);
    }
  });
  const over = await enter(FORGETTER, { permission: 'system.expire' }, (tx) =>
    tx.execute<{ id: string }>(sql`
      select id from case_files where closed_at < ${before('whole_case', at)} order by closed_at limit ${CASES_A_NIGHT}`)
  );
  for (const { id } of over) {
    const caseId = id as CaseId;
    await enter(FORGETTER, { permission: 'system.expire', caseId }, (tx) => forgetCase(tx, caseId, at));
  }
}

async function forgetCase(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  for (const table of WAYS_IN) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where case_id = ${caseId}`);
  }
  await tx.execute(sql`delete from sessions where actor_kind = 'debtor' and actor_id = ${caseId}`);
  await tx.execute(sql`delete from pending_sign_ins where pending_case_id = ${caseId}`);
  await tx.execute(sql`delete from case_files where id = ${caseId}`);
  await recordStaffAudit(tx, FORGETTER, { action: 'case.erased', detail: { caseId } }, at);
}

/** The instant before which a kind of data was kept long enough. */
function before(code: Retained, at: Date): SQL {
  const { months, days } = intervalOf(RETENTION[code].keep);
  return sql`${at.toISOString()}::timestamptz - make_interval(months => ${months}, days => ${days})`;
}
