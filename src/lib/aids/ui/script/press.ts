import type { RawAnswer } from '$lib/aids';

/** The fields of a form as the simulator reads them: several values of one name joined by commas. */
export function pressOf({ currentTarget, submitter }: SubmitEvent): RawAnswer {
  const data = new FormData(currentTarget as HTMLFormElement, submitter);
  const names = [...new Set(data.keys())];
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String).join(',')]));
}

/** Whether a press is for the server: a button with its own address, such as a claim, or keeping the answers. */
export function isForServer({ submitter }: SubmitEvent): boolean {
  return !(submitter?.getAttribute('formaction') ?? '?/simulate').startsWith('?/simulate');
}
