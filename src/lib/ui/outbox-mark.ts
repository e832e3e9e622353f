/** Says, without opening anything, that forms may wait on this phone; it holds nothing else. */
const MARK = 'oxygene-attente';
/** When something that waited last left: a time, and nothing of what it was. */
const LEFT = 'oxygene-parti';

/** Whether this phone may hold forms: cheap enough to ask on each page. */
export function mayHoldForms(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    // a browser that keeps nothing holds no form either
    return false;
  }
}

/** Notes that forms wait, or that none do any more. */
export function markForms(doWait: boolean): void {
  if (doWait) localStorage.setItem(MARK, '1');
  else localStorage.removeItem(MARK);
}

/** Notes that something that waited has just left. */
export function markLeft(): void {
  try {
    localStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // a browser that keeps nothing kept no form either
  }
}

/** Whether something that waited left since an instant: a page asked for before that may show things as they were. */
export function leftSince(instant: number): boolean {
  try {
    return Number(localStorage.getItem(LEFT)) >= instant;
  } catch {
    return false;
  }
}
