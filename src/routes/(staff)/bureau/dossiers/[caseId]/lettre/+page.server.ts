import { groupedCode } from '$lib/access';
import { fullDate, longInstant, m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { inviteDebtor, readLetterFacts, type LetterFacts } from '$lib/server/entry';
import { guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { z } from 'zod';
import { caseIdOf } from '../case-id';
import type { Actions, PageServerLoad } from './$types';

const ZONE = 'Europe/Paris';

export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.invite');
  const facts = await orNotFound(readLetterFacts(actor, caseIdOf(event.params)));
  return {
    letter: letterView(facts),
    door: `${event.url.host}/entrer`,
    today: fullDate(dayInZone(new Date(), ZONE)),
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  default: async (event) => {
    const actor = guardStaff(event, 'case.invite');
    const form = await readForm(event, z.object({}));
    if (!form.ok) return form.failure;
    const input = { caseId: caseIdOf(event.params), channel: 'letter', origin: event.url.origin } as const;
    const command = form.commandId && { id: form.commandId, input: { channel: input.channel } };
    const invited = await orNotFound(inviteDebtor(actor, input, command));
    if (invited.ok && invited.value.code) return { code: groupedCode(invited.value.code) };
    if (!invited.ok || invited.value.state === 'waiting') {
      return refuseForm({}, [{ field: '', message: m.access_print_again() }], 409);
    }
    const { nextAt } = invited.value;
    const from = nextAt
      ? ` ${m.access_print_refused_from({ day: longInstant(new Date(nextAt), ZONE) })}`
      : '';
    return refuseForm({}, [{ field: '', message: m.access_print_refused() + from }], 409);
  }
};

function letterView(facts: LetterFacts) {
  const { firstLetterOn, ...rest } = facts;
  return { ...rest, firstLetterOn: firstLetterOn === null ? '' : fullDate(firstLetterOn) };
}
