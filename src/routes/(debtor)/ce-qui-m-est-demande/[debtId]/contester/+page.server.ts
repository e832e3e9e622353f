import { z } from 'zod';
import { m } from '$lib/i18n';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { disputeDebt, type DisputeRefusal } from '$lib/server/requests';
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
    creditor: line.debt.creditorName,
    isDisputed: line.debt.disputedAt !== null,
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** "Je conteste": everything stops for this line. Never an acknowledgement. */
  default: async (event) => {
    const actor = guardDebtor(event, 'own_case.report_situation');
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    const { asked, line } = await lineOf(event, actor);
    const input = { debtId: line.debt.id, words: form.data.words };
    const command = form.commandId && { id: form.commandId, input };
    const done = await orNotFound(disputeDebt(actor, actor.caseId, input, command));
    if (done.ok) return { reply: replyBy(done.value.replyBy, asked.today, asked.timeZone) };
    return refuseForm(form.values, [{ field: 'words', message: refusalWords(done.why) }]);
  }
};

function refusalWords(why: DisputeRefusal | Parameters<typeof messageRefusalWords>[0]): string {
  switch (why.code) {
    case 'debt_not_there':
      return m.home_contest_already();
    case 'case_closed':
      return m.home_contest_over();
    default:
      return messageRefusalWords(why);
  }
}
