/** The doors carry no JavaScript at all: they open at once on an old phone and a slow network. */
export const csr = false;
