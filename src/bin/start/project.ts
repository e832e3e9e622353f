import path from 'node:path';

/** The folder of the project, wherever the program was called from. */
export const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');
