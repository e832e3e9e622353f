/**
 * Something the person who starts the product can put right: `message` is one French sentence that says what is
 * wrong and what to do. Programs print it alone, without a stack, and exit with code 1.
 */
export class StartupFailure extends Error {
  override name = 'StartupFailure';
}

/** The system's code of an error (`EACCES`, `ENOENT`, `28P01`…), or an empty string when it carries none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The message of anything thrown, for the end of a sentence. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
