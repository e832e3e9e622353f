import { readMonth } from '$lib/aids';
import { m, monthAndYear } from '$lib/i18n';
import { localDate } from '$lib/kernel';
import type { ChangeFault, RightFault } from '$lib/server/aids';

function notCovered(): string {
  const refused = readMonth('0001-01');
  if (refused.ok || refused.why.code !== 'month_not_covered') return m.veille_fault_not_a_day();
  const { first, last } = refused.why;
  return m.veille_fault_month_not_covered({
    first: monthAndYear(localDate(`${first}-01`)),
    last: monthAndYear(localDate(`${last}-01`))
  });
}

const FAULT: Readonly<Record<ChangeFault['code'] | RightFault['code'], () => string>> = {
  not_a_day: m.veille_fault_not_a_day,
  month_not_covered: notCovered,
  two_values: m.veille_fault_two_values,
  nothing_to_correct: m.veille_fault_nothing_to_correct,
  overlap: m.veille_fault_overlap,
  gap: m.veille_fault_gap,
  ends_before_start: m.veille_fault_ends_before_start,
  wrong_length: m.veille_fault_wrong_length,
  not_a_rate: m.veille_fault_not_a_rate,
  negative_count: m.veille_fault_negative_count,
  not_an_amount: m.veille_fault_not_an_amount,
  law_missing: m.veille_fault_law_missing,
  url_not_a_link: m.veille_fault_url_not_a_link,
  checked_in_future: m.veille_fault_checked_in_future,
  checked_before_known: m.veille_fault_checked_before_known,
  reason_missing: m.veille_fault_reason_missing,
  nothing_changes: m.veille_fault_nothing_changes,
  id_taken: m.veille_fault_id_taken,
  situation_unknown: m.veille_fault_situation_unknown,
  too_long: m.veille_fault_too_long,
  replaces_unknown: m.veille_fault_replaces_unknown,
  place_unknown: m.veille_fault_place_unknown,
  not_in_schema: m.veille_fault_not_in_schema
};

/** What a box of the form of a right wants, where more can be said than that it is not filled as it should be. */
const WANTED: Readonly<Record<string, () => string>> = {
  name: m.veille_fault_few_words,
  who: m.veille_fault_few_words,
  what: m.veille_fault_few_words,
  source: m.veille_fault_few_words,
  'ask.place': m.veille_fault_few_words,
  'ask.phone': m.veille_fault_phone,
  'pays.most': m.veille_fault_pays,
  url: m.veille_fault_url_not_a_link,
  applyUrl: m.veille_fault_url_not_a_link
};

/** How to put a fault of a right right, in one sentence. */
export function rightFaultWords({ field, code }: RightFault): string {
  return (code === 'not_in_schema' ? WANTED[field] : undefined)?.() ?? FAULT[code]();
}

/** How to put a fault right, in one sentence. */
export function faultWords(code: ChangeFault['code']): string {
  return FAULT[code]();
}

const BLANKS = /[\s\u00a0\u202f]/g;

/** A number as French writes it, "1 234,5678" or "0.5"; not a number when it is none. */
export function typedNumber(text: string): number {
  const plain = text.replace(BLANKS, '').replace('−', '-').replace(',', '.').replace(/€$/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
