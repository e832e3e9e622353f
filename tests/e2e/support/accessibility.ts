import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 A and AA, what RGAA adds, and axe's own good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];

/** What can differ at night, when the page is the same in other colours. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Fails with the list of what axe finds on the page as it stands, by day and by night. */
export async function expectNoAccessibilityFault(page: Page): Promise<void> {
  const shown = page.viewportSize();
  await wholeInSight(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    // grounds change softly: without this, colours half way between day and night would be judged
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // our pages hold no frames: the other mode opens a second page for each judgement
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const chosen = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(RULES_OF_COLOUR);
    const { violations } = await chosen.analyze();
    const faults = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(targetOf).join('\n  ')}`
    );
    expect(faults, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (shown) await page.setViewportSize(shown);
}

/** The bar at the foot covers whatever happens to be under it, which would then count as a target too small to press. */
async function wholeInSight(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 360;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: height + 100 });
}

function targetOf({ target }: { target: unknown[] }): string {
  return target.map(String).join(' ');
}
