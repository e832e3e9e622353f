import { render } from 'svelte/server';
import Conversation from '$lib/messaging/ui/Conversation.svelte';
import { guardDebtor } from '$lib/server/http';
import type { RequestHandler } from './$types';
import { conversationOf } from '../conversation-of';

/** Her thread as it is now, only its markup: the page that shows it has the styles already, and puts it in place. */
export const GET: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { conversation } = await conversationOf(event, actor, new Date());
  return new Response(render(Conversation, { props: conversation }).body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  });
};
