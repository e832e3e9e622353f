const NAME = 'oxygene-aides';

/** Answers kept on this phone, as text; null when there are none or the phone does not allow it. */
export function readFromPhone(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    // a browser may forbid storage altogether: as if nothing had been kept
    return null;
  }
}

/** Keeps answers on this phone, only after she asked; false when the phone does not allow it. */
export function keepOnPhone(kept: string): boolean {
  try {
    localStorage.setItem(NAME, kept);
    return true;
  } catch {
    // the caller tells her that it could not be kept
    return false;
  }
}

/** Erases what was kept. */
export function eraseFromPhone(): void {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // nothing can have been kept where storage is forbidden
  }
}
