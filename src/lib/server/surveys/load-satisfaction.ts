import type { Actor } from '$lib/access';
import {
  addDays,
  addMonths,
  dayInZone,
  localDate,
  ok,
  refused,
  type LocalDate,
  type Result
} from '$lib/kernel';
import {
  NO_ANSWERS,
  addCounts,
  answerOfScore,
  publishPeriods,
  type PeriodAnswers,
  type PublishedPeriod
} from '$lib/surveys';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { selectMonthlyScores, type MonthlyScore } from './survey-repository';

/** How many months the figures show. */
const SHOWN_PERIODS = 12;
const HOME_ZONE = 'Europe/Paris';

/** Nobody has answered yet. */
export interface NoAnswerYet {
  readonly code: 'no_answer_yet';
}

/**
 * The satisfaction of those a team follows, month by month, nothing under ten answers. Days that are not over are left
 * out, so that nobody sees one answer arrive.
 */
export async function loadSatisfaction(
  actor: Actor
): Promise<Result<readonly PublishedPeriod[], NoAnswerYet>> {
  const today = dayInZone(now(), HOME_ZONE);
  const scores = await enter(actor, { permission: 'team.figures' }, (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff have a team');
    return selectMonthlyScores(tx, actor.teamId, today);
  });
  const periods = monthlyPeriods(scores, today);
  return periods.length === 0
    ? refused({ code: 'no_answer_yet' })
    : ok(publishPeriods(periods).slice(-SHOWN_PERIODS));
}

/** One period a month from the first answer on, months without any included. */
function monthlyPeriods(scores: readonly MonthlyScore[], today: LocalDate): PeriodAnswers[] {
  const [first] = scores.map(({ month }) => month).sort();
  if (!first) return [];
  const periods: PeriodAnswers[] = [];
  for (let startsOn = localDate(first); startsOn < today; startsOn = addMonths(startsOn, 1)) {
    const inMonth = scores.filter(({ month }) => month === startsOn);
    const counts = inMonth.reduce((sum, { score, count }) => {
      const answer = answerOfScore(score);
      return answer ? addCounts(sum, { ...NO_ANSWERS, [answer]: count }) : sum;
    }, NO_ANSWERS);
    periods.push({ startsOn, endsOn: addDays(addMonths(startsOn, 1), -1), counts });
  }
  return periods;
}
