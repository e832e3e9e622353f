import { COVERED_FROM } from './generated/parameters';
import { editionInForce } from './law/edition';

/** All parameters as they stand in a month (year × 12 + month - 1), in the edition in force. */
export function parametersOf(month: number): Float64Array {
  return editionInForce().parametersOf(month);
}

/** First month that can be evaluated: the health cover looks back twelve months. */
export const FIRST_MONTH = COVERED_FROM + 12;
