/** Made by the server; the script of the simulator answers on the phone once she begins. */
export const csr = false;
