/**
 * Takes every screen of the running demonstration: `npm run screenshots -- [--only TEXT] [--demo FILE]`.
 * Debtor and public screens at 360 px by day and by night, desk screens at 1280 px (and 360 px, with `-narrow`), into
 * docs/screenshots/. `--demo` names the demo.json of a product that runs already; else one is started.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from './support/chromium';
import { totpCode, type Demonstration } from './support/test';
import { startProduct } from './support/start-product';
import { DEBTOR_SCREENS, DESK_SCREENS, PUBLIC_SCREENS, type Screen } from './support/screens';

const FOLDER = 'docs/screenshots';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 860 };
/** A page longer than this is cut: nobody reads a picture of ten screens. */
const LONGEST = 2_600;

const { values } = parseArgs({ options: { only: { type: 'string' }, demo: { type: 'string' } } });
const product = values.demo ? null : await startProduct();
const demoFile = values.demo ?? path.join(product!.dataDir, 'demo.json');
const demo = JSON.parse(readFileSync(demoFile, 'utf8')) as Demonstration;
mkdirSync(FOLDER, { recursive: true });
const browser = await launchChromium();
try {
  const debtor = await signedIn(browser, signInDebtor);
  const referent = await signedIn(browser, (page) => signInStaff(page, demo.referent));
  const supervisor = await signedIn(browser, (page) => signInStaff(page, demo.supervisor));
  for (const theme of ['light', 'dark'] as const) {
    const suffix = theme === 'light' ? 'day' : 'night';
    await take(undefined, PUBLIC_SCREENS, { theme, size: PHONE, prefix: 'public', suffix });
    await take(debtor, DEBTOR_SCREENS, { theme, size: PHONE, prefix: 'phone', suffix });
    for (const [who, state] of [
      ['referent', referent],
      ['supervisor', supervisor]
    ] as const) {
      const screens = DESK_SCREENS.filter((screen) => screen.who === who);
      await take(state, screens, { theme, size: DESK, prefix: 'desk', suffix });
      if (theme === 'light')
        await take(state, screens, { theme, size: PHONE, prefix: 'desk', suffix: 'narrow' });
    }
  }
} finally {
  await browser.close();
  await product?.remove();
}

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

async function signedIn(from: Browser, signIn: (page: Page) => Promise<void>): Promise<State> {
  const context = await from.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await signIn(page);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function signInDebtor(page: Page): Promise<void> {
  const { link, birthDate, postcode } = demo.debtor;
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.goto(link);
  await page.locator('main form button').first().click();
  await page.getByLabel('Jour').fill(day);
  await page.getByLabel('Mois').fill(month);
  await page.getByLabel('Année').fill(year);
  await page.locator('[name=postcode]').fill(postcode);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/(accueil|entrer\/me-joindre)/);
}

async function signInStaff(
  page: Page,
  { email, password, totpSecret }: Demonstration['referent']
): Promise<void> {
  await page.goto(`${demo.url}/bureau/connexion`);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=code]').fill(totpCode(totpSecret));
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/bureau\/(?!connexion)/);
}

interface Shot {
  readonly theme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
  readonly prefix: string;
  readonly suffix: string;
}

async function take(state: State | undefined, screens: readonly Screen[], shot: Shot): Promise<void> {
  const context = await browser.newContext({
    storageState: state,
    viewport: shot.size,
    colorScheme: shot.theme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce'
  });
  const page = await context.newPage();
  for (const screen of screens) {
    const name = `${shot.prefix}-${screen.name}-${shot.suffix}`;
    if (values.only && !name.includes(values.only)) continue;
    console.log(await photograph(page, screen, name, shot.size));
  }
  await context.close();
}

/**
 * Opens a screen and takes it in a window as high as the page, so that what sticks to the bottom is there; a screen
 * shown in the README, in the window as it is. Says what is wrong: another answer than 200, a page wider than its window.
 */
async function photograph(page: Page, screen: Screen, name: string, size: Shot['size']): Promise<string> {
  await page.setViewportSize(size);
  const response = await page.goto(`${demo.url}${screen.path}`, { waitUntil: 'load' });
  if (screen.reach) await screen.reach(page);
  const { height, isWide } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    isWide: document.documentElement.scrollWidth > innerWidth
  }));
  if (!screen.isInReadme) {
    await page.setViewportSize({
      width: size.width,
      height: Math.min(Math.max(height, size.height), LONGEST)
    });
  }
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  const status = response?.status() ?? 0;
  return [name, status === 200 ? '' : `answered ${status}`, isWide ? 'SCROLLS SIDEWAYS' : '']
    .join('  ')
    .trimEnd();
}
