/** `npm start`, in plain JavaScript: what is built needs no translation. Without a build it runs from its sources, and builds. */
import { setFlagsFromString } from 'node:v8';
import { PROJECT_DIR, loadProgram } from './start/built-program.js';

// nearly nothing outlives a request: waking four helpers for each young collection costs more than they carry
setFlagsFromString('--no-parallel-scavenge');
process.chdir(PROJECT_DIR);
const { program, sources } = await loadProgram('launch', 'launch.ts');
const { launch } = /** @type {typeof import('./start/launch')} */ (program);
await launch(sources);
