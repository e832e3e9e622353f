import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What the build reads. */
const SOURCES = [
  'src',
  'static',
  'project.inlang/settings.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts'
];

/** What changes without changing a build: other programs, tests, and what is generated from the rest. */
const LEFT_OUT =
  /^(src\/(bin\/(?!start\b|import\b).+|lib\/i18n\/paraglide(-modules)?|lib\/aids\/generated)|static\/aids)(\/|$)|\.test\.ts$/;

/**
 * A name for the content of everything the build reads: the same sources, whenever and wherever, the same name.
 *
 * @param {string} projectDir
 * @returns {string} sixteen hexadecimal digits
 */
export function sourceHash(projectDir) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesUnder(projectDir, source)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectDir, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} projectDir
 * @param {string} source a file or a folder, from the project
 * @returns {string[]} the files in it, from the project
 */
function filesUnder(projectDir, source) {
  const place = path.join(projectDir, source);
  if (LEFT_OUT.test(source) || !existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [source];
  return readdirSync(place).flatMap((name) => filesUnder(projectDir, `${source}/${name}`));
}
