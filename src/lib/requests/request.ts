/** What a person may say of a debt or of her case, apart from answering questions. None is an acknowledgement. */
export type RequestKind = 'dispute' | 'cannot_pay' | 'call_back';

/** Longest words joined to a request, in characters. */
export const MAX_REQUEST_WORDS = 3000;
