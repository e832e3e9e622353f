import { z } from 'zod';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import type { ContactRefusal } from '$lib/contact-policy';
import { registerMonths } from '$lib/contact-policy/ui/register-lines';
import { stopAtDesk } from '$lib/contact-policy/ui/desk-words';
import { longInstant, m, phoneNumber } from '$lib/i18n';
import type { Result } from '$lib/kernel';
import { askWhetherToCall, listRegister, logCall, type LoggedCall } from '$lib/server/contact-policy';
import { loadCaseFile } from '$lib/server/backoffice';
import { inviteDebtor } from '$lib/server/entry';
import { invitationWords } from './invitation-words';
import { commandOf, guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';

const callForm = z.object({
  why: z.enum(['follow_up', 'asked']).optional(),
  outcome: z.enum(['spoke', 'no_answer', 'not_made']).optional()
});

/** The register both sides read, and whether a call may be made now. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.log_contact');
  const caseId = caseIdOf(event.params);
  const [register, ours, asked, { person }] = await orNotFound(
    Promise.all([
      listRegister(actor, caseId),
      askWhetherToCall(actor, caseId, false),
      askWhetherToCall(actor, caseId, true),
      loadCaseFile(actor, caseId)
    ])
  );
  const entries = register.lines.map((line) => ({
    ...line,
    rule: { code: line.ruleCode, numbers: line.ruleNumbers },
    tooMuchDays: register.policy.numbers.tooMuchDays
  }));
  return {
    file: `/bureau/dossiers/${caseId}/contacts/registre.csv`,
    months: registerMonths(entries, new Date(), register.place.timeZone),
    mayCallWords: callWords(ours, asked),
    /** A call of ours would break a rule now: there is one to have heeded. */
    isStopped: !ours.ok,
    phone: person.phone ? phoneNumber(person.phone) : null,
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** Invites the person by e-mail or SMS, through the one door of contacts. */
  invite: async (event) => {
    const actor = guardStaff(event, 'case.invite');
    const form = await readForm(event, z.object({ channel: z.enum(['email', 'sms']) }));
    if (!form.ok) return form.failure;
    const { channel } = form.data;
    const input = { caseId: caseIdOf(event.params), channel, origin: event.url.origin };
    const command = form.commandId && { id: form.commandId, input: { channel } };
    return { invited: invitationWords(await orNotFound(inviteDebtor(actor, input, command))) };
  },
  /** Writes a call that was made; the rules are asked again, and a refusal is written too. */
  call: async (event) => {
    const actor = guardStaff(event, 'case.log_contact');
    const form = await readForm(event, callForm);
    if (!form.ok) return form.failure;
    const { why, outcome } = form.data;
    const missing = [...(why ? [] : ['why']), ...(outcome ? [] : ['outcome'])];
    if (!why || !outcome) {
      const message = m.backoffice_error_choice_missing();
      return refuseForm(
        form.values,
        missing.map((field) => ({ field, message }))
      );
    }
    const input = { asked: why === 'asked', outcome };
    const logged = await orNotFound(
      logCall(actor, caseIdOf(event.params), input, commandOf(form.commandId, input))
    );
    if (!logged.ok) return refuseForm(form.values, [{ field: '', message: m.backoffice_error_reused() }]);
    return { logged: loggedWords(logged.value) };
  }
};

function loggedWords(call: LoggedCall) {
  if (call.allowed) return { text: m.backoffice_contacts_call_logged(), isAgainst: false };
  const rule = stopAtDesk(call.why);
  return call.isMade
    ? { text: m.backoffice_contacts_call_against({ rule }), isAgainst: true }
    : { text: m.backoffice_contacts_call_stopped({ rule }), isAgainst: false };
}

/** Whether a call may be made, and otherwise the one reason: what stops a call she asked for stops any other too. */
function callWords(ours: Result<null, ContactRefusal>, asked: Result<null, ContactRefusal>): string[] {
  if (ours.ok) return [m.backoffice_contacts_call_yes()];
  const no = asked.ok
    ? m.backoffice_contacts_call_no({ rule: stopAtDesk(ours.why) })
    : m.backoffice_contacts_call_none({ rule: stopAtDesk(asked.why) });
  const { nextAt } = ours.why;
  const next = nextAt && m.backoffice_contacts_call_next({ when: longInstant(nextAt, DESK_ZONE) });
  return [next ? `${no} ${next}` : no, ...(asked.ok ? [m.backoffice_contacts_call_asked_yes()] : [])];
}
