import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { MORE_DEMO_FILE } from '../../../src/bin/start/demonstration-access';
import { makePerson } from '../support/person';
import { startProduct, type RunningProduct } from '../support/start-product';
import { expect, test } from '../support/test';

let second: RunningProduct;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  second = await startProduct({ dataDir: process.env.OXYGENE_E2E_DATA_DIR! });
});

test.afterAll(async () => {
  expect(await second.stop(), 'the second process ends well while the first goes on').toBe(0);
});

test('demo.json holds one account of each kind and nothing else, for the owner’s eyes', () => {
  const file = process.env.OXYGENE_E2E_DEMO!;
  const more = path.join(path.dirname(file), MORE_DEMO_FILE);
  const keysIn = (name: string) => Object.keys(JSON.parse(readFileSync(name, 'utf8')) as object);
  expect(keysIn(file)).toEqual(['url', 'debtor', 'referent', 'supervisor']);
  expect(keysIn(more)).toEqual(['secondSupervisor']);
  for (const name of [file, more]) expect(statSync(name).mode & 0o777).toBe(0o600);
});

test('what she writes through one process appears live at the desk of another', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const person = await makePerson();
  const first = process.env.OXYGENE_E2E_URL!;
  const atDesk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const session = (value: string, url: string) => [
    { name: 'oxygene', value, url, httpOnly: true, sameSite: 'Lax' as const }
  ];
  await atDesk.addCookies(session(person.referentSecret, second.url));
  const desk = await atDesk.newPage();
  await desk.goto(`${second.url}/bureau/dossiers/${person.caseId}`);

  await page.context().addCookies(session(person.secret, first));
  await page.goto(`${first}/messages`);
  const words = 'Pourrait-on repousser le mois de mars ?';
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: /Envoyer/ }).click();

  // no reload on this side
  await expect(desk.getByText(words)).toBeVisible();

  const answer = 'Oui, on peut en parler demain matin.';
  await desk.getByRole('textbox', { name: /Répondre à/ }).fill(answer);
  await desk.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByText(answer)).toBeVisible();
  await atDesk.close();
});
