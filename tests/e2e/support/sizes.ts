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
    const beyond = await page.evaluate(whatSticksOut, root);
    if (beyond) tooWide.push(`${name}: ${beyond}`);
  }
  await setLetters(16);
  await phone.detach();
  if (shown) await page.setViewportSize(shown);
  // the others are judged too, so that one run names them all
  expect.soft(tooWide, `${page.url()} is too wide`).toEqual([]);
}

/** How far the page scrolls sideways with letters of this size, and its innermost parts that stick out; null when not. */
function whatSticksOut(size: string): string | null {
  const page = document.documentElement;
  page.style.fontSize = size;
  const overflow = page.scrollWidth - innerWidth;
  const sticksOut = (element: Element) => {
    const inside = document.createRange();
    inside.selectNodeContents(element);
    return [element, inside].some((one) => one.getBoundingClientRect().right > innerWidth + 0.5);
  };
  const parts = [...document.body.querySelectorAll('*')]
    .filter((element) => sticksOut(element) && ![...element.children].some(sticksOut))
    .map(
      ({ tagName, className, textContent }) => `${tagName}.${className} ${textContent.trim().slice(0, 30)}`
    );
  page.style.fontSize = '';
  return overflow > 0 ? `${overflow} px, ${parts.slice(0, 4).join('; ')}` : null;
}
