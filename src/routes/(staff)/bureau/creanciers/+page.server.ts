import { z } from 'zod';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { euros, m, number, plural, shortInstant } from '$lib/i18n';
import { parseId, type Id } from '$lib/kernel';
import { guardStaff, readForm, refuseForm } from '$lib/server/http';
import {
  listCreditorsToTell,
  passProposalsOn,
  setTellsProposals,
  type CreditorToTell
} from '$lib/server/plans';
import type { Actions, PageServerLoad } from './$types';
import { termsOf } from './notice-words';

const SHOWN = 50;
const passForm = z.object({ creditor: z.string().default(''), notices: z.string().default('') });
const settingForm = z.object({ creditor: z.string().default(''), tells: z.string().default('') });

/** Each creditor: whether it is told of proposals, and those it is to be told of. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'team.creditors');
  return { creditors: (await listCreditorsToTell(actor)).map(creditorView) };
};

export const actions: Actions = {
  /** The creditor was told of what the page showed. */
  pass: async (event) => {
    const actor = guardStaff(event, 'team.creditors');
    const form = await readForm(event, passForm);
    if (!form.ok) return form.failure;
    const creditorId = parseId<'creditor'>(form.data.creditor);
    const ids = idsIn(form.data.notices);
    if (!creditorId || ids.length === 0) {
      return refuseForm(form.values, [{ field: '', message: m.backoffice_creditors_unknown() }]);
    }
    const count = await passProposalsOn(actor, { creditorId, ids });
    const words = plural(count, m.backoffice_creditors_passed_one, m.backoffice_creditors_passed_other);
    return { said: words({ count: number(count) }) };
  },
  /** Tells a creditor of proposals, or no longer. */
  setting: async (event) => {
    const actor = guardStaff(event, 'team.creditors');
    const form = await readForm(event, settingForm);
    if (!form.ok) return form.failure;
    const creditorId = parseId<'creditor'>(form.data.creditor);
    const changed = creditorId && (await setTellsProposals(actor, creditorId, form.data.tells === 'yes'));
    if (!changed?.ok)
      return refuseForm(form.values, [{ field: '', message: m.backoffice_creditors_unknown() }]);
    return { said: m.backoffice_creditors_setting_saved() };
  }
};

/** The proposals a form names; what is no id names nothing. */
function idsIn(text: string): Id<'notice'>[] {
  return text.split(' ').flatMap((one) => parseId<'notice'>(one) ?? []);
}

function creditorView({ id, name, tellsProposals, waiting }: CreditorToTell) {
  const shown = waiting.slice(0, SHOWN);
  return {
    id: id as string,
    name,
    tellsProposals,
    count: plural(
      waiting.length,
      m.backoffice_creditors_waiting_one,
      m.backoffice_creditors_waiting_other
    )({ count: number(waiting.length) }),
    /** All that waited when the page was made, as its file holds it: what is passed on is named, never "up to". */
    named: waiting.map((notice) => notice.id).join(' '),
    isMore: waiting.length > SHOWN,
    notices: shown.map((notice) => ({
      id: notice.id as string,
      caseId: notice.caseId as string,
      reference: notice.reference,
      receivedAt: shortInstant(notice.receivedAt, DESK_ZONE),
      owed: euros(notice.owedCents),
      terms: termsOf(notice)
    }))
  };
}
