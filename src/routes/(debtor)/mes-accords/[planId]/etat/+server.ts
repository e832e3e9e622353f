import { guardDebtor } from '$lib/server/http';
import { planOf } from '../plan-of';
import type { RequestHandler } from './$types';

/** Where a proposal or agreement stands, one word: what its open page asks when something changed. */
export const GET: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { plan } = await planOf(event, actor);
  return new Response(plan.state, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  });
};
