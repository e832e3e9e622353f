import type { Channel } from './contact';

/** By what a notice may go: the word that something waits for her in her space. */
export type NoticeChannel = 'email' | 'sms';

/** The usual order: an e-mail disturbs less. */
const USUAL_ORDER: readonly NoticeChannel[] = ['email', 'sms'];

/** What decides by which channel a notice goes. */
export interface NoticeWishes {
  /** Channels she confirmed. */
  readonly confirmed: readonly NoticeChannel[];
  /** Channels she refused on "Mes contacts", or by an answer. */
  readonly refused: readonly Channel[];
  /** How she said she likes to be spoken to, as she answered it; empty when she did not say. */
  readonly prefers: readonly ('message' | 'phone' | 'letter' | 'helper')[];
}

/**
 * The channel a notice takes: the one she prefers when she confirmed it and did not refuse it, else the first of the usual
 * order. "Par téléphone" alone means the SMS, which her telephone receives; with "par message" beside it the usual order
 * holds. When she refused all she confirmed, the first confirmed one: the rules then refuse it, and say so. Null when she
 * confirmed none.
 */
export function noticeChannel({ confirmed, refused, prefers }: NoticeWishes): NoticeChannel | null {
  const usual = USUAL_ORDER.filter((channel) => confirmed.includes(channel));
  const allowed = usual.filter((channel) => !refused.includes(channel));
  const isByPhone = prefers.includes('phone') && !prefers.includes('message');
  if (isByPhone && allowed.includes('sms')) return 'sms';
  return allowed[0] ?? usual[0] ?? null;
}
