import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { m, shortInstant } from '$lib/i18n';
import type { Delivery, PostChannel } from '$lib/server/contact-policy';

/** By what it goes, in words. */
export const POST_CHANNEL: Readonly<Record<PostChannel, () => string>> = {
  letter: m.backoffice_post_channel_letter,
  email: m.backoffice_post_channel_email,
  sms: m.backoffice_post_channel_sms
};

const STATE: Readonly<Record<Exclude<Delivery['state'], 'waiting'>, () => string>> = {
  sending: m.backoffice_post_state_sending,
  sent: m.backoffice_post_state_sent,
  kept: m.backoffice_post_state_kept,
  failed: m.backoffice_post_state_failed,
  stopped: m.backoffice_post_state_stopped
};

/** What became of it, in words. */
export function postState({ state, sendFrom }: Pick<Delivery, 'state' | 'sendFrom'>): string {
  return state === 'waiting'
    ? m.backoffice_post_state_waiting({ when: shortInstant(sendFrom, DESK_ZONE) })
    : STATE[state]();
}
