import { z } from 'zod';
import { m } from '$lib/i18n';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { postMessage } from '$lib/server/messaging';
import { debtAddress } from '../../../addresses';
import { messageRefusalWords, replyBy } from '../../../said-words';
import { lineOf } from '../../line-of';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ words: z.string().optional().default('') });

export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { line } = await lineOf(event, actor);
  return {
    address: debtAddress(line.debt.id),
    draft: m.home_papers_draft({ creditor: line.debt.creditorName, letter: line.debt.letterReference }),
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** Asks for the proofs of a line, in her own words: who claims must prove (1353 C. civ.). Never an acknowledgement. */
  default: async (event) => {
    const actor = guardDebtor(event, 'own_case.write_message');
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    const { asked } = await lineOf(event, actor);
    const input = { text: form.data.words };
    const command = form.commandId && { id: form.commandId, input };
    const posted = await orNotFound(postMessage(actor, actor.caseId, input, command));
    if (!posted.ok)
      return refuseForm(form.values, [{ field: 'words', message: messageRefusalWords(posted.why) }]);
    return { reply: replyBy(posted.value.replyBy, asked.today, asked.timeZone) };
  }
};
