import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** How many checks or tests of a step passed and failed. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One step of the whole test: an npm script or a tool, and where its report goes when it has one. */
interface Step {
  readonly title: string;
  readonly command: readonly string[];
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Count };
}

const PROJECT_DIR = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(PROJECT_DIR, 'test-results');

const generated: Step = { title: 'generated code', command: ['npm', 'run', '-s', 'prepare'] };
// a clean checkout has just been installed, which made it all
const isJustInstalled = Boolean(process.env.CI);
// one of these leaves a core idle for most of its time
const lanes: Step[][] = [
  [script('lint, no warning allowed', 'lint'), script('format', 'format:check')],
  // the build writes anew what the first step generated, so types are read before it
  [script('types', 'types'), script('build', 'build')]
];
const steps: Step[] = [
  vitest('unit and architecture tests', ['unit*', 'architecture'], 'unit'),
  // their programs start from the build, in a tenth of the time
  vitest('database tests', ['database*'], 'database'),
  {
    title: 'browser tests',
    command: ['npx', 'playwright', 'test'],
    report: { file: path.join(REPORTS, 'e2e.json'), read: readPlaywright }
  }
];

const counts = [
  ...(isJustInstalled ? [] : [await runStep(generated)]),
  ...(await Promise.all(lanes.map(inTurn))).flat(),
  ...(await inTurn(steps))
];
const total = counts.reduce((sum, count) => ({
  passed: sum.passed + count.passed,
  failed: sum.failed + count.failed
}));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function inTurn(list: readonly Step[]): Promise<Count[]> {
  const counts: Count[] = [];
  for (const step of list) counts.push(await runStep(step));
  return counts;
}

function script(title: string, name: string): Step {
  return { title, command: ['npm', 'run', '-s', name] };
}

function vitest(title: string, projects: string[], name: string): Step {
  const file = path.join(REPORTS, `${name}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    title,
    command: ['npx', 'vitest', 'run', ...chosen, ...reporters],
    report: { file, read: readVitest }
  };
}

async function runStep({ title, command, report }: Step): Promise<Count> {
  console.log(`\n=== ${title}`);
  // playwright empties its output folder, so a report is read before the next step begins
  mkdirSync(REPORTS, { recursive: true });
  if (report) rmSync(report.file, { force: true });
  const startedAt = Date.now();
  const code = await run(command);
  const counted =
    report && existsSync(report.file) ? report.read(JSON.parse(readFileSync(report.file, 'utf8'))) : null;
  const count = soundCount(counted, code);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `=== ${title}: ${count.failed === 0 ? 'ok' : 'FAILED'} (${count.passed} passed, ${count.failed} failed, ${seconds} s)`
  );
  return count;
}

/** A step that ends badly without naming a failed test (a file that does not load, a set-up) counts as one failure. */
function soundCount(counted: Count | null, code: number): Count {
  if (code === 0) return counted ?? { passed: 1, failed: 0 };
  return { passed: counted?.passed ?? 0, failed: Math.max(counted?.failed ?? 0, 1) };
}

function run([program = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT_DIR,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
        NO_COLOR: process.stdout.isTTY ? undefined : '1'
      }
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readVitest(json: unknown): Count {
  const { numPassedTests, numFailedTests } = json as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

function readPlaywright(json: unknown): Count {
  const { stats } = json as { stats: { expected: number; flaky: number; unexpected: number } };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
