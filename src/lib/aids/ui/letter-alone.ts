/**
 * A letter is printed without what stands around it: it goes to a body. A class on what holds the page says so, since
 * the browsers of old phones do not know `:has`; the server sets it, or the phone that writes the letter itself.
 */
export const LETTER_ALONE = 'letter-alone';

/** Whether what the server answered to a press shows a letter. */
export function showsLetter(form: unknown): boolean {
  const { view } = (form ?? {}) as { readonly view?: { readonly kind?: string } };
  return view?.kind === 'letter';
}

/** Prints the page of this phone without what stands around the letter, until the answer is called. */
export function printLetterAlone(): () => void {
  const { classList } = document.documentElement;
  classList.add(LETTER_ALONE);
  return () => classList.remove(LETTER_ALONE);
}

/** Takes away what the server had set: from now on this phone makes the views. */
export function forgetServedLetter(): void {
  for (const one of document.querySelectorAll(`.${LETTER_ALONE}`)) one.classList.remove(LETTER_ALONE);
}
