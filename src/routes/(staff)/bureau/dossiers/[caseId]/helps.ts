import { capital, list, m } from '$lib/i18n';
import { contactWishesFrom, needsToApply, valueOf, type SimpleEffect } from '$lib/questionnaire';
import { answerWords, choiceWords } from '$lib/questionnaire/ui/words';
import type { CaseDesk } from '$lib/server/backoffice';

const EFFECTS: Partial<Record<SimpleEffect, () => string>> = {
  payment_asks_stop: m.backoffice_case_helps_stop,
  safe_contact_mode: m.backoffice_case_helps_safe,
  no_joint_contact: m.backoffice_case_helps_no_joint,
  one_task_at_a_time: m.backoffice_case_helps_one_task,
  slower_pace: m.backoffice_case_helps_slow,
  no_payment_nudges: m.backoffice_case_helps_no_nudge
};

/** What helps her, as she said it: what is kept silent has its effect here, never its reason. */
export function helpsOf({ answers, effects }: Pick<CaseDesk, 'answers' | 'effects'>): string[] {
  const needs = needsToApply(effects).map((need) => choiceWords('exchange_needs', need));
  const wishes = contactWishesFrom(answers, effects);
  const times = valueOf(answers, 'times');
  const channels = wishes.channels.map((channel) => choiceWords('channel', channel).toLocaleLowerCase('fr'));
  return [
    ...(channels.length > 0 ? [m.backoffice_case_helps_channel({ channels: list(channels) })] : []),
    ...needs,
    ...effects.flatMap(({ effect }) => {
      const words = EFFECTS[effect.code as SimpleEffect];
      return words ? [words()] : [];
    }),
    ...(times
      ? [m.backoffice_case_helps_times({ times: answerWords('times', times).join(' ; ').toLowerCase() })]
      : [])
  ].map(capital);
}
