import type { BrowserContext, Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { expectNoSidewaysScroll, keepDeskSession, openDesk, type HeldSession } from '../support/desk';
import { expect, test } from '../support/test';

test.describe.configure({ mode: 'serial' });

let session: HeldSession;
let window: BrowserContext;
let desk: Page;

test.beforeAll(async ({ browser, baseURL, demo }) => {
  session = await keepDeskSession(browser, baseURL!, demo.referent);
  window = await openDesk(browser, { storageState: session, baseURL: baseURL! });
  desk = await window.newPage();
});
test.afterAll(() => window.close());

const openCase = async (page: Page, name: string) => {
  await page.goto('/bureau/dossiers');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

test('the day goes by need, says what is awaited and by when, and never an amount', async () => {
  await desk.goto('/bureau/ma-journee');
  await expect(desk.getByRole('link', { name: 'Ma journée' })).toHaveAttribute('aria-current', 'page');
  await expect(desk.getByText('Noël Lemaître').first()).toBeVisible();
  await expect(desk.getByText('Attend vos mots sur un signal').first()).toBeVisible();
  await expect(desk.getByText('3 personnes suivies')).toBeVisible();
  expect(await desk.locator('main').innerText()).not.toContain('€');
});

test('a reply is in the thread at once, and no longer promised', async () => {
  await openCase(desk, 'Noël Lemaître');
  await expect(desk.getByText('Déjà dit, à ne pas redemander')).toBeVisible();
  await desk.getByRole('button', { name: 'Envoyer' }).click();
  await expect(desk.getByRole('link', { name: 'Il manque les mots.' })).toBeVisible();
  await desk.getByLabel('Répondre à Noël').fill('Oui, une photo suffit. Prenez votre temps.');
  await desk.getByRole('button', { name: 'Envoyer' }).click();
  await expect(desk.getByText('Votre réponse est dans le fil de Noël.')).toBeVisible();
  await expect(desk.getByRole('list', { name: 'Le fil avec Noël' })).toContainText('Oui, une photo suffit.');
  await desk.goto('/bureau/ma-journee');
  const row = desk.getByRole('row', { name: /Noël Lemaître/ });
  await expect(row).not.toContainText('Attend une réponse');
  await expect(row).toContainText('Attend vos mots');
});

test('a signal is answered in words, kept as they are', async () => {
  await openCase(desk, 'Noël Lemaître');
  await desk.getByRole('link', { name: 'Signaux', exact: true }).click();
  const signal = desk.getByRole('region', { name: 'Un changement dans votre vie' });
  await signal.getByRole('button', { name: 'Envoyer ces mots' }).click();
  await expect(desk.getByRole('link', { name: 'Il manque vos mots.' })).toBeVisible();
  await signal.getByLabel('Vos mots, pour Noël').fill('<b>On avance</b> à votre rythme.');
  await signal.getByRole('button', { name: 'Envoyer ces mots' }).click();
  await expect(signal.getByText('<b>On avance</b> à votre rythme.').first()).toBeVisible();
  await desk.getByRole('link', { name: 'Voir comme Noël' }).click();
  await expect(desk.getByText('<b>On avance</b> à votre rythme.')).toBeVisible();
  await expect(desk.getByText(/^Bon(jour|soir) Noël/)).toBeVisible();
  // a picture of her page: nothing can be pressed
  await expect(desk.locator('[inert]').getByRole('link', { name: 'Mes accords' })).toHaveCount(1);
});

test('a counter-proposal wants words and keeps what was typed; the proposal is then accepted', async () => {
  await openCase(desk, 'Nathalie Aubry');
  await desk.getByRole('link', { name: 'Lire la proposition' }).click();
  await expect(desk.getByText(/Plancher protégé de ce foyer/)).toBeVisible();
  await desk.getByText('Proposer autre chose', { exact: true }).click();
  await desk.locator('input[name=amount]').fill('12');
  await desk.getByRole('button', { name: 'Envoyer cette proposition' }).click();
  await expect(desk.getByRole('alert')).toBeVisible();
  await expect(desk.locator('input[name=amount]')).toHaveValue('12');
  await desk.getByRole('button', { name: 'Accepter cet accord' }).click();
  await expect(desk.getByText('L’accord est accepté.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Accepter cet accord' })).toHaveCount(0);
});

test('on a phone the pages of a case come under her name, then what helps her, then the page asked for', async ({
  browser,
  baseURL
}) => {
  const narrow = await openDesk(browser, { storageState: session, baseURL: baseURL! });
  const phone = await narrow.newPage();
  await phone.setViewportSize({ width: 360, height: 740 });
  await openCase(phone, 'Noël Lemaître');
  await expect(phone.getByRole('link', { name: 'Signaux', exact: true })).toBeInViewport();
  const tops: number[] = [];
  for (const name of ['Ce qui l’aide', 'Déjà dit, à ne pas redemander', 'Chronologie'])
    tops.push((await phone.getByRole('heading', { name, exact: true }).boundingBox())!.y);
  expect(tops).toEqual(tops.toSorted((one, other) => one - other));
  await narrow.close();
});

test('a call asks the rules first, and a refusal is written', async () => {
  await openCase(desk, 'Samira Bouchard');
  await desk.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(desk.getByText(/^Non/)).toBeVisible();
  await desk.getByLabel('C’est moi qui appelle').check();
  await desk.getByLabel('Je n’ai pas appelé, à cause de la règle').check();
  await desk.getByRole('button', { name: 'Noter l’appel' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'Vous n’avez pas appelé' })).toBeVisible();
  const file = desk.getByRole('link', { name: 'Garder cette liste dans un fichier' });
  const saved = await desk.request.get((await file.getAttribute('href')) ?? '');
  expect(saved.headers()['content-disposition']).toMatch(/registre-[\d-]+\.csv/);
  expect(await saved.text()).toMatch(/Appel non passé;.*arrêt/i);
});

