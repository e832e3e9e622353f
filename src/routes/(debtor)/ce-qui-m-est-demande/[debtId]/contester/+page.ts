/** One field and one button: the plain form keeps what was typed, so the page carries no client rendering. */
export const csr = false;
