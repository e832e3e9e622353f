/** Blank copies of the questions, the same for everyone: a phone keeps them for when there is no network. No script. */
export const csr = false;
