/** Reading and links only: no JavaScript is sent, so it opens at once on an old phone and a slow network. */
export const csr = false;
