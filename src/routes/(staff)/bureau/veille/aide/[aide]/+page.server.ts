import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { openCatalogue, type Condition } from '$lib/aids';
import { conditionWords } from '$lib/aids/ui/condition-words';
import { outcomeLines } from '$lib/aids/ui/law-words';
import { m } from '$lib/i18n';
import { countClaimOutcomes, loadWatchedRight, proposeRightChange } from '$lib/server/aids';
import { guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { rightFaultWords } from '../../fault-words';
import { revisionLines } from '../../revision-view';
import type { Actions, PageServerLoad } from './$types';
import { conditionSent, withRowsEdited } from './condition-form';
import { rowsOf, type ConditionRows } from './condition-rows';
import { rightFields, typedRight } from './right-form';

/** The address of the form for an aid that is not in the catalogue yet. */
const NEW = 'nouvelle';
const NO_ROWS: ConditionRows = { join: 'all', rows: [] };
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
      condition: await conditionOf(undefined),
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
    condition: await conditionOf(right?.right.when),
    history: await revisionLines(history, event.fetch)
  };
};

/** A condition in words, as rows where it is flat, and as the catalogue writes it where it is not. */
async function conditionOf(when: Condition | undefined) {
  const { SITUATIONS } = await openCatalogue();
  const rows = rowsOf(when);
  return {
    words: when ? conditionWords(when, SITUATIONS) : null,
    rows: rows ?? NO_ROWS,
    json: rows ? '' : JSON.stringify(when, null, 2),
    situations: Object.entries(SITUATIONS).map(([value, label]) => ({ value, label }))
  };
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value.trim() : '');

export const actions: Actions = {
  /** Proposes other facts of a right, or a new one; somebody else decides. */
  propose: async (event) => {
    const actor = guardStaff(event, 'law_watch.propose');
    const form = await readForm(event, ANY_FORM);
    if (!form.ok) return form.failure;
    const { data, values } = form;
    const condition = conditionSent(data);
    if (!condition.ok) return refuseForm(values, condition.faults);
    const right = typedRight(data, condition.when);
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
  /** One row of the condition more or less; everything else stays as it was typed, and nothing is stored. */
  row: async (event) => {
    guardStaff(event, 'law_watch.propose');
    const form = await readForm(event, ANY_FORM);
    return form.ok ? { values: withRowsEdited(form.data) } : form.failure;
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
