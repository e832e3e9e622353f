import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const unitFiles = ['src/**/*.test.ts', 'tests/aids/**/*.test.ts'];

/**
 * With one language, each message still asks which language it is and ignores the answer; that question brings 2 KB
 * of runtime to the phone. Leaves it out. To be removed with the second language.
 */
const oneLanguage: Plugin = {
  name: 'one-language',
  transform(code, id) {
    if (!id.includes('/i18n/paraglide/messages/')) return null;
    return { code: code.replace(/^\s*experimentalStaticLocale \?\? .*getLocale\(\)$/gm, ''), map: null };
  }
};

/**
 * What the phone downloads, in few files: each is a round trip on a slow network, and small files compress badly.
 * `base` is the framework, `frame` what nearly every page shows, `shared` what a few pages have in common.
 */
const clientChunks = [
  { name: 'base', test: /node_modules|vite\/preload/, minShareCount: 6 },
  { name: 'frame', test: /src\/lib\/(ui|i18n|kernel)\//, minShareCount: 10 },
  { name: 'shared', test: /src\/lib\/(ui|i18n|kernel)\/|node_modules/, minShareCount: 2 }
];

// a busy machine must not turn a right rule red: speed is measured by the benchmark, not here
const PATIENCE_MS = 60_000;

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/i18n/paraglide',
      strategy: ['baseLocale']
    }),
    oneLanguage,
    sveltekit()
  ],
  build: { target: 'es2022' },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: clientChunks } } } } }
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: unitFiles, testTimeout: PATIENCE_MS }
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: PATIENCE_MS
        }
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-global-setup.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          // minutes of argon2 and a database on two shared cores: a fault shows both times
          retry: process.env.CI ? 1 : 0,
          maxWorkers: 2
        }
      }
    ]
  }
});
