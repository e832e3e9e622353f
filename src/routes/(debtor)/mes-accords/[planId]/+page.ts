/** A document, and forms that work as they are: nothing here needs JavaScript, so none is sent. */
export const csr = false;
