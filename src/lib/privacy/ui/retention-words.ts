import { m, number } from '$lib/i18n';
import { RETAINED, RETENTION, type Retained, type RetentionStart, type RetentionTime } from '../retention';

const WHAT: Readonly<Record<Retained, () => string>> = {
  entry_links: m.public_data_keep_entry_links,
  letter_codes: m.public_data_keep_letter_codes,
  sessions: m.public_data_keep_sessions,
  commands: m.public_data_keep_commands,
  ended_signals: m.public_data_keep_ended_signals,
  situation_words: m.public_data_keep_situation_words,
  survey_comments: m.public_data_keep_survey_comments,
  journal: m.public_data_keep_journal,
  answers: m.public_data_keep_answers,
  whole_case: m.public_data_keep_whole_case
};

const UNTIL: Readonly<Record<RetentionStart, (of: { duration: string }) => string>> = {
  made: m.public_data_until_made,
  ended: m.public_data_until_ended,
  handled: m.public_data_until_handled,
  closed: m.public_data_until_closed
};

/** A time in words: "30 jours", "6 mois", "5 ans". */
export function durationWords(keep: RetentionTime): string {
  if ('days' in keep) return m.public_data_days({ count: number(keep.days) });
  return keep.months % 12 === 0 && keep.months > 12
    ? m.public_data_years({ count: number(keep.months / 12) })
    : m.public_data_months({ count: number(keep.months) });
}

/** The table in words, line by line: what, and until when. */
export function retentionLines(): { code: Retained; what: string; until: string }[] {
  return RETAINED.map((code) => {
    const { keep, from } = RETENTION[code];
    return { code, what: WHAT[code](), until: UNTIL[from]({ duration: durationWords(keep) }) };
  });
}