test('a person of advice is noted, the pause is prolonged as far as one may, and ended', async () => {
  await openCase(desk, 'Samira Bouchard');
  await desk.getByRole('link', { name: 'Suivi', exact: true }).click();
  const advice = desk.getByRole('region', { name: 'Une personne de conseil l’accompagne' });
  await advice.getByRole('button', { name: 'Noter et mettre en pause' }).click();
  await expect(desk.getByText('L’accompagnement est noté.')).toBeVisible();
  await expect(advice.getByText(/Les contacts se reposent jusqu’au/)).toBeVisible();
  const prolong = advice.getByRole('button', { name: 'Prolonger de 30 jours' });
  await prolong.click();
  await expect(desk.getByText('La pause est prolongée.')).toBeVisible();
  await prolong.click();
  await expect(advice.getByText(/60 jours d’avance au plus.*possible à partir du/)).toBeVisible();
  await expect(prolong).toHaveAccessibleDescription(/60 jours d’avance/);
  await expectNoAccessibilityFault(desk);
  await advice.getByRole('button', { name: 'Mettre fin à la pause' }).click();
  await expect(desk.getByText('La pause est terminée.')).toBeVisible();
  await expect(advice.getByRole('button', { name: 'Noter et mettre en pause' })).toBeVisible();
});

test('a case is closed for a reason, found again by its name, and opened again', async () => {
  await openCase(desk, 'Samira Bouchard');
  await desk.getByRole('link', { name: 'Suivi', exact: true }).click();
  const close = desk.getByRole('region', { name: 'Terminer le dossier' });
  await close.getByLabel('Tout est payé').check();
  await close.getByRole('button', { name: 'Terminer le dossier' }).click();
  await expect(desk.getByRole('link', { name: /Il reste .* Dites en mots/ })).toBeVisible();
  await expect(close.getByLabel('Tout est payé')).toBeChecked();
  await close.getByLabel('Ce que vous avez vérifié').fill('Virement vu ce matin.');
  await close.getByRole('button', { name: 'Terminer le dossier' }).click();
  await expect(desk.getByText(/^Dossier terminé le/)).toBeVisible();
  await expect(desk.getByText('Dossier terminé : Tout est payé')).toBeVisible();
  await desk.goto('/bureau/dossiers');
  await expect(desk.getByRole('link', { name: 'Noël Lemaître' })).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Samira Bouchard' })).toHaveCount(0);
  await desk.goto('/bureau/dossiers?q=Bouchard');
  await desk.getByRole('link', { name: 'Samira Bouchard' }).click();
  await desk.getByRole('link', { name: 'Rouvrir' }).click();
  const reopen = desk.getByRole('region', { name: 'Rouvrir le dossier' });
  await reopen.getByLabel('La raison, en une phrase').fill('Elle a écrit.');
  await reopen.getByRole('button', { name: 'Rouvrir le dossier' }).click();
  await expect(desk.getByText('Le dossier est rouvert.')).toBeVisible();
});

test('without JavaScript a refused reply keeps what was typed, and a good one is sent', async ({
  browser,
  baseURL
}) => {
  const plain = await openDesk(browser, {
    storageState: session,
    baseURL: baseURL!,
    javaScriptEnabled: false
  });
  const page = await plain.newPage();
  await openCase(page, 'Noël Lemaître');
  await page.getByLabel('Répondre à Noël').fill('a'.repeat(6001));
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('link', { name: /il en tient 6000/ })).toBeVisible();
  await expect(page.getByLabel('Répondre à Noël')).toHaveValue('a'.repeat(6001));
  await page.getByLabel('Répondre à Noël').fill('Bonne soirée.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Bonne soirée.')).toBeVisible();
  await page.getByRole('link', { name: 'Suivi', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Le parcours' })).toBeVisible();
  await plain.close();
});

test('a case somebody else follows is not there, nor are the pages of a supervisor', async () => {
  await desk.goto('/bureau/dossiers?q=OX26-000040');
  await expect(desk.getByText('Personne de ce nom')).toBeVisible();
  for (const address of ['/bureau/equipe', '/bureau/import', '/bureau/chiffres']) {
    expect((await desk.goto(address))?.status()).toBe(404);
  }
  expect((await desk.goto('/bureau/dossiers/01a20055-c543-7112-8641-2bf32258dab9'))?.status()).toBe(404);
});

test('each page is accessible by day and by night, wide and narrow', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const narrow = await openDesk(browser, { storageState: session, baseURL: baseURL!, width: 360 });
  const phone = await narrow.newPage();
  await openCase(desk, 'Noël Lemaître');
  const file = new URL(desk.url()).pathname;
  const pages = ['', '/reponses', '/signaux', '/sommes', '/accord', '/contacts', '/suivi', '/comme-elle'];
  for (const address of [
    '/bureau/ma-journee',
    '/bureau/dossiers',
    '/bureau/courrier',
    ...pages.map((one) => file + one)
  ]) {
    await desk.goto(address);
    await expectNoSidewaysScroll(desk);
    await expectNoAccessibilityFault(desk);
  }
  // the narrow layout is the same for all: two pages stand for it
  for (const address of ['/bureau/ma-journee', file]) {
    await phone.goto(address);
    await expectNoAccessibilityFault(phone);
  }
  await narrow.close();
});
