import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { openDeskSession } from './person';
import { totpCode } from './test';
import { expect } from './test';

interface Account {
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

const STEP_MS = 30_000;

/** Signs a member of staff in. A code serves once: when somebody just used it, waits for the next. */
export async function signInStaff(page: Page, account: Account): Promise<void> {
  for (let tries = 0; tries < 2; tries += 1) {
    await page.goto('/bureau/connexion');
    await page.getByLabel('Votre adresse e-mail').fill(account.email);
    await page.getByLabel('Votre mot de passe').fill(account.password);
    await page.getByLabel('Le code de votre téléphone').fill(totpCode(account.totpSecret));
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.waitForLoadState();
    if (!page.url().includes('/connexion')) return;
    await page.waitForTimeout(STEP_MS - (Date.now() % STEP_MS) + 500);
  }
  throw new Error('The desk did not let in');
}

/** What a browser holds after a sign-in. */
export type HeldSession = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Signs in by the door and keeps the session, for the other tests of a spec. */
export async function keepDeskSession(
  browser: Browser,
  baseURL: string,
  account: Account
): Promise<HeldSession> {
  const context = await browser.newContext({ baseURL });
  await signInStaff(await context.newPage(), account);
  const held = await context.storageState();
  await context.close();
  return held;
}

/** A session of somebody of the desk whose sign-in is not what is tested: no wait for a code. */
export async function heldSessionOf(
  { email }: Pick<Account, 'email'>,
  baseURL: string
): Promise<HeldSession> {
  return holding(await openDeskSession(email), baseURL);
}

/** A browser that holds this secret. */
export function holding(secret: string, baseURL: string): HeldSession {
  const { hostname } = new URL(baseURL);
  const cookie = { name: 'oxygene', value: secret, domain: hostname, path: '/', expires: -1 } as const;
  return { cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' }], origins: [] };
}

/** A page of the desk with its own window. */
export interface DeskWindow {
  readonly storageState: HeldSession;
  readonly baseURL: string;
  readonly width?: number;
  readonly javaScriptEnabled?: boolean;
}

/** Opens a window on the desk, as whoever signed in. */
export function openDesk(
  browser: Browser,
  { storageState, baseURL, width = 1280, javaScriptEnabled = true }: DeskWindow
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    storageState,
    javaScriptEnabled,
    viewport: { width, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris'
  });
}

/** Nothing may be wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, `${page.url()} is too wide`).toBeLessThanOrEqual(0);
}
