import type { ContactPolicy } from '$lib/contact-policy';
import { firmHours } from '$lib/contact-policy/ui/firm-hours';
import { m } from '$lib/i18n';
import type { CallBack } from '$lib/server/contact-policy';

/** What becomes of her asking to be called, in words: when, or why nobody can. */
export function callWords(callBack: CallBack, policy: ContactPolicy): string {
  switch (callBack) {
    case 'not_here':
      return m.messaging_call_not_here();
    case 'no_number':
      return m.messaging_call_no_number();
    case 'her_times':
      return m.messaging_call_her_times();
    case 'office_hours':
      return m.messaging_call_office_hours({ hours: firmHours(policy) });
  }
}
