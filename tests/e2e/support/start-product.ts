import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');

/** The product, running for a test as it does for its users. */
export interface RunningProduct {
  readonly url: string;
  readonly dataDir: string;
  /** What the program printed so far. */
  output(): string;
  readonly process: ChildProcess;
  /** Sends SIGTERM and answers the exit code. */
  stop(): Promise<number | null>;
  /** Stops it if need be, and removes its data. */
  remove(): Promise<void>;
}

/** How a test departs from the ordinary start. */
export interface StartOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly environment?: NodeJS.ProcessEnv;
}

/** An empty data folder that the user postgres may enter, as `npm start` would make it. */
export function makeDataFolder(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'oxygene-e2e-'));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** A port nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Runs the start program until it ends: for starts that must fail. */
export async function startAndEnd(options: StartOptions): Promise<{ code: number | null; output: string }> {
  const { child, output } = await launch(options);
  return { code: await ended(child), output: output() };
}

/** Starts the product and waits until it says that it is ready. Building, if needed, is part of it. */
export async function startProduct(options: StartOptions = {}): Promise<RunningProduct> {
  const { child, output, url, dataDir } = await launch(options);
  const exit = ended(child);
  await waitUntilReady(output, exit);
  const stop = async () => {
    child.kill('SIGTERM');
    return exit;
  };
  return {
    url,
    dataDir,
    output,
    process: child,
    stop,
    async remove() {
      await stop();
      removeDataFolder(dataDir);
    }
  };
}

/** Removes a data folder, and the cluster when it had to be placed elsewhere. */
export function removeDataFolder(dataDir: string): void {
  const pointer = path.join(dataDir, 'postgres-elsewhere');
  if (existsSync(pointer))
    rmSync(path.dirname(readFileSync(pointer, 'utf8')), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

async function launch({ dataDir = makeDataFolder(), port, environment = {} }: StartOptions) {
  const chosen = port ?? (await freePort());
  let printed = '';
  const child = spawn(process.execPath, ['src/bin/start.js'], {
    cwd: PROJECT_DIR,
    env: { ...inherited(), PORT: String(chosen), DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  return { child, output: () => printed, url: `http://localhost:${chosen}`, dataDir };
}

/** The environment of the test run, without settings of the product and without what vitest adds to it. */
function inherited(): NodeJS.ProcessEnv {
  const own =
    /^(PORT|HOST|ORIGIN|DATA_|DATABASE_|SMTP_|OXYGENE_|NODE_ENV|VITEST|TEST|DEV|PROD|MODE|SSR|BASE_URL)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

async function waitUntilReady(output: () => string, exit: Promise<number | null>): Promise<void> {
  let code: number | null | undefined;
  void exit.then((value) => (code = value));
  const giveUpAt = Date.now() + 300_000;
  while (!output().includes('Oxygène est prêt')) {
    if (code !== undefined) throw new Error(`The product did not start (code ${code}):\n${output()}`);
    if (Date.now() > giveUpAt) throw new Error(`The product is not ready after five minutes:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
