import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { readDemonstration } from '../../../src/bin/start/demonstration-access';
import type { DemonstrationAccess } from '../../../src/lib/server/db/seed';

export { expect } from '@playwright/test';

/** Who can come in to the product under test, and its address. */
export type Demonstration = DemonstrationAccess & { readonly url: string };

/** What browser tests are given. */
interface Fixtures {
  /** The people of the demonstration portfolio. */
  demo: Demonstration;
  /** Nothing may be logged as an error by a page, nor refused by its security policy. */
  failOnPageErrors: void;
}

/** Playwright's `test`, pointed at the running product. */
export const test = base.extend<Fixtures>({
  // Playwright reads the first parameter: it must be a pattern, even when nothing is taken from it
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => {
    await use(process.env.OXYGENE_E2E_URL);
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  demo: async ({}, use) => {
    const file = process.env.OXYGENE_E2E_DEMO;
    if (!file) throw new Error('The product under test has no demonstration portfolio');
    await use(readDemonstration(path.dirname(file)));
  },
  failOnPageErrors: [
    async ({ page }, use) => {
      const errors = collectErrors(page);
      await use();
      if (errors.length > 0) throw new Error(`The page reported errors:\n${errors.join('\n')}`);
    },
    { auto: true }
  ]
});

/** The six digits an authenticator would show now. */
export function totpCode(totpSecret: string): string {
  return new TOTP({ secret: totpSecret }).generate();
}

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // a refused form answers 4xx and a cut network nothing, which browsers report: that is the test's own business
    if (
      message.type() === 'error' &&
      !/the server responded with a status of 4|ERR_INTERNET_DISCONNECTED/.test(message.text())
    ) {
      errors.push(message.text());
    }
  });
  return errors;
}
