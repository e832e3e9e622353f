import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { longInstant, m } from '$lib/i18n';
import { impossible } from '$lib/kernel';
import type { inviteDebtor } from '$lib/server/entry';

/** What became of an invitation, in words. */
export function invitationWords(result: Awaited<ReturnType<typeof inviteDebtor>>): string {
  if (!result.ok) return m.access_invite_again();
  const { state, nextAt } = result.value;
  switch (state) {
    case 'waiting':
      return m.access_invite_done();
    case 'no_address':
      return m.access_invite_no_address();
    case 'refused':
      return nextAt === null
        ? m.access_print_refused()
        : `${m.access_print_refused()} ${m.access_print_refused_from({ day: longInstant(new Date(nextAt), DESK_ZONE) })}`;
    default:
      return impossible(state);
  }
}
