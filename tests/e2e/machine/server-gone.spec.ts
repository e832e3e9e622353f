import type { Page } from '@playwright/test';
import { makePerson } from '../support/person';
import { freePort, startProduct, type RunningProduct } from '../support/start-product';
import { expect, test } from '../support/test';

test.use({ serviceWorkers: 'allow' });

/** The network is there and the server is not: its process really ends, and another one takes its place. */
let server: RunningProduct;
let port: number;

const start = () => startProduct({ dataDir: process.env.OXYGENE_E2E_DATA_DIR!, port });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  port = await freePort();
  server = await start();
});
test.afterAll(() => server.stop());

async function enterAs(page: Page): Promise<void> {
  const { secret } = await makePerson();
  const cookie = {
    name: 'oxygene',
    value: secret,
    url: server.url,
    httpOnly: true,
    sameSite: 'Lax' as const
  };
  await page.context().addCookies([cookie]);
}
const isAsked = (page: Page, question: RegExp) =>
  expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();

test('the questions that are open go on, and leave for the server that comes back', async ({ browser }) => {
  test.setTimeout(180_000);
  // a page of its own: that the server does not answer is no fault here
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await enterAs(page);
  await page.goto(`${server.url}/questionnaire/vous-et-nous/besoin`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await Promise.all([page.waitForResponse(/hors-ligne\/questions/), page.getByLabel('Je conteste').check()]);
  expect(await server.stop()).toBe(0);

  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /préférez-vous nous parler/);
  await page.getByLabel('Par message', { exact: true }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /Banque de France/);
  await expect(page.getByText(/vos 2 réponses partiront toutes seules/)).toBeVisible();
  // another page opens no error of the browser
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${server.url}/accueil`);
  await isAsked(elsewhere, /Pas de réseau/);
  await elsewhere.close();

  server = await start();
  await expect(page.getByText(/vos réponses sont enregistrées/)).toBeVisible({ timeout: 40_000 });
  await page.goto(`${server.url}/questionnaire/reponses`);
  await expect(page.getByText('Je conteste')).toBeVisible();
  await expect(page.getByText('Par message')).toBeVisible();
  await context.close();
});
