import { MINIMUM_COUNT, type RuleGroup } from '$lib/backoffice';
import { m, number, percent } from '$lib/i18n';
import { loadFigures, type Figures } from '$lib/server/backoffice';
import { guardStaff } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const GROUP: Readonly<Record<RuleGroup, () => string>> = {
  hours: m.backoffice_figures_rule_hours,
  holiday: m.backoffice_figures_rule_holiday,
  paused: m.backoffice_figures_rule_paused,
  channel_refused: m.backoffice_figures_rule_channel_refused,
  cap: m.backoffice_figures_rule_cap,
  apart: m.backoffice_figures_rule_apart,
  first_letter: m.backoffice_figures_rule_first_letter,
  never: m.backoffice_figures_rule_never,
  other: m.backoffice_figures_rule_other
};

/** Satisfaction, contacts the rules stopped, reply times; nothing under ten. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'team.figures');
  const { satisfaction, stopped, replies } = await loadFigures(actor);
  return { satisfaction, stopped: stoppedView(stopped), replies: repliesView(replies) };
};

function stoppedView({ shown, others, total }: Figures['stopped']) {
  const minimum = String(MINIMUM_COUNT);
  return {
    finding:
      total === null
        ? m.backoffice_figures_stopped_few({ minimum })
        : m.backoffice_figures_stopped_finding({ count: number(total) }),
    bars: [
      ...shown.map(({ key, count }) => ({ label: GROUP[key](), count })),
      ...(others === null ? [] : [{ label: m.backoffice_figures_stopped_others(), count: others }])
    ]
  };
}

function repliesView(replies: Figures['replies']): string[] {
  if (!replies) return [m.backoffice_figures_reply_few({ minimum: String(MINIMUM_COUNT) })];
  return [
    m.backoffice_figures_reply_finding({ median: durationWords(replies.medianMinutes) }),
    m.backoffice_figures_reply_within({ share: percent(replies.shareInADay) }),
    m.backoffice_figures_reply_note({ count: number(replies.answered) })
  ];
}

/** Rounded up, so that "less than" stays true. */
function durationWords(minutes: number): string {
  if (minutes < 90) return m.backoffice_figures_minutes({ count: String(Math.max(1, minutes)) });
  if (minutes < 48 * 60) return m.backoffice_figures_hours({ count: String(Math.ceil(minutes / 60)) });
  return m.backoffice_figures_days({ count: String(Math.ceil(minutes / 1440)) });
}
