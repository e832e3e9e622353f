/** Made whole by the server, like the questions; a small script opens the dialogs in place. */
export const csr = false;
