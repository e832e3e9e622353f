/** The simulator computes on the phone, so that nothing has to be sent; without JavaScript it posts its forms. */
export const csr = true;
