import type { Page } from '@playwright/test';
import { expect } from '../support/test';

/** Chooses answers by their words, and goes on. */
export async function answer(page: Page, ...labels: readonly string[]) {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
}
/** The page asks this. */
export const isAsked = (page: Page, question: RegExp) =>
  expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
