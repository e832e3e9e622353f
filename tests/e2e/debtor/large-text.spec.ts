import type { Page } from '@playwright/test';
import { makePerson, signIn } from '../support/person';
import { DEBTOR_SCREENS, PUBLIC_SCREENS } from '../support/screens';
import { expect, test } from '../support/test';

const PHONE = { width: 360, height: 740 };

/** Letters twice as large, as the phone's own setting makes them: what is laid out in `em` follows. */
async function doubleLetters(page: Page) {
  const phone = await page.context().newCDPSession(page);
  await phone.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

for (const [zoom, prepare] of [
  ['letters twice as large', doubleLetters],
  ['400 % on a small window', (page: Page) => page.setViewportSize({ width: 180, height: 370 })]
] as const) {
  test(`no screen of a person scrolls sideways: ${zoom}`, async ({ page, context }) => {
    test.slow();
    await page.setViewportSize(PHONE);
    await prepare(page);
    await signIn(context, await makePerson({ counter: true, signalWords: 'C’est noté.' }));
    for (const { path, reach } of [...DEBTOR_SCREENS, ...PUBLIC_SCREENS.filter(isOpen)]) {
      await page.goto(path);
      await reach?.(page);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(beyond, `${page.url()} is too wide`).toBeLessThanOrEqual(0);
    }
  });
}

/** Whoever is in already is led away from the other doors, and a page that is not there answers 404. */
function isOpen({ name }: { readonly name: string }): boolean {
  return !['nothing-here', 'offline', 'desk-door'].includes(name);
}
