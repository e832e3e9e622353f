/** One plain form with nothing to type: it works as it is, so no JavaScript is sent. */
export const csr = false;
