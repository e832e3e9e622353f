import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { outcomeLines } from '$lib/aids/ui/law-words';
import { m } from '$lib/i18n';
import { countClaimOutcomes, loadWatchedRight, proposeRightChange } from '$lib/server/aids';
import { guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { rightFaultWords } from '../../fault-words';
import { revisionLines } from '../../revision-view';
import type { Actions, PageServerLoad } from './$types';
import { rightFields, typedRight } from './right-form';

/** The address of the form for an aid that is not in the catalogue yet. */
const NEW = 'nouvelle';
const ANY_FORM = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** One right of the catalogue: its form and its history; or the form of a new one. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  const id = event.params.aide;
  if (id === NEW)
    return {
      id,
      isNew: true,
      title: m.veille_right_new_title(),
      fields: rightFields(null),
      outcomes: [],
      history: []
    };
  const { right, history } = await orNotFound(loadWatchedRight(actor, id));
  if (!right && history.length === 0) error(404, m.veille_fault_gone());
  const [told] = await countClaimOutcomes(actor, [id]);
  return {
    id,
    isNew: false,
    outcomes: outcomeLines(told?.groups ?? null),
    title: right?.right.name ?? id,
    fields: right ? rightFields(right.right) : null,
    history: await revisionLines(history, event.fetch)
  };
};

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value.trim() : '');

export const actions: Actions = {
  /** Proposes other facts of a right, or a new one; somebody else decides. */
  propose: async (event) => {
    const actor = guardStaff(event, 'law_watch.propose');
    const form = await readForm(event, ANY_FORM);
    if (!form.ok) return form.failure;
    const { data, values } = form;
    const right = typedRight(data);
    if (!right) return refuseForm(values, [{ field: 'when', message: m.veille_fault_not_json() }]);
    const isNew = event.params.aide === NEW;
    const id = isNew ? textOf(data.id) : event.params.aide;
    const change = { id, right, isNew, from: textOf(data.from), reason: textOf(data.reason) };
    const proposed = await orNotFound(proposeRightChange(actor, change));
    if (proposed.ok) redirect(303, `/bureau/veille/changement/${proposed.value}`);
    if (proposed.why.code === 'right_unknown') error(404, m.veille_fault_gone());
    return refuseForm(
      values,
      proposed.why.faults.map((fault) => ({ field: fault.field, message: rightFaultWords(fault) }))
    );
  },
  /** Proposes to take a right out: it exists no more. */
  end: async (event) => {
    const actor = guardStaff(event, 'law_watch.propose');
    const form = await readForm(event, ANY_FORM);
    if (!form.ok) return form.failure;
    const { data, values } = form;
    const proposed = await orNotFound(
      proposeRightChange(actor, {
        id: event.params.aide,
        right: null,
        isNew: false,
        from: textOf(data.end_from),
        reason: textOf(data.end_reason)
      })
    );
    if (proposed.ok) redirect(303, `/bureau/veille/changement/${proposed.value}`);
    if (proposed.why.code === 'right_unknown') error(404, m.veille_fault_gone());
    return refuseForm(
      values,
      proposed.why.faults.map((fault) => ({ field: `end_${fault.field}`, message: rightFaultWords(fault) }))
    );
  }
};
