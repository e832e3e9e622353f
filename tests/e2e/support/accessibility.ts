import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 A and AA, what RGAA adds, and axe's own good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];

/** Fails with the list of what axe finds on the page as it stands, by day and by night. */
export async function expectNoAccessibilityFault(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // grounds change softly: without this, colours half way between day and night would be judged
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const faults = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(targetOf).join('\n  ')}`
    );
    expect(faults, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

function targetOf({ target }: { target: unknown[] }): string {
  return target.map(String).join(' ');
}
