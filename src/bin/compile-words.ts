import { createHash } from 'node:crypto';
import fs, { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from './start/project';

/*
 * The words, compiled twice from one reading, which takes nearly all of the time: whole, in a file, for programs, tests and
 * the development server, which 3,000 small files would cost two seconds each; and a module a message for a build, so that a
 * page carries only what it says. Does nothing when neither the words nor the compiler changed.
 */

const PROJECT = './project.inlang';
const OUTPUTS = [
  { folder: 'src/lib/i18n/paraglide', outputStructure: 'locale-modules' },
  { folder: 'src/lib/i18n/paraglide-modules', outputStructure: 'message-modules' }
] as const;
/** Beside what was compiled: what it was compiled from. */
const STAMP = '.compiled-from';

process.chdir(PROJECT_DIR);
const source = sourceOfWords();
if (!OUTPUTS.every(({ folder }) => stampOf(folder) === source)) await compile();

async function compile(): Promise<void> {
  // loading them takes longer than finding out that there is nothing to do
  const [{ compileProject }, { loadProjectFromDirectory }] = await Promise.all([
    import('@inlang/paraglide-js'),
    import('@inlang/sdk')
  ]);
  const project = await loadProjectFromDirectory({ path: PROJECT, fs });
  // before anything is written: what stands there says by its stamp that it is whole
  const errors = await project.errors.get();
  if (errors.length > 0) throw new AggregateError(errors, 'The words cannot be compiled');
  for (const { folder, outputStructure } of OUTPUTS) {
    const files = await compileProject({
      project,
      projectPath: PROJECT,
      compilerOptions: { outputStructure, strategy: ['baseLocale'] }
    });
    writeOutput(folder, files);
  }
  await project.close();
}

function writeOutput(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(path.join(folder, STAMP), source);
}

function stampOf(folder: string): string | null {
  const file = path.join(folder, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** A name for all that decides about the output. */
function sourceOfWords(): string {
  const hash = createHash('sha256');
  const files = [
    'node_modules/@inlang/paraglide-js/package.json',
    `${PROJECT}/settings.json`,
    ...globSync('src/lib/i18n/messages/**/*.json').sort()
  ];
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
