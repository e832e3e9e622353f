export { MAX_REQUEST_WORDS, type RequestKind } from './request';
