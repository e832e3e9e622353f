/** There is nothing to do here but read, so the page carries no client rendering. */
export const csr = false;
