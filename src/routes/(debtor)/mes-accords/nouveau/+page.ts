/** Made by the server; the page's own script runs the rule as she moves, without the client of the framework. */
export const csr = false;
