import { sql } from 'drizzle-orm';
import { dayInZone, addDays, type CaseId, type TeamId } from '$lib/kernel';
import { findCaseByReference } from '../../access';
import { newId } from '../../platform/ids';
import { systemClock } from '../../platform/clock';
import { now, useClock } from '../../platform/runtime';
import { inviteToSurvey } from '../../surveys';
import { surveyAnswers } from '../schema/surveys';
import { enter } from '../enter';
import { systemActor } from '$lib/access';
import { SEED } from './seed-actor';

/** Invented opinions of the last months, oldest first: enough of them for the figures to be shown. */
const SCORES_BY_MONTH = [
  [4, 3, 2, 4, 3, 1, 4, 3, 3, 4, 2, 3],
  [3, 4, 4, 2, 3, 4, 1, 3, 4, 3, 3, 4, 2, 4],
  [4, 4, 3, 3, 2, 4, 3, 4, 1, 3, 4],
  [3, 4, 4, 4, 3, 2, 3, 4, 4, 3, 1, 4, 3, 4, 3]
];
const DAYS_A_MONTH = 30;
/** Whom a survey waits for: her e-mail is confirmed, and her referent answered lately. */
const ASKED = 'OX26-000032';
const DAY_MS = 86_400_000;

/** Gives the team past opinions, and asks one person for hers, as the daily job would have. */
export async function seedOpinions(teamId: TeamId, origin: string): Promise<void> {
  await pastOpinions(teamId);
  const caseId = await enter(SEED, { permission: 'system.seed' }, (tx) => findCaseByReference(tx, ASKED));
  if (caseId) await askOnLastWorkingDay(caseId, origin);
}

async function pastOpinions(teamId: TeamId): Promise<void> {
  const today = dayInZone(now(), 'Europe/Paris');
  await enter(SEED, { permission: 'system.seed' }, async (tx) => {
    const known = await tx.execute(sql`select 1 from survey_answers where team_id = ${teamId} limit 1`);
    if (known.length > 0) return;
    for (const [month, scores] of SCORES_BY_MONTH.entries()) {
      const back = (SCORES_BY_MONTH.length - month) * DAYS_A_MONTH;
      await tx.insert(surveyAnswers).values(
        scores.map((score, index) => ({
          id: newId(now()),
          tokenHash: `demonstration-${month}-${index}`,
          teamId,
          referentId: null,
          score,
          commentSealed: null,
          answeredOn: addDays(today, index - back)
        }))
      );
    }
  });
}

/** The contact policy lets nothing out at night or on Sundays, so the invitation left on the last working morning. */
async function askOnLastWorkingDay(caseId: CaseId, origin: string): Promise<void> {
  await enter(SEED, { permission: 'system.seed', caseId }, (tx) =>
    tx.execute(
      sql`update debtors set email_confirmed_at = coalesce(email_confirmed_at, now()) where case_id = ${caseId}`
    )
  );
  const today = systemClock.now();
  try {
    for (let daysAgo = 1; daysAgo <= 5; daysAgo += 1) {
      const morning = new Date(today.getTime() - daysAgo * DAY_MS);
      morning.setUTCHours(10, 0, 0, 0);
      useClock({ now: () => morning });
      const event = { occasion: 'answer_given', at: new Date(morning.getTime() - DAY_MS) } as const;
      const outcome = await inviteToSurvey(systemActor('survey'), caseId, event, origin);
      if (outcome.kind === 'invited' || outcome.why === 'invited_recently') return;
    }
  } finally {
    useClock(systemClock);
  }
}
