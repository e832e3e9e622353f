import { hourOf, m, nearDay } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import type { MessageRefusal } from '$lib/messaging';

/** By when an answer is promised, on her own clock: the day and the hour of a sentence. */
export function replyBy(iso: string, today: Parameters<typeof nearDay>[1], timeZone: string) {
  const by = new Date(iso);
  return { day: nearDay(dayInZone(by, timeZone), today), hour: hourOf(by, timeZone) };
}

/** Why what she wrote was not taken, and how to put it right. */
export function messageRefusalWords(why: MessageRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'message_empty':
      return m.home_words_missing();
    case 'message_too_long':
      return m.home_words_too_long({ length: String(why.length), maximum: String(why.maximum) });
    case 'command_reused':
      return m.home_form_reused();
  }
}
