import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../e2e/support/start-product';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');

/** A server under measure. */
export interface MeasuredServer {
  readonly url: string;
  readonly pid: number;
}

/** The core of the server under measure, and the one of all others: what asks, and PostgreSQL. */
export const CORES = { measured: 0, others: 1 } as const;

/**
 * Keeps all threads of a process on one core, where the system can. Answers whether it could. A process born of it later
 * stays there too.
 */
export function pinToCore(pid: number, core: number): boolean {
  try {
    execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The processes of a PostgreSQL, from one of its sessions: the first of them all, and those born of it. */
export function processesOfPostgres(session: number): number[] {
  const first = parentOf(session);
  const others = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && parentOf(Number(name)) === first
  );
  return [first, ...others.map(Number)];
}

/** 0 for a process that is gone. */
function parentOf(pid: number): number {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return 0;
  }
}

/** Processor time a process used so far, all its threads, in milliseconds; the kernel counts nanoseconds. */
export function cpuMs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0])
  );
  return nanoseconds.reduce((sum, used) => sum + used, 0) / 1e6;
}

/** What the system says of a process, from its state on: the name before it, in brackets, may hold spaces. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Builds the one-page application and serves it with the product's own web server and compression. */
export async function startBareApp(): Promise<MeasuredServer & { stop(): void }> {
  const out = path.join(PROJECT_DIR, 'test-results/bare-app');
  execFileSync(
    process.execPath,
    [path.join(PROJECT_DIR, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: path.join(PROJECT_DIR, 'tests/load/bare-app'),
      env: { ...process.env, BARE_APP_OUT: out, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'ignore']
    }
  );
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/load/bench/serve-bare-app.ts', out], {
    cwd: PROJECT_DIR,
    env: { ...process.env, PORT: String(port), ORIGIN: '', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  await firstLine(child);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => void child.kill() };
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('close', (code) => reject(new Error(`The bare application ended with code ${code}`)));
  });
}
