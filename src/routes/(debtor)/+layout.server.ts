import { replyPromiseWords } from '$lib/contact-policy/ui/reply-words';
import { capital, m } from '$lib/i18n';
import { guardDebtor, orNotFound, outboxOwner } from '$lib/server/http';
import type { LayoutServerLoad } from './$types';
import { frameAround } from './frame-of';

/** What stands around each page of a person who signed in, in words, so that her phone has nothing to compute. */
export const load: LayoutServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  // read untracked: the frame is kept while she goes from page to page, and read again when something changed
  const route = event.untrack(() => event.route.id);
  const frame = await orNotFound(frameAround(route, event, actor));
  const { referent, standIn, promise, unread, needs, mayAskForCall, timeZone, at } = frame;
  return {
    talk: {
      firstName: (standIn ?? referent)?.firstName ?? m.home_team(),
      promise: capital(replyPromiseWords(promise, at, timeZone))
    },
    unread,
    needs,
    mayAskForCall,
    /** Whose forms this phone may keep while there is no network. */
    outboxOwner: outboxOwner(actor)
  };
};
