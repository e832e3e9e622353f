import { render } from 'svelte/server';
import { openToAll } from '$lib/server/http';
import BlankCopies from '$lib/questionnaire/ui/BlankCopies.svelte';
import type { RequestHandler } from './$types';

/**
 * The questions, blank, for phones to keep: nothing in them is anyone's. Only their markup: the page that shows them
 * has their styles already.
 */
export const GET: RequestHandler = (event) => {
  openToAll(event);
  return new Response(render(BlankCopies).body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=3600' }
  });
};
