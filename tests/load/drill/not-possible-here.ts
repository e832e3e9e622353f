/** A drill needs what this machine does not have or allow: `message` says what. */
export class NotPossibleHere extends Error {
  override readonly name = 'NotPossibleHere';
}
