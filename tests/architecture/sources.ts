import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project. */
export const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');

/** Files that are part of the project (or about to be): generated and ignored ones are not. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { cwd: PROJECT_DIR, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(path.join(PROJECT_DIR, file)));

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(path.join(PROJECT_DIR, file), 'utf8');
}

/** Sources of the product itself, without tests and without what it is built from. */
export const productFiles = projectFiles.filter(
  (file) => /^src\/.*\.(ts|js|svelte|css)$/.test(file) && !/\.test\.ts$/.test(file)
);
