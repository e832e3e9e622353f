import { sql } from 'drizzle-orm';
import { systemActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { INVITATION_WINDOW_DAYS, type SurveyOccasion } from '$lib/surveys';
import { enter } from '../db';
import { eachOnItsOwn } from '../platform/each-on-its-own';
import { now } from '../platform/runtime';
import { inviteToSurvey } from './invite-to-survey';

const OCCASION_OF: Readonly<Record<string, SurveyOccasion>> = {
  'plan.accepted': 'plan_set',
  'plan.accept': 'plan_set',
  'plan.accept_counter': 'plan_set',
  'dispute.closed': 'dispute_closed',
  'message.replied': 'answer_given'
};
const SURVEYOR = systemActor('survey');

/**
 * Once a day: for each case where something was done for the person in the last days, asks how it went if she may be
 * asked. Read from the journal, so that no use case has to remember to ask. All of them: a limit would have those who may not be
 * asked, the same each day, stand before the others. Answers how many were invited.
 */
export async function inviteAfterService(origin: string): Promise<number> {
  const at = now();
  const served = await enter(SURVEYOR, { permission: 'system.survey' }, (tx) =>
    tx.execute<{ case_id: string; action: string; at: Date | string }>(sql`
      select distinct on (case_id) case_id, action, at from audit_events
      where action in (${sql.join(
        Object.keys(OCCASION_OF).map((action) => sql`${action}`),
        sql`, `
      )})
        and at > ${at.toISOString()}::timestamptz - make_interval(days => ${INVITATION_WINDOW_DAYS.last})
        and not exists (select from survey_invitations i where i.case_id = audit_events.case_id
          and i.invited_at > ${at.toISOString()}::timestamptz - interval '90 days')
      order by case_id, at desc`)
  );
  let invited = 0;
  await eachOnItsOwn(served, async (row) => {
    const occasion = OCCASION_OF[row.action];
    if (!occasion) return;
    const outcome = await inviteToSurvey(
      SURVEYOR,
      row.case_id as CaseId,
      { occasion, at: new Date(row.at) },
      origin
    );
    if (outcome.kind === 'invited') invited += 1;
  });
  return invited;
}
