import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { GROUP_NAME, checkedAge, rowWords, unitWords, valueWords } from '$lib/aids/ui/law-words';
import { fullDate, m, number } from '$lib/i18n';
import {
  loadWatchedParameter,
  proposeParameterChange,
  type DatedValue,
  type WatchedParameter
} from '$lib/server/aids';
import { guardStaff, orNotFound, readForm, refuseForm, type FieldError } from '$lib/server/http';
import { faultWords, typedNumber } from '../../fault-words';
import { revisionLines } from '../../revision-view';
import type { Actions, PageServerLoad } from './$types';

const ANY_FORM = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const DECIMALS = 8;

/** One parameter: all its values, where they come from, the form to propose another, and its history. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  const found = await orNotFound(loadWatchedParameter(actor, event.params.parametre));
  if (!found.ok) error(404, m.veille_fault_gone());
  const { parameter, history } = found.value;
  const { entry, group, daysSinceChecked } = parameter;
  return {
    name: parameter.name,
    label: entry.label,
    group: GROUP_NAME[group]?.() ?? '',
    unit: unitWords(entry.unit),
    note: entry.note ?? null,
    law: entry.law,
    url: entry.url,
    age: checkedAge(daysSinceChecked),
    values: valuesOf(parameter),
    fields: fieldsOf(parameter),
    history: await revisionLines(history, event.fetch)
  };
};

function valuesOf(parameter: WatchedParameter) {
  const { current, coming, entry } = parameter;
  const stateOf = (from: string) => {
    if (coming.some((value) => value.from === from)) return m.veille_state_coming();
    return current?.from === from ? m.veille_state_in_force() : m.veille_state_past();
  };
  const values: readonly DatedValue[] = entry.values
    .map((value) => ({ from: value.from as DatedValue['from'], numbers: numbersIn(value) }))
    .sort((a, b) => b.from.localeCompare(a.from));
  return values.map(({ from, numbers }) => ({
    from: fullDate(from),
    state: stateOf(from),
    lines: numbers.map((value, row) => {
      const name = entry.rows?.[row];
      const words = valueWords(value, entry.unit);
      return name === undefined ? words : `${rowWords(name)} : ${words}`;
    })
  }));
}

function numbersIn(value: WatchedParameter['entry']['values'][number]): readonly number[] {
  return 'scale' in value ? value.scale : [value.value];
}

function fieldsOf({ current, entry: { rows, unit } }: WatchedParameter) {
  return (rows ?? [null]).map((row, place) => {
    const value = current?.numbers[place];
    const known = { unit: unitWords(unit), value: value === undefined ? '–' : number(value, DECIMALS) };
    return {
      name: `number_${place}`,
      label: row === null ? m.veille_propose_value() : m.veille_propose_value_row({ row: rowWords(row) }),
      help: m.veille_propose_value_help(known)
    };
  });
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value.trim() : '');

export const actions: Actions = {
  /** Proposes another value; somebody else decides. */
  propose: async (event) => {
    const actor = guardStaff(event, 'law_watch.propose');
    const form = await readForm(event, ANY_FORM);
    if (!form.ok) return form.failure;
    const { data } = form;
    const numbers = Object.keys(data)
      .filter((name) => name.startsWith('number_'))
      .sort((a, b) => Number(a.slice('number_'.length)) - Number(b.slice('number_'.length)))
      .map((name) => typedNumber(textOf(data[name])));
    const proposed = await orNotFound(
      proposeParameterChange(actor, {
        name: event.params.parametre,
        from: textOf(data.from),
        numbers,
        corrects: data.corrects === 'yes',
        law: textOf(data.law),
        url: textOf(data.url),
        checked: textOf(data.checked),
        reason: textOf(data.reason)
      })
    );
    if (proposed.ok) redirect(303, `/bureau/veille/changement/${proposed.value}`);
    if (proposed.why.code === 'parameter_unknown') error(404, m.veille_fault_gone());
    const errors = proposed.why.faults.flatMap(({ field, code }): FieldError[] =>
      fieldsAtFault(field, numbers).map((name) => ({ field: name, message: faultWords(code) }))
    );
    return refuseForm(form.values, errors);
  }
};

/** The boxes of a fault of the numbers: those that hold none, or the first. */
function fieldsAtFault(field: string, numbers: readonly number[]): readonly string[] {
  if (field !== 'numbers') return [field];
  const empty = numbers.flatMap((value, place) => (Number.isNaN(value) ? [`number_${place}`] : []));
  return empty.length > 0 ? empty : ['number_0'];
}
