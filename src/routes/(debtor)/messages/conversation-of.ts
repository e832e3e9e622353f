import type { RequestEvent } from '@sveltejs/kit';
import type { DebtorActor } from '$lib/access';
import { notReadingWords, replyPromiseWords } from '$lib/contact-policy/ui/reply-words';
import { capital, m, small } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { threadEntries, type ThreadEntry } from '$lib/messaging/ui/thread-view';
import { promiseReply } from '$lib/server/contact-policy';
import { orNotFound } from '$lib/server/http';
import { openThread, type OpenedThread } from '$lib/server/messaging';

/** What Conversation.svelte shows, and the thread it was read from. */
export interface ConversationView {
  readonly entries: ThreadEntry[];
  readonly olderHref: string | null;
  readonly newestHref: string | null;
}

/** Who answers, by when, and the words that depend on it. */
export interface HeadView {
  readonly name: string;
  /** Somebody is named; the team answers otherwise. */
  readonly isNamed: boolean;
  readonly note: string;
  /** The promise as a sentence of its own. */
  readonly promiseSentence: string;
  /** That a message has left, and by when somebody answers. */
  readonly sent: string;
  /** Who reads what she writes. */
  readonly help: string;
  /** Nobody reads at this hour. */
  readonly isNight: boolean;
}

/** Opens her thread: the newest lines, or those before the line the address names. What she sees is marked as read. */
export async function conversationOf(event: RequestEvent, actor: DebtorActor, now: Date) {
  const before = parseId<'message'>(event.url.searchParams.get('avant') ?? '') ?? undefined;
  const thread = await orNotFound(openThread(actor, before));
  const conversation: ConversationView = {
    entries: threadEntries(thread.lines, 'debtor', now, thread.timeZone),
    olderHref: thread.older ? `/messages?avant=${thread.older}` : null,
    newestHref: before === undefined ? null : '/messages'
  };
  return { head: headOf(thread, now), conversation };
}

function headOf({ referent, timeZone }: OpenedThread, now: Date): HeadView {
  const promise = promiseReply(now);
  const firstName = referent?.firstName ?? m.messaging_team();
  const promised = replyPromiseWords(promise, now, timeZone);
  const notReading = notReadingWords(promise, referent?.firstName ?? m.home_team(), now, timeZone);
  const promiseSentence = m.messaging_promise({ name: firstName, promise: small(promised) });
  return {
    name: referent?.name ?? m.messaging_team(),
    isNamed: referent !== null,
    note: notReading === null ? promised : `${promised}. ${capital(notReading)}`,
    promiseSentence,
    sent: m.messaging_sent({ promise: promiseSentence }),
    help: referent ? m.messaging_field_help({ name: referent.firstName }) : m.messaging_field_help_team(),
    isNight: notReading !== null
  };
}
