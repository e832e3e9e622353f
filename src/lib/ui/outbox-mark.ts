/** Says, without opening anything, that forms may wait on this phone; it holds nothing else. */
const MARK = 'oxygene-attente';

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
