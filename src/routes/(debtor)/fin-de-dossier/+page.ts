/** Plain forms do all there is to do here, so the page carries no client rendering. */
export const csr = false;
