/**
 * `npm start`. In plain JavaScript: what is built needs no translation, and to load the translator costs a start two
 * seconds. From the build, the whole start program is one file; without a build it runs from its sources, and builds.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceHash } from './start/source-hash.js';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');

process.chdir(PROJECT_DIR);
const sources = sourceHash(PROJECT_DIR);
const build = path.join(PROJECT_DIR, '.builds', sources);
const program = path.join(build, 'start/launch.js');
// written last: without it the build was cut off
const isBuilt = existsSync(path.join(build, '.sources')) && existsSync(program);
if (!isBuilt) (await import('tsx/esm/api')).register();
/** @type {typeof import('./start/launch')} */
const { launch } = await import(isBuilt ? pathToFileURL(program).href : './start/launch.ts');
await launch(sources);
