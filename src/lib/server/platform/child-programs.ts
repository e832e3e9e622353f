import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { onDrain } from './shutdown';

const running = new Set<ChildProcess>();
let isHooked = false;

/** Whether a program of `src/bin` can be started beside this process: it runs in the folder of the project. */
export function canRunProgram(name: string): boolean {
  return existsSync(fileOf(name));
}

const fileOf = (name: string) => path.join(process.cwd(), 'src/bin', `${name}.ts`);

/**
 * Runs a program of `src/bin` in a process of its own, so that long work holds no request up. Rejects when it fails.
 * It is ended with this process.
 */
export function runProgramBeside(name: string, args: readonly string[]): Promise<void> {
  if (!isHooked) {
    isHooked = true;
    onDrain(() => {
      for (const child of running) child.kill('SIGTERM');
    });
  }
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=256', '--import', 'tsx', fileOf(name), ...args],
    { stdio: 'ignore' }
  );
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new Error(`${name} ended with ${signal ?? code}`));
    });
  });
}
