import { systemActor, type Actor } from '$lib/access';
import { keepVisible } from '../cases';
import { selectCasesWithPost, selectRecentDeliveries, type ListedDelivery } from '../contact-policy';
import { enter } from '../db';

/** How many letters, e-mails and SMS the screen shows. */
export const POST_LIMIT = 50;
const CASES_LOOKED_AT = 500;
const POSTMAN = systemActor('post');

/**
 * Outgoing post of the cases the actor may see, newest first: where mail is read while no gateway is set, and where
 * letters are printed. What has left by e-mail shows its subject only: its words are forgotten.
 */
export async function listKeptPost(actor: Actor): Promise<readonly ListedDelivery[]> {
  const recent = await enter(POSTMAN, { permission: 'system.deliver' }, (tx) =>
    selectCasesWithPost(tx, CASES_LOOKED_AT)
  );
  const visible = await enter(actor, { permission: 'desk.post' }, (tx) => keepVisible(tx, recent));
  return enter(POSTMAN, { permission: 'system.deliver' }, (tx) =>
    selectRecentDeliveries(tx, visible, POST_LIMIT)
  );
}
