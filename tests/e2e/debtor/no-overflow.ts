import type { Page } from '@playwright/test';
import { expect } from '../support/test';

/** No sideways scrolling, down to 200 % text on a small phone. */
export async function expectNoOverflow(page: Page) {
  const before = page.viewportSize()!;
  for (const width of [360, 180]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBe(
      0
    );
  }
  await page.setViewportSize(before);
}
