import { m } from '$lib/i18n';
import { DEFAULT_POLICY, type ContactPolicy } from '../contact-policy';
import { windowWords } from './words';

/** When somebody answers the firm's phone, and calls back: "du lundi au vendredi, de 10 h à 13 h et de 14 h à 19 h". */
export function firmHours(policy: ContactPolicy = DEFAULT_POLICY): string {
  return m.public_firm_hours({ windows: windowWords(policy.callWindows[1] ?? []) });
}
