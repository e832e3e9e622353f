/** One thing to correct, as the server gives it back: the id of the field, and how to put it right. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** What is to be corrected in one field: `error={errorOf(form?.errors, 'amount')}`; null when nothing is. */
export function errorOf(errors: readonly FormError[] | undefined, field: string): string | null {
  return errors?.find((error) => error.field === field)?.message ?? null;
}

/** What was typed in one field of a refused form, to show it again; the given start otherwise. */
export function typedIn(
  values: Readonly<Record<string, string | string[]>> | undefined,
  field: string,
  start = ''
): string {
  const value = values?.[field];
  return typeof value === 'string' ? value : start;
}
