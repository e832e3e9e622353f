/** No-break space: before €, %, : and », after «, between a number and its month. */
export const NBSP = '\u00a0';

/** Narrow no-break space: in thousands, around the h of an hour, before ; ? and !. */
export const NNBSP = '\u202f';
