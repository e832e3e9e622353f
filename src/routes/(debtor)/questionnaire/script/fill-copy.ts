import { rawFieldsOf, type Entry, type FieldName } from '$lib/questionnaire';

/** Puts an answer already given into a blank copy of its question. */
export function fillCopy(form: HTMLFormElement, entry: Entry | undefined): void {
  const fields = rawFieldsOf(entry);
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    const texts = fields[control.name as FieldName] ?? [];
    if (control.type === 'radio' || control.type === 'checkbox') {
      const isSkip = control.dataset.skip !== undefined && fields.skip?.includes(control.value) === true;
      // a check box for "not answering" cannot be put back by itself, so it is only ever chosen by her
      (control as HTMLInputElement).checked =
        texts.includes(control.value) || (isSkip && control.name === 'answer');
    } else if (control.type !== 'hidden') control.value = texts[0] ?? '';
  }
}

/** Writes a hidden field of a form. */
export function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
