/**
 * Keeps a question page to one meaning while she fills it: an answer lifts the way of not answering chosen before,
 * a way of not answering unticks the boxes, and "aucun" and the other boxes lift each other. What is typed is never
 * erased: the server asks which of the two she means.
 */
export function keepOneMeaning({ target: touched, currentTarget: page }: Event): void {
  if (!(page instanceof HTMLElement)) return;
  if (!(touched instanceof HTMLInputElement || touched instanceof HTMLTextAreaElement)) return;
  if (touched instanceof HTMLInputElement && isChoice(touched) && !touched.checked) return;
  const inputs = [...page.querySelectorAll('input')].filter((input) => input !== touched);
  for (const input of inputs) if (input.checked && isLiftedBy(input, touched)) lift(input);
}

const isChoice = (input: HTMLInputElement) => input.type === 'radio' || input.type === 'checkbox';

function isLiftedBy(input: HTMLInputElement, touched: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (touched.dataset.skip) return input.type === 'checkbox';
  if (input.dataset.skip) return true;
  if (input.type !== 'checkbox' || touched.type !== 'checkbox' || input.name !== touched.name) return false;
  return input.value === 'none' || touched.value === 'none';
}

function lift(input: HTMLInputElement): void {
  input.checked = false;
  // so that a component bound to it follows
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
