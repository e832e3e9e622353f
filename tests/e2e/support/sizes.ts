import { expect, type Page } from '@playwright/test';

const PHONE = { width: 360, height: 740 };

/** How a small phone may be set. Letters in pixels are the phone's own setting, which media queries follow too. */
const SETTINGS = [
  { name: 'as it is', ...PHONE, letters: 16, root: '' },
  { name: 'zoomed to 200 %', width: PHONE.width / 2, height: PHONE.height / 2, letters: 16, root: '' },
  { name: 'letters twice as large', ...PHONE, letters: 32, root: '' },
  { name: 'letters alone enlarged by the browser', ...PHONE, letters: 16, root: '200%' }
] as const;

/** The page as it stands scrolls sideways under no setting of a small phone. Leaves the window as it was. */
export async function expectFitsEverySize(page: Page): Promise<void> {
  const shown = page.viewportSize();
  const phone = await page.context().newCDPSession(page);
  const setLetters = (standard: number) =>
    phone.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  const tooWide: string[] = [];
  for (const { name, width, height, letters, root } of SETTINGS) {
    await page.setViewportSize({ width, height });
    await setLetters(letters);
    const beyond = await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      const overflow = document.documentElement.scrollWidth - innerWidth;
      document.documentElement.style.fontSize = '';
      return overflow;
    }, root);
    if (beyond > 0) tooWide.push(`${name}: ${beyond} px`);
  }
  await setLetters(16);
  await phone.detach();
  if (shown) await page.setViewportSize(shown);
  // the others are judged too, so that one run names them all
  expect.soft(tooWide, `${page.url()} is too wide`).toEqual([]);
}
