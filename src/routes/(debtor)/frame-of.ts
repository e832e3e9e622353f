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

/** Kept by the request itself: what a map beside it keeps by request stays until the next full collection. */
function oncePerRequest<T>(load: (actor: DebtorActor, caseId: CaseId) => Promise<T>) {
  return ({ locals }: Pick<RequestEvent, 'locals'>, actor: DebtorActor): Promise<T> => {
    const read = (locals.readOnce ??= new Map());
    // under its own key stands what this reading gave
    const known = read.get(load) as Promise<T> | undefined;
    if (known) return known;
    const loaded = load(actor, actor.caseId);
    read.set(load, loaded);
    return loaded;
  };
}
