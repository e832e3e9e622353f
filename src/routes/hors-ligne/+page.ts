/** Made once at build time and kept on the phone: shown when there is no network. Says nothing about anyone. */
export const prerender = true;
/** It must show before any script could run. */
export const csr = false;
