import type { Page } from '@playwright/test';
import { holding, openDesk } from '../support/desk';
import { makePerson, openDeskSession, signIn } from '../support/person';
import { expect, test } from '../support/test';

const SCRIPTS = '**/_app/**/*.js';

test('what is opened, ticked, chosen and typed before the scripts come stays as it is when they have', async ({
  browser,
  baseURL,
  demo
}) => {
  const { caseId, referentSecret } = await makePerson({ counter: true });
  const referent = await openDesk(browser, {
    storageState: holding(referentSecret, baseURL!),
    baseURL: baseURL!
  });
  const desk = await referent.newPage();
  await expectNothingLost(desk, `/bureau/dossiers/${caseId}/accord`);
  await expectNothingLost(desk, `/bureau/dossiers/${caseId}/suivi`);
  await referent.close();

  const secret = await openDeskSession(demo.supervisor.email);
  const supervisor = await openDesk(browser, { storageState: holding(secret, baseURL!), baseURL: baseURL! });
  const team = await supervisor.newPage();
  await expectNothingLost(team, '/bureau/equipe');
  await expectNothingLost(team, '/bureau/veille/aide/fsl-35');
  await supervisor.close();
});

test('what she writes before the scripts of the desk come is there when they have', async ({
  page,
  browser,
  baseURL
}) => {
  const person = await makePerson();
  const referent = await openDesk(browser, {
    storageState: holding(person.referentSecret, baseURL!),
    baseURL: baseURL!
  });
  const desk = await referent.newPage();
  const release = await openWithoutScripts(desk, `/bureau/dossiers/${person.caseId}`);

  await signIn(page.context(), person);
  await page.goto('/messages');
  const words = 'Est-ce que le 12 vous irait ?';
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: /Envoyer/ }).click();
  await expect(page.getByText(words)).toBeVisible();

  // no reload on this side, and nothing else happens that would wake it
  release();
  await expect(desk.getByText(words)).toBeVisible();
  await referent.close();
});

/** Opens a page of the desk whose scripts wait; what is given back lets them come. */
async function openWithoutScripts(page: Page, address: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(SCRIPTS, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('link', { name: 'Mon compte' }).waitFor();
  return release;
}

/** Opens a page whose scripts wait, does all one can do on it, lets them come, and looks again. */
async function expectNothingLost(page: Page, address: string): Promise<void> {
  const release = await openWithoutScripts(page, address);
  await page.evaluate(touchAll);
  const before = await page.evaluate(whatStands);
  expect(before, address).not.toEqual([]);
  const isAwake = page.waitForRequest('**/api/stream*');
  release();
  await isAwake;
  expect.soft(await page.evaluate(whatStands), address).toEqual(before);
  await page.unroute(SCRIPTS);
}

/** Opens each fold, presses each box, takes the last of each list, and types wherever one can. */
function touchAll(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
  for (const list of document.querySelectorAll<HTMLSelectElement>('main select')) {
    list.selectedIndex = list.options.length - 1;
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('main input')) {
    if (['radio', 'checkbox'].includes(field.type)) field.click();
    if (['text', 'search', 'url'].includes(field.type)) field.value = '12';
  }
  for (const words of document.querySelectorAll<HTMLTextAreaElement>('main textarea'))
    words.value = 'Bonjour';
}

/** Each fold and field of the page, in its order, with what it holds. */
function whatStands(): string[] {
  const all = document.querySelectorAll<HTMLInputElement | HTMLDetailsElement>(
    'main details, main input:not([type=hidden]), main textarea, main select'
  );
  return [...all].map((one) =>
    one instanceof HTMLDetailsElement
      ? `${one.querySelector('summary')?.textContent.trim()}: ${one.open ? 'open' : 'folded'}`
      : `${one.name}: ${one.value}${one.checked ? ', ticked' : ''}`
  );
}
