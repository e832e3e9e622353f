import { defineConfig } from '@playwright/test';
import { packagedChromium } from './tests/e2e/support/chromium';

export default defineConfig({
  testDir: 'tests/e2e',
  // what is compared is text, the same on every system
  snapshotPathTemplate: '{testDir}/{testFileDir}/{arg}{ext}',
  globalSetup: './tests/e2e/support/product-global-setup.ts',
  outputDir: 'test-results',
  // a page waits for its server a third of the time, which leaves two cores idle with two browsers
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // a browser on a busy machine may be late; a fault shows every time
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    // what never comes is said with its name, long before the test as a whole gives up
    actionTimeout: 30_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 360, height: 740 },
    // each page would keep what it needs without network; the files that cut the network allow it
    serviceWorkers: 'block',
    trace: 'on-first-retry',
    launchOptions: await packagedChromium()
  }
});
