import { z } from 'zod';
import { m, number } from '$lib/i18n';
import type { MessageRefusal } from '$lib/messaging';
import { listRegister } from '$lib/server/contact-policy';
import { guardDebtor, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { postMessage } from '$lib/server/messaging';
import { askReferent } from '$lib/server/requests';
import type { Actions, PageServerLoad } from './$types';
import { callWords } from './call-words';
import { conversationOf } from './conversation-of';

const messageForm = z.object({ text: z.string().optional().default('') });

/** Her thread, who answers, and honest hours. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { head, conversation } = await conversationOf(event, actor, new Date());
  return {
    // the page is the conversation itself
    withoutTalk: true,
    head,
    conversation,
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** Sends a message; what was typed comes back when it could not be taken. */
  send: async (event) => {
    const actor = guardDebtor(event, 'own_case.write_message');
    const form = await readForm(event, messageForm);
    if (!form.ok) return form.failure;
    const input = { text: form.data.text };
    const command = form.commandId && { id: form.commandId, input };
    const posted = await orNotFound(postMessage(actor, actor.caseId, input, command));
    if (!posted.ok) return refuseForm(form.values, [{ field: 'text', message: refusalWords(posted.why) }]);
    return { sent: true };
  },
  /** Asks to be called back, at the hours she chose. */
  call: async (event) => {
    const actor = guardDebtor(event, 'own_case.report_situation');
    const form = await readForm(event, z.object({}));
    if (!form.ok) return form.failure;
    const input = { kind: 'call_back' } as const;
    const asked = await orNotFound(
      askReferent(actor, actor.caseId, input, form.commandId && { id: form.commandId, input })
    );
    if (!asked.ok) return refuseForm(form.values, [{ field: '', message: m.messaging_error_reused() }]);
    const { callBack, policy } = await orNotFound(listRegister(actor, actor.caseId));
    return { callAsked: callWords(callBack, policy) };
  }
};

function refusalWords(why: MessageRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'message_empty':
      return m.messaging_error_empty();
    case 'message_too_long':
      return m.messaging_error_too_long({ length: number(why.length), maximum: number(why.maximum) });
    case 'command_reused':
      return m.messaging_error_reused();
  }
}
