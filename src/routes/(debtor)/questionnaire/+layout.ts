/**
 * These pages are forms: the server makes them whole, and one small script of their own (script/question-page.ts) adds what
 * a phone without network needs. The measured alternative was 51 KB of script and 40 requests for each first visit.
 */
export const csr = false;
