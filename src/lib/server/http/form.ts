import { error, fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { m } from '$lib/i18n';
import { parseId, type CommandId, type Refusal, type Result } from '$lib/kernel';
import { NotYours } from '../db';

/** One line of an error summary: the field it is about (its `id`), and how to put it right, in words. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What a refused form gives back to its page: what is to correct, and what was typed, untouched. */
export interface RefusedForm {
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, string | string[]>>;
}

/** A form that could be read: its data, the id of the command, and what was typed. */
export interface ReadForm<T> {
  readonly ok: true;
  readonly data: T;
  /** Made by the page or the phone; undefined when the form carries none. */
  readonly commandId: CommandId | undefined;
  readonly values: RefusedForm['values'];
}

/** Name of the hidden field that carries the id of the command. */
export const COMMAND_FIELD = 'command';

const MAX_FORM_BYTES = 256 * 1024;

/**
 * Reads a form with a zod schema. Messages of the schema are shown as they are, so they are French sentences; where it has
 * none, one sentence stands for all. Fields repeated in the form arrive as arrays; files and unknown fields are left out.
 * A body over 256 KB answers 413.
 */
export async function readForm<S extends z.ZodType>(
  event: RequestEvent,
  schema: S
): Promise<ReadForm<z.output<S>> | { readonly ok: false; readonly failure: ActionFailure<RefusedForm> }> {
  const length = Number(event.request.headers.get('content-length') ?? 0);
  if (length > MAX_FORM_BYTES) error(413, 'Cet envoi est trop lourd.');
  const values = textFields(await formDataOf(event));
  // where a schema is silent, the library would answer in its own words
  const parsed = schema.safeParse(values, { error: () => m.access_field_unreadable() });
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      message: issue.message
    }));
    return { ok: false, failure: fail(400, { errors, values }) };
  }
  const raw = values[COMMAND_FIELD];
  const commandId = typeof raw === 'string' ? (parseId<'command'>(raw) ?? undefined) : undefined;
  return { ok: true, data: parsed.data, commandId, values };
}

/** Gives a form back with errors found after reading it (a use case refused). */
export function refuseForm(
  values: RefusedForm['values'],
  errors: readonly FieldError[],
  status = 400
): ActionFailure<RefusedForm> {
  return fail(status, { errors, values });
}

/**
 * Runs a use case for a page: a case that is not the actor's answers 404, like one that does not exist.
 */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof NotYours) error(404, 'Cette page n’existe pas, ou plus.');
    throw cause;
  }
}

/** The value of a Result that a page cannot do without; a refusal answers 404. */
export async function valueOrNotFound<T>(work: Promise<Result<T, Refusal>>): Promise<T> {
  const result = await orNotFound(work);
  if (!result.ok) error(404, 'Cette page n’existe pas, ou plus.');
  return result.value;
}

/** The fields of a form; a body that is none, or is cut, answers 400: it is no fault of ours. */
export async function formDataOf({ request }: Pick<RequestEvent, 'request'>): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    if (cause instanceof TypeError) error(400, m.access_body_unreadable());
    throw cause;
  }
}

function textFields(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((entry): entry is string => typeof entry === 'string');
    const kept = texts.map((text) => text.replaceAll('\u0000', ''));
    if (kept.length === 1) values[name] = kept[0]!;
    else if (kept.length > 1) values[name] = kept;
  }
  return values;
}
