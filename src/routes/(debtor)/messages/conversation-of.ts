import type { RequestEvent } from '@sveltejs/kit';
import type { DebtorActor } from '$lib/access';
import { parseId } from '$lib/kernel';
import { threadEntries, type ThreadEntry } from '$lib/messaging/ui/thread-view';
import { orNotFound } from '$lib/server/http';
import { openThread } from '$lib/server/messaging';

/** What Conversation.svelte shows, and the thread it was read from. */
export interface ConversationView {
  readonly entries: ThreadEntry[];
  readonly olderHref: string | null;
  readonly newestHref: string | null;
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
  return { thread, conversation };
}
