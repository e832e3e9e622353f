import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceHash } from './source-hash.js';

/** The folder of the project. */
export const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');

/**
 * Loads a program from the build of the present sources, where it needs no translator, which costs a start two seconds;
 * from its sources without such a build.
 *
 * @param {string} name the file in the build, without `.js`
 * @param {string} source the file of the sources, from this folder
 * @returns {Promise<{ program: unknown, sources: string }>} the module, and the name of the present sources
 */
export async function loadProgram(name, source) {
  const sources = sourceHash(PROJECT_DIR);
  const build = path.join(PROJECT_DIR, '.builds', sources);
  const built = path.join(build, `start/${name}.js`);
  // written last: without it the build was cut off
  const isBuilt = existsSync(path.join(build, '.sources')) && existsSync(built);
  if (!isBuilt) (await import('tsx/esm/api')).register();
  const file = isBuilt ? built : path.resolve(import.meta.dirname, source);
  return { program: await import(pathToFileURL(file).href), sources };
}
