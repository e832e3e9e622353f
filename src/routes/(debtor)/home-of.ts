import type { RequestEvent } from '@sveltejs/kit';
import type { DebtorActor } from '$lib/access';
import { loadHome, type Home } from '$lib/server/home';

const ofRequest = new WeakMap<App.Locals, Promise<Home>>();

/**
 * Her first page, read once for a request: the frame around it and the page itself are loaded side by side, and
 * would otherwise each open a transaction for the same rows.
 */
export function homeOf(event: Pick<RequestEvent, 'locals'>, actor: DebtorActor): Promise<Home> {
  let home = ofRequest.get(event.locals);
  if (!home) {
    home = loadHome(actor, actor.caseId);
    ofRequest.set(event.locals, home);
  }
  return home;
}
