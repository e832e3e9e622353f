/** Made by the server alone; its own small script brings answers in and keeps what cannot leave. */
export const csr = false;
