/** How long something is kept: in days, or in months of the calendar. */
export type RetentionTime = { readonly days: number } | { readonly months: number };

/** What a time is counted from: the day it was made, ended, read by a human, or the case was closed. */
export type RetentionStart = 'made' | 'ended' | 'handled' | 'closed';

/** One kind of data, and how long this service keeps it. */
export interface RetentionRule {
  readonly keep: RetentionTime;
  readonly from: RetentionStart;
}

/**
 * How long each thing is kept. The one table: what people read on "Vos données" and what the night erases both come
 * from it, and a test compares them on a real database. House defaults, since the CNIL gives none for collectors: budget
 * and fragility 6 months after the case closes, the case itself until its claim is prescribed (5 years, C. civ. 2224),
 * comments of surveys 12 months, the journal as long as a claim may be contested (5 years); read 2026-11-21, to be validated by the firm's data protection officer.
 */
export const RETENTION = {
  entry_links: { keep: { days: 3 }, from: 'made' },
  letter_codes: { keep: { days: 90 }, from: 'made' },
  sessions: { keep: { days: 7 }, from: 'made' },
  commands: { keep: { days: 35 }, from: 'made' },
  ended_signals: { keep: { days: 30 }, from: 'ended' },
  situation_words: { keep: { months: 6 }, from: 'handled' },
  survey_comments: { keep: { months: 12 }, from: 'made' },
  journal: { keep: { months: 60 }, from: 'made' },
  answers: { keep: { months: 6 }, from: 'closed' },
  whole_case: { keep: { months: 60 }, from: 'closed' }
} as const satisfies Record<string, RetentionRule>;

/** A kind of data of the table. */
export type Retained = keyof typeof RETENTION;

/** Every kind of data of the table, in the order people read it. */
export const RETAINED = Object.keys(RETENTION) as Retained[];

/** A time as the two parts of an interval. */
export function intervalOf(keep: RetentionTime): { readonly months: number; readonly days: number } {
  return 'days' in keep ? { months: 0, days: keep.days } : { months: keep.months, days: 0 };
}
