import { readFileSync } from 'node:fs';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { expectNoSidewaysScroll, keepDeskSession, openDesk } from '../support/desk';
import { expect, test } from '../support/test';

test('the supervisor sees what creditors are to be told, takes the file, and notes that it was passed on', async ({
  browser,
  baseURL,
  demo
}) => {
  const storageState = await keepDeskSession(browser, baseURL!, demo.supervisor);
  const window = await openDesk(browser, { storageState, baseURL: baseURL! });
  const desk = await window.newPage();
  await desk.goto('/bureau/creanciers');
  await expect(desk.getByRole('heading', { level: 1, name: 'Dire aux créanciers' })).toBeVisible();
  await expectNoAccessibilityFault(desk);

  const file = desk.getByRole('link', { name: /Fichier CSV pour/ }).first();
  const creditor = desk.getByRole('region').filter({ has: desk.getByRole('link', { name: /Fichier CSV/ }) });
  const name = await creditor.first().getByRole('heading').innerText();
  const [reference] = await desk.getByRole('table').first().getByRole('rowheader').allInnerTexts();
  const [download] = await Promise.all([desk.waitForEvent('download'), file.click()]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('Référence;Reçue le');
  expect(text).toContain(reference);
  expect(text.split('\r\n').every((line) => !/^[=+@-]/.test(line))).toBe(true);

  await desk.getByRole('button', { name: `C’est transmis à ${name}` }).click();
  await expect(desk.getByRole('status').filter({ hasText: /transmise?s?/ })).toBeVisible();
  const of = desk.getByRole('region', { name });
  await expect(of.getByText('0 proposition à transmettre')).toBeVisible();
  await of.getByRole('checkbox').uncheck();
  await of.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(desk.getByText('Le choix est enregistré.')).toBeVisible();
  await expect(of.getByRole('checkbox')).not.toBeChecked();
  await of.getByRole('checkbox').check();
  await of.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(of.getByRole('checkbox')).toBeChecked();

  await desk.goto('/bureau/dossiers');
  await desk.setViewportSize({ width: 360, height: 740 });
  await desk.goto('/bureau/creanciers');
  await expectNoSidewaysScroll(desk);
  await window.close();
});

test('the case says so in its story, and a referent does not see the list of creditors', async ({
  browser,
  baseURL,
  demo
}) => {
  const storageState = await keepDeskSession(browser, baseURL!, demo.referent);
  const window = await openDesk(browser, { storageState, baseURL: baseURL! });
  const desk = await window.newPage();
  expect((await desk.goto('/bureau/creanciers'))?.status()).toBe(404);
  await window.close();
});
