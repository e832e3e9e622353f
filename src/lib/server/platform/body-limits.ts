/** What an ordinary request may carry: forms, messages. Beyond it, reading would only break in the middle. */
export const MAX_BODY_BYTES = 512 * 1024;

/** What the portfolio upload may carry: more than a million rows of a creditor's file, and the form around it. */
export const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;
