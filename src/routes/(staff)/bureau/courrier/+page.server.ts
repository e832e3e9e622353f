import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { m, shortInstant } from '$lib/i18n';
import { listKeptPost, POST_LIMIT } from '$lib/server/backoffice';
import { guardStaff } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { POST_CHANNEL, postState } from './post-words';

/** Outgoing post of the cases one may see, newest first. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'desk.post');
  const posts = await listKeptPost(actor);
  return {
    limit: posts.length === POST_LIMIT ? POST_LIMIT : null,
    posts: posts.map((post) => ({
      id: post.id as string,
      caseId: post.caseId as string,
      channel: POST_CHANNEL[post.channel](),
      isLetter: post.channel === 'letter',
      to: post.recipient?.split('\n')[0] ?? m.backoffice_post_to_unreadable(),
      subject: post.subject,
      state: postState(post),
      madeAt: shortInstant(post.createdAt, DESK_ZONE)
    }))
  };
};
