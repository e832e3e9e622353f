import { fullDate, hourOf, nearDay } from '$lib/i18n';
import { dayInZone, sumCents, type Cents } from '$lib/kernel';
import type { Proposal, ProposalVerdict } from '$lib/plans';
import { termsWords } from '$lib/plans/ui/words';
import { promiseReply } from '$lib/server/contact-policy';

/** What the page before sending says, in words. `answerBy` is null when it is accepted as soon as it is sent. */
export function beforeSending(
  proposal: Proposal,
  lines: readonly { readonly debtId: string; readonly creditorName: string; readonly owedCents: Cents }[],
  verdict: ProposalVerdict,
  timeZone: string
) {
  const chosen = lines.filter(({ debtId }) => proposal.debtIds.includes(debtId));
  const { schedule } = verdict;
  const first = schedule.instalments[0];
  return {
    owedCents: sumCents(chosen.map(({ owedCents }) => owedCents)),
    creditorNames: chosen.map(({ creditorName }) => creditorName),
    contestDebtId: chosen[0]?.debtId ?? '',
    terms: termsWords(proposal.terms, schedule),
    first: first ? fullDate(first.dueOn) : null,
    answerBy: verdict.kind === 'needs_referent' ? answerBy(timeZone) : null
  };
}

function answerBy(timeZone: string) {
  const at = new Date();
  const { by } = promiseReply(at);
  return { day: nearDay(dayInZone(by, timeZone), dayInZone(at, timeZone)), hour: hourOf(by, timeZone) };
}
