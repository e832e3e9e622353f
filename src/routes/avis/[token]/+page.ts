/** One tap needs no script: the page is for any phone. */
export const csr = false;
