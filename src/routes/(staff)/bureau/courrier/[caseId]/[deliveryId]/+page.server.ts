import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { fullDate } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { loadKeptPost } from '$lib/server/backoffice';
import { guardStaff, valueOrNotFound } from '$lib/server/http';
import { caseIdOf, idOf } from '../../../dossiers/[caseId]/case-id';
import { POST_CHANNEL, postState } from '../../post-words';
import type { PageServerLoad } from './$types';

/** One letter, e-mail or SMS, to be read or printed. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'desk.post');
  const id = idOf<'delivery'>(event.params.deliveryId);
  const post = await valueOrNotFound(loadKeptPost(actor, caseIdOf(event.params), id));
  return {
    post: {
      channel: POST_CHANNEL[post.channel](),
      isLetter: post.channel === 'letter',
      recipient: post.recipient,
      subject: post.subject,
      body: post.body,
      state: postState(post),
      day: fullDate(dayInZone(post.createdAt, DESK_ZONE))
    }
  };
};
