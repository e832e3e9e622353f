import type { RequestEvent } from '@sveltejs/kit';
import type { DebtorActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { loadFrame, loadHome, loadQuestionFrame, type HomeFrame } from '$lib/server/home';

/*
 * The frame around a page and the page itself are loaded side by side, and would otherwise each ask the database for
 * the same rows. Pages whose own reading holds the frame are named here; the rest read the frame alone.
 */

/** Her first page, read once for a request. */
export const homeOf = oncePerRequest(loadHome);

/** A page of her answers, read once for a request. */
export const questionFrameOf = oncePerRequest(loadQuestionFrame);

const WITH_FRAME: Readonly<Record<string, typeof homeOf | typeof questionFrameOf>> = {
  '/(debtor)/accueil': homeOf,
  '/(debtor)/questionnaire/[section]/[step]': questionFrameOf
};

/** What stands around the page of a route. */
export function frameAround(
  route: string | null,
  event: Pick<RequestEvent, 'locals'>,
  actor: DebtorActor
): Promise<HomeFrame> {
  const page = WITH_FRAME[route ?? ''];
  return page ? page(event, actor) : loadFrame(actor, actor.caseId);
}

function oncePerRequest<T>(load: (actor: DebtorActor, caseId: CaseId) => Promise<T>) {
  const ofRequest = new WeakMap<App.Locals, Promise<T>>();
  return (event: Pick<RequestEvent, 'locals'>, actor: DebtorActor): Promise<T> => {
    let loaded = ofRequest.get(event.locals);
    if (!loaded) {
      loaded = load(actor, actor.caseId);
      ofRequest.set(event.locals, loaded);
    }
    return loaded;
  };
}
