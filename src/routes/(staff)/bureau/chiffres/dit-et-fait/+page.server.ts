import { z } from 'zod';
import { fullDate, m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { guardStaff, readForm, refuseForm } from '$lib/server/http';
import { SHOWN_OUTCOMES, listOutcomesAtDesk, publishOutcome, withdrawOutcome } from '$lib/server/surveys';
import type { OutcomeFault } from '$lib/surveys';
import type { Actions, PageServerLoad } from './$types';

const text = z.string().default('');
const outcomeForm = z.object({ id: text, said: text, done: text, doneOn: text });
const withdrawForm = z.object({ id: text });

/** What was published, and a fresh form. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'opinions.publish');
  const outcomes = await listOutcomesAtDesk(actor);
  return {
    freshId: crypto.randomUUID() as string,
    shown: String(SHOWN_OUTCOMES),
    outcomes: outcomes.map(({ id, said, done, doneOn, publishedByName }) => ({
      id: id as string,
      said,
      done,
      by: m.surveys_desk_outcome_by({ day: fullDate(doneOn), name: publishedByName })
    }))
  };
};

export const actions: Actions = {
  /** Publishes one line. */
  publish: async (event) => {
    const actor = guardStaff(event, 'opinions.publish');
    const form = await readForm(event, outcomeForm);
    if (!form.ok) return form.failure;
    const { id: sent, ...typed } = form.data;
    const id = parseId<'outcome'>(sent);
    if (!id) return refuseForm(form.values, [{ field: '', message: m.access_field_unreadable() }]);
    const done = await publishOutcome(actor, id, typed);
    if (done.ok) return { said: m.surveys_desk_outcome_published() };
    return refuseForm(
      form.values,
      done.why.faults.map((fault) => ({ field: fault.field, message: faultWords(fault) }))
    );
  },
  /** Takes one line back. */
  withdraw: async (event) => {
    const actor = guardStaff(event, 'opinions.publish');
    const form = await readForm(event, withdrawForm);
    if (!form.ok) return form.failure;
    const id = parseId<'outcome'>(form.data.id);
    const done = id && (await withdrawOutcome(actor, id));
    if (!done?.ok) return refuseForm({}, [{ field: '', message: m.surveys_desk_outcome_gone() }]);
    return { said: m.surveys_desk_outcome_withdrawn() };
  }
};

function faultWords(fault: OutcomeFault): string {
  switch (fault.code) {
    case 'text_missing':
      return fault.field === 'said' ? m.surveys_desk_said_missing() : m.surveys_desk_done_missing();
    case 'text_too_long':
      return m.surveys_desk_text_too_long({ length: fault.length, maximum: fault.maximum });
    case 'day_missing':
      return m.surveys_desk_day_missing();
    case 'not_done_yet':
      return m.surveys_desk_not_done_yet({ day: fullDate(fault.today) });
  }
}
