import { m } from '$lib/i18n';
import { REST_WORDS } from '$lib/plans/ui/refusal-words';
import type { NotRunning } from '$lib/server/plans';

/** Why there is no instalment to pass or to miss now. */
export function notRunningWords(why: NotRunning): string {
  switch (why.code) {
    case 'case_closed':
      return m.plans_skip_closed();
    case 'no_agreement':
      return m.plans_skip_not_agreed();
    default:
      return REST_WORDS[why.code]();
  }
}
