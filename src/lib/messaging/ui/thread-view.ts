import { capital, hourOf, longDay, m } from '$lib/i18n';
import { addDays, dayInZone, type LocalDate } from '$lib/kernel';
import type { ThreadLine } from '../message';
import { systemLineWords } from './system-line-words';

/** A line of the thread, in words, for one reader. Plain JSON. */
export type ThreadEntry =
  | { readonly kind: 'day'; readonly key: string; readonly text: string }
  | { readonly kind: 'system'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly mine: boolean;
      readonly from: string;
      readonly text: string;
      readonly hour: string;
      readonly read: string | null;
    };

/** Who reads: the person, who sees by whom her words were read, or the desk. */
export type ThreadReader = 'debtor' | 'staff';

/** The thread in words, day by day on the person's clock, oldest first. Made on the server. */
export function threadEntries(
  lines: readonly ThreadLine[],
  reader: ThreadReader,
  now: Date,
  timeZone: string
): ThreadEntry[] {
  const today = dayInZone(now, timeZone);
  const entries: ThreadEntry[] = [];
  let day: LocalDate | null = null;
  for (const line of lines) {
    const sentOn = dayInZone(line.sentAt, timeZone);
    if (sentOn !== day) {
      day = sentOn;
      entries.push({ kind: 'day', key: `day-${sentOn}`, text: dayTitle(sentOn, today) });
    }
    entries.push(entryOf(line, reader, timeZone));
  }
  return entries;
}

function dayTitle(day: LocalDate, today: LocalDate): string {
  if (day === today) return m.messaging_today();
  if (day === addDays(today, -1)) return m.messaging_yesterday();
  return capital(longDay(day));
}

function entryOf(line: ThreadLine, reader: ThreadReader, timeZone: string): ThreadEntry {
  if (line.systemLine) {
    return { kind: 'system', key: line.id, text: systemLineWords(line.systemLine, line.authorName) };
  }
  return {
    kind: 'message',
    key: line.id,
    mine: line.author === reader,
    from: line.authorName.split(' ')[0] ?? '',
    text: line.body,
    hour: hourOf(line.sentAt, timeZone),
    read: readWords(line, reader, timeZone)
  };
}

function readWords(line: ThreadLine, reader: ThreadReader, timeZone: string): string | null {
  if (line.author !== reader || line.readAt === null) return null;
  const hour = hourOf(line.readAt, timeZone);
  return reader === 'debtor'
    ? m.messaging_read_by({ name: line.readByName ?? '', hour })
    : m.messaging_read({ hour });
}
