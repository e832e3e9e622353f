import { render } from 'svelte/server';
import { guardDebtor } from '$lib/server/http';
import type { RequestHandler } from './$types';
import LiveParts from '../LiveParts.svelte';
import { conversationOf } from '../conversation-of';

/** Her thread and who answers as they are now, only their markup: the page that shows it has the styles already, and puts them in place. */
export const GET: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const props = await conversationOf(event, actor, new Date());
  return new Response(render(LiveParts, { props }).body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  });
};
