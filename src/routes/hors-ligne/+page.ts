/**
 * Shown when there is no network, so it carries no script and says nothing about anyone. The phone keeps a copy; it
 * is not made at build time, since pages with a nonce cannot be.
 */
export const csr = false;
