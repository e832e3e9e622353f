/**
 * Shown when there is no network, so it says nothing about anyone and its script only waits for the network. The phone keeps
 * a copy of both; it is not made at build time, since pages with a nonce cannot be.
 */
export const csr = false;
