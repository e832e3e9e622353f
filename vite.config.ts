import path from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { changedText, LIBRARY_CHANGES } from './src/bin/start/changed-libraries.ts';

const unitFiles = ['src/**/*.test.ts', 'tests/aids/**/*.test.ts', 'tests/faults/**/*.test.ts'];
/** What holds a log, keys or a queue for its process. */
const serverFiles = ['src/lib/server/**/*.test.ts', 'src/bin/**/*.test.ts'];

/**
 * The words are compiled by src/bin/compile-words.ts before a build and before tests: each part of either would do it again,
 * for seconds. The development server does it here, whenever a message changes.
 */
const WORDS = './src/lib/i18n/paraglide';
const wordsAsTheyChange = paraglideVitePlugin({
  project: './project.inlang',
  outdir: WORDS,
  outputStructure: 'locale-modules',
  strategy: ['baseLocale']
});

/**
 * With one language, each message still asks which language it is and ignores the answer; that question brings 2 KB
 * of runtime to the phone. Leaves it out. To be removed with the second language.
 */
const oneLanguage: Plugin = {
  name: 'one-language',
  transform(code, id) {
    if (!id.includes('/i18n/paraglide-modules/messages/')) return null;
    return { code: code.replace(/^\s*experimentalStaticLocale \?\? .*getLocale\(\)$/gm, ''), map: null };
  }
};

/**
 * The small scripts of pages are bundled once for the server, which only names them, and once for the phone. A component
 * inside differs between the two, so their names carry the build and not their content.
 */
const scriptNames: Plugin = {
  name: 'script-names',
  config() {
    const { OXYGENE_BUILD_DIR: folder } = process.env;
    const build = (process.env.OXYGENE_BUILD_NAME ??= folder
      ? path.parse(folder).name
      : Date.now().toString(36));
    const entryFileNames = `_app/immutable/workers/[name]-${build}.js`;
    const chunkFileNames = '_app/immutable/workers/parts/[name]-[hash].js';
    return { worker: { rollupOptions: { output: { entryFileNames, chunkFileNames } } } };
  }
};

/**
 * Libraries as they are built here, in the server's part (src/bin/start/changed-libraries.ts): nothing of it goes to a phone.
 */
const changedLibraries: readonly Plugin[] = LIBRARY_CHANGES.map(({ name, files }) => ({
  name,
  apply: 'build',
  applyToEnvironment: (environment) => environment.name === 'ssr',
  transform(code, id) {
    const changed = files.find(({ file }) => id.endsWith(`/node_modules/${file}`));
    return changed ? { code: changedText(changed, code), map: null } : null;
  }
}));

/** Where SvelteKit works, as in svelte.config.js. */
const KIT_DIR = path.resolve(process.env.OXYGENE_KIT_DIR ?? '.svelte-kit');

/** The words of a domain, `words-aids` for `aids_result_next.js`; null for what is not a message. */
const wordsOf = (id: string) => {
  const domain = /\/i18n\/paraglide-modules\/messages\/([a-z]+)_/.exec(id)?.[1];
  return domain ? `words-${domain}` : null;
};

/** What the pages that anyone may read are made of. Their styles stand in each page: those of nothing else with them. */
const OPEN_PARTS =
  'tokens|base|icons|tone|quick-exit|Brand|DataTable|Face|Fact|FactList|Footer|Hills|Icon|LinkButton|Main|NightHelp|' +
  'PageTitle|PublicFrame|QuickExit|QuickExitHelp|RowLink|Sheet|ThemeChoice|TopBar|Wash|WhyLine';

/**
 * Styles stand in each page, so that one part less in a file is one less in every page that needs any part of it: they are
 * left where the pages that use them are.
 */
const scriptOf = (part: RegExp) => (id: string) => part.test(id) && !id.includes('.svelte');

/**
 * What the phone downloads, in few files: each is a round trip on a slow network, and small files compress badly.
 * `base` is the framework, `frame` what nearly every page shows, `words-…` the words that several pages of a domain
 * share, `shared` what else a few pages have in common.
 */
