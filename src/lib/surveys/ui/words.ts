import { m, monthName, percent } from '$lib/i18n';
import { compareWithReference, MINIMUM_ANSWERS, REFERENCE_SHARE } from '../satisfaction-rate';
import type { SurveyOccasion } from '../may-invite';
import type { PublishedPeriod } from '../publishable-figures';
import type { SatisfactionAnswer } from '../scale';

const ANSWERS: Readonly<Record<SatisfactionAnswer, () => string>> = {
  very: m.surveys_scale_very,
  rather: m.surveys_scale_rather,
  rather_not: m.surveys_scale_rather_not,
  not_at_all: m.surveys_scale_not_at_all
};

const QUESTIONS: Readonly<Record<SurveyOccasion, () => string>> = {
  answer_given: m.surveys_question_answer_given,
  plan_set: m.surveys_question_plan_set,
  dispute_closed: m.surveys_question_dispute_closed
};

/** An answer of the scale as it stands on its button. */
export function answerWords(answer: SatisfactionAnswer): string {
  return ANSWERS[answer]();
}

/** The one question asked after this occasion. */
export function questionWords(occasion: SurveyOccasion): string {
  return QUESTIONS[occasion]();
}

/** The month or months of a period: "août", or "mars à avril" when several were merged. */
export function periodWords({ startsOn, endsOn }: PublishedPeriod): string {
  const from = monthName(startsOn);
  const to = monthName(endsOn);
  return startsOn.slice(0, 7) === endsOn.slice(0, 7) ? from : m.surveys_plot_period_range({ from, to });
}

/** What the latest published period says against the reference, in a sentence. */
export function findingWords(periods: readonly PublishedPeriod[]): string {
  const latest = periods.findLast((period) => period.rate !== null)?.rate;
  const reference = percent(REFERENCE_SHARE);
  if (!latest) return m.surveys_plot_none({ minimum: String(MINIMUM_ANSWERS) });
  const verdict = compareWithReference(latest);
  if (verdict === 'above') return m.surveys_plot_above({ reference });
  return verdict === 'below'
    ? m.surveys_plot_below({ reference })
    : m.surveys_plot_cannot_tell({ reference });
}

/** The whole plot in words, for those who do not see it. */
export function plotLabel(periods: readonly PublishedPeriod[]): string {
  const points = periods.map((period) => pointWords(period)).join(' ');
  return m.surveys_plot_label({ points, reference: percent(REFERENCE_SHARE) });
}

function pointWords(period: PublishedPeriod): string {
  const { rate } = period;
  if (!rate)
    return m.surveys_plot_label_gap({ period: periodWords(period), minimum: String(MINIMUM_ANSWERS) });
  const [share, low, high] = [percent(rate.share), percent(rate.low), percent(rate.high)];
  return m.surveys_plot_label_point({ period: periodWords(period), share, low, high });
}

/** The rows of the table with the same figures: period, share, interval, answers. */
export function tableRows(
  periods: readonly PublishedPeriod[]
): { header: string; cells: readonly string[] }[] {
  const hidden = m.surveys_table_hidden({ minimum: String(MINIMUM_ANSWERS) });
  return periods.map((period) => {
    const { rate } = period;
    const header = periodWords(period);
    if (!rate) return { header, cells: ['–', '–', hidden] };
    const between = m.surveys_plot_between({ low: percent(rate.low), high: percent(rate.high) });
    return { header, cells: [percent(rate.share), between, String(rate.answers)] };
  });
}
