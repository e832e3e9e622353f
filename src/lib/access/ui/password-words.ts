import type { PasswordRefusal } from '../password-rules';
import { m } from '$lib/i18n';
import { impossible } from '$lib/kernel';

/** Why a password is not taken, and how to put it right. */
export function passwordWords(why: PasswordRefusal): string {
  switch (why.code) {
    case 'password_too_short':
      return m.access_password_too_short({ min: String(why.min), length: String(why.length) });
    case 'password_too_long':
      return m.access_password_too_long({ max: String(why.max) });
    case 'phrase_too_short':
      return m.access_password_phrase_too_short({ min: String(why.minWords), words: String(why.words) });
    case 'password_holds_name':
      return m.access_password_holds_name();
    case 'password_common':
      return m.access_password_common();
    case 'password_repetitive':
      return m.access_password_repetitive();
    default:
      return impossible(why);
  }
}
