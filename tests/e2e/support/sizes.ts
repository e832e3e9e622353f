import { expect, type CDPSession, type Page } from '@playwright/test';

const PHONE = { width: 360, height: 740 };

/** How a small phone may be set. Letters in pixels are the phone's own setting, which media queries follow too. */
const SETTINGS = [
  { name: 'as it is', ...PHONE, letters: 16, root: '' },
  { name: 'zoomed to 200 %', width: PHONE.width / 2, height: PHONE.height / 2, letters: 16, root: '' },
  { name: 'letters twice as large', ...PHONE, letters: 32, root: '' },
  { name: 'letters alone enlarged by the browser', ...PHONE, letters: 16, root: '200%' }
] as const;

/**
 * The page as it stands scrolls sideways under no setting of a small phone. Leaves the window as it was. Asks the browser
 * itself: `setViewportSize` waits for more than the page, four times on each.
 */
export async function expectFitsEverySize(page: Page): Promise<void> {
  const phone = await page.context().newCDPSession(page);
  const tooWide: string[] = [];
  for (const setting of SETTINGS) {
    const beyond = await whatIsBeyond(phone, setting);
    if (beyond) tooWide.push(`${setting.name}: ${beyond}`);
  }
  await setLetters(phone, 16);
  await phone.detach();
  await putBack(page);
  // the others are judged too, so that one run names them all
  expect.soft(tooWide, `${page.url()} is too wide`).toEqual([]);
}

/** The page is told another size first: the runner believes that it has this one still, and would say nothing. */
async function putBack(page: Page): Promise<void> {
  const shown = page.viewportSize();
  if (!shown) return;
  await page.setViewportSize({ ...shown, height: shown.height + 1 });
  await page.setViewportSize(shown);
}

async function whatIsBeyond(phone: CDPSession, setting: (typeof SETTINGS)[number]): Promise<string | null> {
  const { width, height, letters, root } = setting;
  // one after the other in one breath: the browser carries them out in this order
  const [, , { result, exceptionDetails: fault }] = await Promise.all([
    phone.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
    setLetters(phone, letters),
    phone.send('Runtime.evaluate', {
      expression: `(${String(whatSticksOut)})(${JSON.stringify(root)})`,
      returnByValue: true
    })
  ]);
  if (fault) throw new Error(fault.exception?.description ?? fault.text);
  return result.value as string | null;
}

function setLetters(phone: CDPSession, standard: number) {
  return phone.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
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
