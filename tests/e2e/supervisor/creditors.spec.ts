import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { expectNoSidewaysScroll, heldSessionOf, holding, openDesk } from '../support/desk';
import { makePerson } from '../support/person';
import { expect, test } from '../support/test';

test('the supervisor sees what creditors are to be told, takes the file, and notes that it was passed on', async ({
  browser,
  baseURL
}, { retry }) => {
  // a creditor of this test alone, and of this try
  const name = `Crédit des Essais ${retry + 1}`;
  const { reference, supervisorSecret } = await makePerson({ counter: true, debts: [{ creditor: name }] });
  const storageState = holding(supervisorSecret, baseURL!);
  const window = await openDesk(browser, { storageState, baseURL: baseURL! });
  const desk = await window.newPage();
  await desk.goto('/bureau/creanciers');
  await expect(desk.getByRole('heading', { level: 1, name: 'Dire aux créanciers' })).toBeVisible();
  await expectNoAccessibilityFault(desk);

  const creditor = desk.getByRole('region', { name });
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    creditor.getByRole('link', { name: `Fichier CSV pour ${name}` }).click()
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('Référence;Reçue le');
  expect(text).toContain(reference);
  expect(text.split('\r\n').every((line) => !/^[=+@-]/.test(line))).toBe(true);

  await desk.getByRole('button', { name: `C’est transmis à ${name}` }).click();
  await expect(desk.getByRole('status').filter({ hasText: /transmise?s?/ })).toBeVisible();
  await expect(creditor.getByText('0 proposition à transmettre')).toBeVisible();

  const tells = creditor.getByRole('checkbox');
  await tells.uncheck();
  await theDeskReadsAgain(desk);
  await expect(tells).not.toBeChecked();
  await creditor.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(desk.getByText('Le choix est enregistré.')).toBeVisible();
  await expect(tells).not.toBeChecked();

  await desk.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(desk);
  await window.close();
});

/** A change on some case makes the page read itself again: what was ticked and not yet sent stays. */
async function theDeskReadsAgain(desk: Page): Promise<void> {
  // again until the page's script is there to hear it
  await expect(async () => {
    const read = desk.waitForResponse(/__data\.json/, { timeout: 5_000 });
    await desk.evaluate(() => new BroadcastChannel('oxygene-live').postMessage({ action: 'message.sent' }));
    await read;
  }).toPass();
  // what was read is shown in a moment
  await desk.waitForTimeout(300);
}

test('the case says so in its story, and a referent does not see the list of creditors', async ({
  browser,
  baseURL,
  demo
}) => {
  const storageState = await heldSessionOf(demo.referent, baseURL!);
  const window = await openDesk(browser, { storageState, baseURL: baseURL! });
  const desk = await window.newPage();
  expect((await desk.goto('/bureau/creanciers'))?.status()).toBe(404);
  await window.close();
});
