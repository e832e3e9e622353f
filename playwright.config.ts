import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { defineConfig } from '@playwright/test';

// the package takes an older unpacked browser for its own when it finds one: its folder must be ours alone
const userName = process.getuid?.() ?? 'user';
process.env.TMPDIR = path.join(
  tmpdir().replace(/\/oxygene-chromium-.*$/, ''),
  `oxygene-chromium-${userName}`
);
mkdirSync(process.env.TMPDIR, { recursive: true });

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/product-global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // a browser on a busy machine may be late; a fault shows every time
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 360, height: 740 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: await chromium.executablePath(),
      // one process for everything: whatever closes one page takes the others of the same run with it
      args: chromium.args.filter((argument) => argument !== '--single-process')
    }
  }
});