const clientChunks = [
  { name: 'open', test: new RegExp(`src/lib/ui/(${OPEN_PARTS})\\.`) },
  { name: 'base', test: /node_modules|vite\/preload/, minShareCount: 6 },
  { name: 'frame', test: scriptOf(/src\/lib\/(ui|i18n|kernel)\//), minShareCount: 10 },
  { name: wordsOf, debugName: 'words', minShareCount: 2 },
  { name: 'shared', test: scriptOf(/src\/lib\/(ui|i18n|kernel)\/|node_modules/), minShareCount: 2 }
];

// a busy machine must not turn a right rule red: speed is measured by the benchmark, not here
const PATIENCE_MS = 60_000;

/** These put something in the place of a library, which a process that has loaded it already does not see. */
const filesWithStandIns = ['tests/database/entry.test.ts', 'tests/database/staff-sign-in.test.ts'];

/** Tests of use cases on a real PostgreSQL. */
const onPostgres = {
  environment: 'node',
  pool: 'threads' as const,
  deps: {
    optimizer: {
      ssr: {
        enabled: true,
        include: ['drizzle-orm', 'drizzle-orm/pg-core', 'drizzle-orm/postgres-js', 'zod', 'postgres']
      }
    }
  },
  globalSetup: ['tests/support/postgres-global-setup.ts'],
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  // minutes of argon2 and a database on two shared cores: a fault shows both times
  retry: process.env.CI ? 1 : 0,
  // one waits for a program it started, or for the database, while the others use the cores
  maxWorkers: 3
};

/** Rules touch nothing outside of themselves: threads begin faster than processes, and a machine of two cores uses both. */
const BOTH_CORES = { pool: 'threads', maxWorkers: 2 } as const;

export default defineConfig(({ command }) => ({
  plugins: [
    command === 'serve' && !process.env.VITEST && wordsAsTheyChange,
    oneLanguage,
    ...changedLibraries,
    sveltekit(),
    SvelteKitPWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      // Trusted Types refuse the registration it brings: src/lib/ui/register-service-worker.ts
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: [
          'client/manifest.webmanifest',
          'client/icons/*',
          'client/aids/*.json',
          'client/territory/*.json',
          // what the simulator of aids fetches as it goes on
          'client/_app/immutable/workers/parts/*.js'
        ],
        globIgnores: ['prerendered/**']
      },
      outDir: path.join(KIT_DIR, 'output'),
      kit: { outDir: KIT_DIR }
    }),
    scriptNames
  ],
  resolve: {
    alias:
      command === 'build'
        ? [{ find: './paraglide/messages', replacement: path.resolve(`${WORDS}-modules/messages.js`) }]
        : []
  },
  // each file of a library outside costs a start its share, drizzle-orm's thousand ways in most of all
  ssr: {
    noExternal: command === 'build' ? ['drizzle-orm', 'postgres', 'zod', 'lucia', 'otpauth', 'csv-parse'] : []
  },
  build: { target: 'es2022' },
  // the small scripts of pages that the server makes alone; one of them brings a component to life
  worker: { format: 'es', plugins: () => [oneLanguage, svelte()] },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: clientChunks } } } } }
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: unitFiles,
          exclude: serverFiles,
          testTimeout: PATIENCE_MS,
          // rules keep nothing between two questions, so files may share what they load
          isolate: false,
          ...BOTH_CORES
        }
      },
      {
        extends: true,
        test: {
          name: 'unit-server',
          environment: 'node',
          include: serverFiles,
          testTimeout: PATIENCE_MS,
          ...BOTH_CORES
        }
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: PATIENCE_MS,
          ...BOTH_CORES
        }
      },
      {
        extends: true,
        test: {
          ...onPostgres,
          name: 'database',
          include: ['tests/database/**/*.test.ts'],
          exclude: filesWithStandIns,
          // each file has a database of its own, and the process is put back to its start between two
          isolate: false,
          setupFiles: ['tests/support/fresh-process.ts']
        }
      },
      {
        extends: true,
        test: { ...onPostgres, name: 'database-alone', include: filesWithStandIns }
      }
    ]
  }
}));
