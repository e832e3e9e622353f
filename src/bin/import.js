/** `npm run import`, in plain JavaScript: from the build when there is one, which is ready sooner and takes less memory. */
import { loadProgram } from './start/built-program.js';

await loadProgram('import', '../import.ts');
