import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Refusal, type Result } from '$lib/kernel';
import { selectDelivery, type Delivery } from '../contact-policy';
import { enter } from '../db';

/** No such post on this case. */
export interface PostNotThere extends Refusal {
  readonly code: 'post_not_there';
}

/** One letter, e-mail or SMS of a case, to be read or printed. */
export async function loadKeptPost(
  actor: Actor,
  caseId: CaseId,
  id: Id<'delivery'>
): Promise<Result<Delivery, PostNotThere>> {
  return enter(actor, { permission: 'desk.post', caseId }, async (tx) => {
    const post = await selectDelivery(tx, caseId, id);
    return post ? ok(post) : refused({ code: 'post_not_there' });
  });
}
