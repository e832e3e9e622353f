/** What a visitor sets with one press, and typing does not. */
const TOUCHABLE = 'details, select, input[type=checkbox], input[type=radio]';

type Touchable = HTMLDetailsElement | HTMLSelectElement | HTMLInputElement;

/**
 * Remembers what stands open, ticked and chosen on a page whose scripts have just come. As they wake the page up they put
 * back what the server wrote, and what somebody did meanwhile, on a slow network, would be undone under her finger. The
 * function it gives back puts all that as it was, and tells the page of it as if it had been pressed then.
 */
export function rememberTouched(page: ParentNode): () => void {
  const before = [...page.querySelectorAll<Touchable>(TOUCHABLE)].map((one) => [one, stateOf(one)] as const);
  return () => {
    const undone = before.filter(([one, state]) => stateOf(one) !== state);
    // all of them first: one radio button given back takes another away
    for (const [one, state] of undone) giveBack(one, state);
    for (const [one] of undone) {
      if (!(one instanceof HTMLDetailsElement)) one.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}

function stateOf(one: Touchable): boolean | number {
  if (one instanceof HTMLDetailsElement) return one.open;
  return one instanceof HTMLSelectElement ? one.selectedIndex : one.checked;
}

function giveBack(one: Touchable, state: boolean | number): void {
  if (one instanceof HTMLDetailsElement) one.open = state as boolean;
  else if (one instanceof HTMLSelectElement) one.selectedIndex = state as number;
  else one.checked = state as boolean;
}
