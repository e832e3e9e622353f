import { fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import {
  CURRENT_WARNING,
  EMPTY_FIELDS,
  checkProposal,
  readProposal,
  type ProposalFieldRefusal,
  type ProposalFields
} from '$lib/plans';
import { fieldWords, refusalWords } from '$lib/plans/ui/refusal-words';
import { guardDebtor, orNotFound, readForm } from '$lib/server/http';
import { loadPlans, proposePlan, type ProposePlanRefusal } from '$lib/server/plans';
import { PLANS } from '../../addresses';
import { beforeSending } from './before-sending';
import { fieldOfRefusal, fieldsOf, proposalForm } from './proposal-form';
import { situationOf } from './situation-of';
import type { Actions, PageServerLoad } from './$types';

/** What she proposes from. Nothing is chosen for her, except the only line there is. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.propose');
  const page = situationOf(await orNotFound(loadPlans(actor, actor.caseId)));
  const wanted = event.url.searchParams.get('mode');
  const fields: ProposalFields = {
    ...EMPTY_FIELDS,
    mode: wanted === 'rest' || wanted === 'symbolic' ? wanted : EMPTY_FIELDS.mode,
    debtIds: page.lines.length === 1 ? page.lines.map(({ debtId }) => debtId) : []
  };
  return { ...page, fields, command: crypto.randomUUID() };
};

export const actions: Actions = {
  /** Without JavaScript: shows what the fields give. Nothing is kept. */
  see: async (event) => {
    guardDebtor(event, 'own_case.propose');
    const form = await readForm(event, proposalForm);
    if (!form.ok) return form.failure;
    const fields = fieldsOf(form.data);
    const read = readProposal(fields);
    return read.ok ? { fields } : refuseField(fields, read.why);
  },
  /** To the page that says what proposing changes, when the rule takes the proposal. Nothing is kept yet. */
  before: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    const form = await readForm(event, proposalForm);
    if (!form.ok) return form.failure;
    return readBefore(fieldsOf(form.data), situationOf(await orNotFound(loadPlans(actor, actor.caseId))));
  },
  /** Sends it, with the warning ticked for this very proposal. */
  send: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    const form = await readForm(event, proposalForm);
    if (!form.ok) return form.failure;
    const fields = fieldsOf(form.data);
    const read = readProposal(fields);
    if (!read.ok) return refuseField(fields, read.why);
    const { version } = CURRENT_WARNING;
    if (form.data.warningRead !== '1' || form.data.warningVersion !== version) {
      return readBefore(fields, situationOf(await orNotFound(loadPlans(actor, actor.caseId))), true);
    }
    const input = { proposal: read.value, acknowledged: version };
    const command = form.commandId && { id: form.commandId, input };
    const sent = await orNotFound(proposePlan(actor, actor.caseId, input, command));
    if (sent.ok) redirect(303, `${PLANS}/${sent.value.planId}`);
    return refuse(fields, fieldOf(sent.why), sendRefusalWords(sent.why));
  }
};

type SendRefusal = ProposePlanRefusal | { readonly code: 'command_reused' };

function refuse(fields: ProposalFields, field: string, message: string) {
  return fail(400, { errors: [{ field, message }], fields });
}

function refuseField(fields: ProposalFields, refusal: ProposalFieldRefusal) {
  return refuse(fields, refusal.field, fieldWords(refusal));
}

/** The second page for these fields, or what is to be put right first. */
function readBefore(
  fields: ProposalFields,
  { context, lines, timeZone }: ReturnType<typeof situationOf>,
  isWarningMissing = false
) {
  const read = readProposal(fields);
  if (!read.ok) return refuseField(fields, read.why);
  const checked = checkProposal(read.value, context);
  if (!checked.ok) return refuse(fields, fieldOfRefusal(checked.why), refusalWords(checked.why));
  const before = beforeSending(read.value, lines, checked.value, timeZone);
  if (!isWarningMissing) return { fields, before };
  const errors = [{ field: 'warningRead', message: m.plans_warning_missing() }];
  return fail(400, { errors, fields, before, warningMissing: true });
}

function fieldOf(why: SendRefusal): string {
  const isOfRule =
    why.code !== 'acknowledgement_missing' &&
    why.code !== 'case_closed' &&
    why.code !== 'plan_already_agreed' &&
    why.code !== 'command_reused';
  return isOfRule ? fieldOfRefusal(why) : '';
}

function sendRefusalWords(why: SendRefusal): string {
  switch (why.code) {
    case 'acknowledgement_missing':
      return m.plans_warning_missing();
    case 'case_closed':
      return m.plans_new_closed();
    case 'plan_already_agreed':
      return m.plans_send_already();
    case 'command_reused':
      return m.plans_send_reused();
    default:
      return refusalWords(why);
  }
}
