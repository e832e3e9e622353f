import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '../lib/access';
import { m, percent } from '../lib/i18n';
import { importPortfolio, importRefusalMessage, type ImportProgress } from '../lib/server/cases';
import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { useVault } from '../lib/server/platform/runtime';
import { StartupFailure } from '../lib/server/platform/startup-failure';
import { printAsJson, refusedFileReport } from './import/json-report';
import { printAsText } from './import/text-report';
import { openHouse, type House } from './start/open-house';
import { runProgram } from './start/say';

/** Nothing of the file went in. */
const NOTHING_TAKEN = 2;

await runProgram(async () => {
  const { file, isDryRun, isJson } = readCommand();
  // with --json the report alone goes to the standard output: what programs read must be nothing else
  if (isJson) console.log = console.error;
  const house = await openHouse();
  letGoOnSignal(house);
  const database = openDatabase({ url: house.runtime.appUrl, prepare: house.runtime.prepare, poolSize: 2 });
  useDatabase(database);
  useVault(makeVault(house.runtime.dataKeys));
  try {
    const result = await importPortfolio(systemActor('import'), {
      path: file,
      isDryRun,
      onProgress: showProgress
    });
    clearProgress();
    if (result.ok) {
      try {
        await (isJson ? printAsJson(result.value) : printAsText(result.value, isDryRun));
      } finally {
        result.value.close();
      }
      if (result.value.taken === 0) process.exitCode = NOTHING_TAKEN;
    } else {
      const message = importRefusalMessage(result.why, path.basename(file));
      if (isJson) await printAsJson(refusedFileReport(path.basename(file), result.why.code, message));
      else console.error(message);
      process.exitCode = NOTHING_TAKEN;
    }
  } finally {
    await database.close();
    await house.close();
  }
});

function readCommand(): { file: string; isDryRun: boolean; isJson: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } }
    });
    const [file, ...others] = positionals;
    if (!file || others.length > 0) throw new TypeError('one file');
    // npm runs scripts from the project's folder and says here where the person stands
    const from = process.env.INIT_CWD ?? process.cwd();
    return {
      file: path.resolve(from, file),
      isDryRun: values['dry-run'] ?? false,
      isJson: values.json ?? false
    };
  } catch {
    throw new StartupFailure(m.cases_import_usage());
  }
}

/** Whole batches stay: the sentence says that the same command goes on from there. */
function letGoOnSignal(house: House): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearProgress();
      console.error(m.cases_import_killed_hint());
      void house.close({ withinMs: 2_000 }).finally(() => process.exit(130));
    });
  }
}

function showProgress({ rows, bytesRead, bytesTotal }: ImportProgress): void {
  if (!process.stderr.isTTY) return;
  const share = percent(Math.min(1, bytesRead / bytesTotal));
  process.stderr.write(`\r${m.cases_import_progress({ rows: String(rows), share })}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}
