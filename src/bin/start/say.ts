import { StartupFailure } from '../../lib/server/platform/startup-failure';

/** Writes a line for the person at the terminal. */
export function say(line = ''): void {
  console.log(line);
}

/**
 * Runs a program: a failure somebody can put right is told in its own sentence, anything else with where it happened.
 * Both exit with code 1.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    // by name: the built application throws its own copy of the class
    const isForPeople = error instanceof StartupFailure || (error as Error | null)?.name === 'StartupFailure';
    console.error(isForPeople ? (error as Error).message : error);
    process.exit(1);
  }
}
