import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { default as axe, AxeResults, RunOptions } from 'axe-core';
import { expectFitsEverySize } from './sizes';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, what RGAA adds, and axe's own good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];

/** What can differ at night, when the page is the same in other colours. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Fails with the list of what axe finds on the page as it stands, by day and by night, and when it scrolls sideways. */
export async function expectNoAccessibilityFault(page: Page): Promise<void> {
  const shown = page.viewportSize();
  await wholeInSight(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    // grounds change softly: without this, colours half way between day and night would be judged
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const runOnly: RunOptions['runOnly'] =
      colorScheme === 'light' ? { type: 'tag', values: RULES } : { type: 'rule', values: RULES_OF_COLOUR };
    const violations = await judge(page, runOnly);
    const faults = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(targetOf).join('\n  ')}`
    );
    expect(faults, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (shown) await page.setViewportSize(shown);
  await expectFitsEverySize(page);
}

/** What axe finds. Our pages hold no frames; axe is brought once to each page, which costs more than its judgement. */
async function judge(page: Page, runOnly: RunOptions['runOnly']): Promise<AxeResults['violations']> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await bringAxe(page);
  return page.evaluate(
    async (options) => {
      // the page has what was brought to it, which types of our own side do not know
      const there = (globalThis as unknown as { axe: typeof axe }).axe;
      return (await there.run(document, options)).violations;
    },
    { runOnly, resultTypes: ['violations'] } satisfies RunOptions
  );
}

/** As the browser's own console would: `page.evaluate` hands it through a second evaluation, at twice the cost. */
async function bringAxe(page: Page): Promise<void> {
  const console = await page.context().newCDPSession(page);
  const { exceptionDetails: fault } = await console.send('Runtime.evaluate', { expression: AXE });
  if (fault) throw new Error(`axe cannot be brought to the page: ${fault.text}`);
  await console.detach();
}

/** The bar at the foot covers whatever happens to be under it, which would then count as a target too small to press. */
async function wholeInSight(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 360;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: height + 100 });
}

function targetOf({ target }: { target: unknown }): string {
  return [target].flat(3).map(String).join(' ');
}
