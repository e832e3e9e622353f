import { z } from 'zod';
import { claimsAtDesk } from '$lib/aids/ui/claim-lines';
import { ruleAtDesk, stopAtDesk } from '$lib/contact-policy/ui/desk-words';
import { hourOf, m, nearDay } from '$lib/i18n';
import { dayInZone, parseId } from '$lib/kernel';
import type { MessageRefusal } from '$lib/messaging';
import { threadEntries } from '$lib/messaging/ui/thread-view';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { answerLines } from '$lib/questionnaire/ui/words';
import { listClaimsAtDesk } from '$lib/server/aids';
import { loadAnswersAtDesk } from '$lib/server/backoffice';
import { askWhetherToWrite, type ForeseenNotice } from '$lib/server/contact-policy';
import { commandOf, guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { listThread, markThreadRead, replyToPerson } from '$lib/server/messaging';
import type { Actions, PageServerLoad } from './$types';
import { caseIdOf } from './case-id';

const SAID_LINES = 4;
const replyForm = z.object({ text: z.string().optional().default('') });

/** The thread, what the rules say before a reply is sent, and what was said already. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const caseId = caseIdOf(event.params);
  const before = parseId<'message'>(event.url.searchParams.get('avant') ?? '') ?? undefined;
  const now = new Date();
  const [thread, notice, { answers }, claims] = await orNotFound(
    Promise.all([
      listThread(actor, caseId, before),
      askWhetherToWrite(actor, caseId),
      loadAnswersAtDesk(actor, caseId),
      listClaimsAtDesk(actor, caseId)
    ])
  );
  await markThreadRead(actor, caseId);
  const said = answerLines(answers, '').filter(({ isAnswered }) => isAnswered);
  return {
    entries: threadEntries(thread.lines, 'staff', now, DESK_ZONE),
    older: thread.older,
    isOlderPage: before !== undefined,
    notice: noticeWords(notice, now),
    said: said.slice(0, SAID_LINES).map(({ id, question, answer }) => ({ id, question, answer })),
    saidCount: said.length,
    // none unless she agreed
    claims: claimsAtDesk(claims),
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** Lays the reply in her thread; the notice follows the rules of contact. */
  reply: async (event) => {
    const actor = guardStaff(event, 'case.write_message');
    const form = await readForm(event, replyForm);
    if (!form.ok) return form.failure;
    const input = { text: form.data.text };
    const sent = await orNotFound(
      replyToPerson(actor, caseIdOf(event.params), input, commandOf(form.commandId, input))
    );
    if (!sent.ok) return refuseForm(form.values, [{ field: 'text', message: refusalWords(sent.why) }]);
    return { sent: true };
  }
};

const CHANNEL = { email: m.backoffice_channel_email, sms: m.backoffice_channel_sms };

function noticeWords(notice: ForeseenNotice, now: Date): string {
  switch (notice.state) {
    case 'now':
      return m.backoffice_thread_notice_now({
        channel: CHANNEL[notice.channel](),
        rule: ruleAtDesk(notice.rule)
      });
    case 'later': {
      const day = nearDay(dayInZone(notice.from, DESK_ZONE), dayInZone(now, DESK_ZONE));
      const hour = hourOf(notice.from, DESK_ZONE);
      return m.backoffice_thread_notice_later({ day, hour, rule: stopAtDesk(notice.rule) });
    }
    case 'stopped':
      return m.backoffice_thread_notice_stopped({ rule: stopAtDesk(notice.rule) });
    case 'no_channel':
      return m.backoffice_thread_notice_none();
  }
}

function refusalWords(why: MessageRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'message_empty':
      return m.backoffice_thread_error_empty();
    case 'message_too_long':
      return m.backoffice_thread_error_too_long({
        length: String(why.length),
        maximum: String(why.maximum)
      });
    case 'command_reused':
      return m.backoffice_error_reused();
  }
}
