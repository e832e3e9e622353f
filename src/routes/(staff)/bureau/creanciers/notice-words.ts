import { spreadsheetFile } from '$lib/cases';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { euros, fullDate, m, number } from '$lib/i18n';
import { dayInZone, type Cents } from '$lib/kernel';
import type { WaitingNotice } from '$lib/server/plans';

const RHYTHM = {
  weekly: m.backoffice_creditors_weekly,
  fortnightly: m.backoffice_creditors_fortnightly,
  monthly: m.backoffice_creditors_monthly,
  payday: m.backoffice_creditors_monthly
};

/** The terms in a sentence, without anything of the person. */
export function termsOf(notice: WaitingNotice): string {
  const { restMonths, instalmentCents, rhythm, instalmentCount, firstDueOn, lastDueOn } = notice;
  const rest = restMonths > 0 ? m.backoffice_creditors_rest({ months: number(restMonths) }) : '';
  if (rhythm === null || firstDueOn === null || lastDueOn === null) return rest;
  const days = { count: number(instalmentCount), first: fullDate(firstDueOn), last: fullDate(lastDueOn) };
  const paid =
    instalmentCents === null
      ? m.backoffice_creditors_instalments_untold({ ...days, rhythm: RHYTHM[rhythm]() })
      : m.backoffice_creditors_instalments({
          ...days,
          rhythm: RHYTHM[rhythm](),
          amount: euros(instalmentCents)
        });
  return [rest, paid].filter(Boolean).join(' ');
}

/** The file for one creditor: a head, then one line for each proposal. Amounts are written as figures. */
export function fileOf(notices: readonly WaitingNotice[]): string {
  const head = [
    m.backoffice_creditors_col_reference(),
    m.backoffice_creditors_col_received(),
    m.backoffice_creditors_col_owed(),
    m.backoffice_creditors_col_rest(),
    m.backoffice_creditors_col_instalment(),
    m.backoffice_creditors_col_rhythm(),
    m.backoffice_creditors_col_count(),
    m.backoffice_creditors_col_first(),
    m.backoffice_creditors_col_last()
  ];
  return spreadsheetFile([head, ...notices.map(cellsOf)]);
}

function cellsOf(notice: WaitingNotice): string[] {
  const { instalmentCents, rhythm } = notice;
  return [
    notice.reference,
    dayInZone(notice.receivedAt, DESK_ZONE),
    figure(notice.owedCents),
    String(notice.restMonths),
    instalmentCents === null ? '' : figure(instalmentCents),
    rhythm === null ? '' : RHYTHM[rhythm](),
    String(notice.instalmentCount),
    notice.firstDueOn ?? '',
    notice.lastDueOn ?? ''
  ];
}

function figure(amountCents: Cents): string {
  return `${Math.trunc(amountCents / 100)},${String(amountCents % 100).padStart(2, '0')}`;
}
