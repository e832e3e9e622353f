/** Where the quick exit leads: a page anybody might have open. */
export const NEUTRAL_PAGE = 'https://meteofrance.com/';

const PRESSES = 3;
const WITHIN_MS = 2000;

/** Leaves at once; "back" does not return. */
export function leaveQuickly(event?: Event): void {
  event?.preventDefault();
  // a slow network would leave the page in sight
  document.documentElement.hidden = true;
  location.replace(NEUTRAL_PAGE);
}

/** Listens to keys: Shift pressed three times within two seconds calls `leave`. */
export function shiftThrice(leave: () => void): (event: KeyboardEvent) => void {
  let presses: number[] = [];
  return (event) => {
    if (event.key !== 'Shift') presses = [];
    else if (!event.repeat) {
      presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
      if (presses.length >= PRESSES) leave();
    }
  };
}

/** The same for a page without client rendering: its exit, whenever one is there, and the keys. */
export function listenToQuickExit(): void {
  const countShift = shiftThrice(leaveQuickly);
  addEventListener('keydown', (event) => {
    if (document.querySelector('.exit')) countShift(event);
  });
  addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('.exit')) leaveQuickly(event);
  });
}
