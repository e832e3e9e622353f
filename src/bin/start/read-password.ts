import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StartupFailure } from '../../lib/server/platform/startup-failure';

/**
 * A password typed at the terminal, without showing it, or the first line of the standard input when it is no
 * terminal. Never an argument: arguments are seen by everyone on the machine.
 */
export async function readPassword(question: string): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  if (isTerminal) process.stderr.write(`${question} `);
  try {
    for await (const line of lines) {
      if (isTerminal) process.stderr.write('\n');
      return line;
    }
  } finally {
    lines.close();
  }
  throw new StartupFailure('Aucun mot de passe n’a été donné.');
}
