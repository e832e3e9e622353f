import { replyPromiseWords } from '$lib/contact-policy/ui/reply-words';
import { capital, m } from '$lib/i18n';
import { loadFrame } from '$lib/server/home';
import { guardDebtor, orNotFound } from '$lib/server/http';
import type { LayoutServerLoad } from './$types';

/** What stands around each page of a person who signed in, in words, so that her phone has nothing to compute. */
export const load: LayoutServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { talkTo, promise, unread, needs, timeZone, at } = await orNotFound(loadFrame(actor, actor.caseId));
  return {
    talk: {
      firstName: talkTo?.firstName ?? m.home_team(),
      promise: capital(replyPromiseWords(promise, at, timeZone))
    },
    unread,
    needs
  };
};
