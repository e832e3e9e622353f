import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { expectNoSidewaysScroll, keepDeskSession, openDesk, type HeldSession } from '../support/desk';
import { expectFitsEverySize } from '../support/sizes';
import { expect, test } from '../support/test';

test.describe.configure({ mode: 'serial' });

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/portfolio-with-faults.csv');

let session: HeldSession;
let window: BrowserContext;
let desk: Page;

test.beforeAll(async ({ browser, baseURL, demo }) => {
  session = await keepDeskSession(browser, baseURL!, demo.supervisor);
  window = await openDesk(browser, { storageState: session, baseURL: baseURL! });
  desk = await window.newPage();
});
test.afterAll(() => window.close());

test('a case is routed with a reason, and gets one named referent at once', async () => {
  await desk.goto('/bureau/equipe');
  await desk.getByRole('link', { name: 'Décider : Mélanie Traoré' }).click();
  await expect(desk.getByText('Les signaux conseillent : Oxygène. Vous décidez.')).toBeVisible();
  await expect(desk.getByText('Manger, se chauffer ou se soigner manque ce mois-ci.')).toBeVisible();
  const track = desk.getByRole('region', { name: 'Le parcours' });
  await track.getByLabel('Oxygène', { exact: true }).check();
  await track.getByRole('button', { name: 'Décider' }).click();
  await expect(desk.getByRole('link', { name: /Il manque la raison/ })).toBeVisible();
  await expect(track.getByLabel('Oxygène', { exact: true })).toBeChecked();
  await track.getByLabel('La raison, en une phrase').fill('Repas sautés ce mois-ci.');
  await track.getByRole('button', { name: 'Décider' }).click();
  await expect(desk.getByText('C’est décidé : Oxygène.')).toBeVisible();
  await expect(desk.getByText('Mariam Sissoko suit cette personne')).toBeVisible();
  await expect(desk.getByText('Repas sautés ce mois-ci.')).toBeVisible();
  await desk.goto('/bureau/equipe');
  await expect(desk.getByText('Mélanie Traoré')).toHaveCount(0);
});

test('an absence is said without JavaScript, with who answers, and ended early', async ({
  browser,
  baseURL
}) => {
  const plain = await openDesk(browser, {
    storageState: session,
    baseURL: baseURL!,
    javaScriptEnabled: false
  });
  const page = await plain.newPage();
  await page.goto('/bureau/equipe');
  const form = page.getByRole('region', { name: 'Absence' });
  const names = await form.getByLabel('Qui s’absente').locator('option').allInnerTexts();
  const [away, standIn] = [names[1]!, names[2]!];
  await form.getByLabel('Qui s’absente').selectOption(away);
  await form.getByLabel('Dernier jour d’absence').fill('2020-01-15');
  await form.getByLabel('Qui répond en attendant').selectOption(standIn);
  await form.getByRole('button', { name: 'Enregistrer l’absence' }).click();
  await expect(form.getByText(/Choisissez un jour à partir du/)).toBeVisible();
  await expect(form.getByLabel('Dernier jour d’absence')).toHaveValue('2020-01-15');
  await expect(form.getByLabel('Qui s’absente').locator('option:checked')).toHaveText(away);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel('Dernier jour d’absence').fill(inAWeek);
  await form.getByRole('button', { name: 'Enregistrer l’absence' }).click();
  await expect(page.getByText(`${standIn} répond en attendant.`)).toBeVisible();
  await page.getByRole('button', { name: `Terminer l’absence de ${away}` }).click();
  await expect(page.getByText(`${away} est de retour et répond de nouveau.`)).toBeVisible();
  await expect(page.getByRole('button', { name: /Terminer l’absence/ })).toHaveCount(0);
  await plain.close();
});

test('what was said at the door is looked at by a human', async () => {
  await desk.goto('/bureau/equipe');
  await expect(desk.getByText('Quelque chose a été dit à l’entrée')).toBeVisible();
  await desk.getByRole('link', { name: 'Benoît Petit', exact: true }).click();
  await desk.getByRole('link', { name: 'Regarder la situation' }).click();
  const situation = desk.getByRole('region', { name: 'Dit à l’entrée' });
  await expect(situation).toContainText('Je reçois des courriers');
  await situation.getByLabel('Ce n’est pas la bonne personne').check();
  await situation.getByLabel('La raison, en une phrase').fill('Adresse vérifiée : ce n’est pas elle.');
  await situation.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(desk.getByText('C’est enregistré.')).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Regarder la situation' })).toHaveCount(0);
});

test('what was said and done is published for everybody, and taken back', async () => {
  await desk.goto('/bureau/chiffres');
  await desk.getByRole('link', { name: 'Publier ce que les avis ont changé' }).click();
  await desk.getByLabel('Ce qui a été dit').fill('Les messages arrivent trop tard le soir.');
  await desk.getByRole('button', { name: 'Publier' }).click();
  await expect(desk.getByRole('alert')).toContainText('crivez ce qui a été fait');
  await expect(desk.getByLabel('Ce qui a été dit')).toHaveValue('Les messages arrivent trop tard le soir.');
  await expectNoAccessibilityFault(desk);
  await desk.getByLabel('Ce qui a été fait').fill('<b>Plus rien</b> après 19 h.');
  await desk.getByLabel('Quand').fill('2026-01-15');
  await desk.getByRole('button', { name: 'Publier' }).click();
  await expect(desk.getByText('C’est publié.')).toBeVisible();
  await expectFitsEverySize(desk);
  const reader = await window.newPage();
  await reader.setViewportSize({ width: 360, height: 740 });
  await reader.goto('/vous-l-avez-dit');
  await expect(reader.getByText('<b>Plus rien</b> après 19 h.')).toBeVisible();
  await expect(reader.getByText(/Fait le 15\sjanvier\s2026/)).toBeVisible();
  await expectNoAccessibilityFault(reader);
  await desk.getByRole('button', { name: /^Retirer « Les messages/ }).click();
  await expect(desk.getByText('C’est retiré de la page publique.')).toBeVisible();
  await reader.reload();
  await expect(reader.getByText('Rien n’est encore publié.')).toBeVisible();
  await reader.close();
});

test('a portfolio is tried, then imported; refused lines have their reasons and a file', async () => {
  await desk.goto('/bureau/import');
  await desk.getByRole('button', { name: 'Importer' }).click();
  await expect(desk.getByRole('link', { name: 'Choisissez un fichier.' })).toBeVisible();
  await desk.getByLabel('Le fichier').setInputFiles(SAMPLE);
  await desk.getByLabel('Essayer sans rien écrire').check();
  await desk.getByRole('button', { name: 'Importer' }).click();
  await expect(desk.getByText('Essai terminé, rien n’est écrit')).toBeVisible();
  const refused = await desk.getByRole('heading', { name: /lignes refusées/ }).innerText();

  await desk.goto('/bureau/import');
  await desk.getByLabel('Le fichier').setInputFiles(SAMPLE);
  await desk.getByRole('button', { name: 'Importer' }).click();
  await desk.waitForURL(/\/bureau\/import\/[0-9a-f-]{36}/);
  await expect(desk.getByText('L’import est terminé')).toBeVisible({ timeout: 20_000 });
  await expect(desk.getByRole('heading', { name: refused })).toBeVisible();
  await expectNoAccessibilityFault(desk);
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: /Télécharger les lignes refusées/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^refus-.*\.csv$/);
});

test('without JavaScript the import is sent and followed too', async ({ browser, baseURL }) => {
  const plain = await openDesk(browser, {
    storageState: session,
    baseURL: baseURL!,
    javaScriptEnabled: false
  });
  const page = await plain.newPage();
  await page.goto('/bureau/import');
  await page.getByLabel('Le fichier').setInputFiles(SAMPLE);
  await page.getByRole('button', { name: 'Importer' }).click();
  await expect(page).toHaveURL(/\/bureau\/import\/[0-9a-f-]{36}/);
  // the page reads itself again every three seconds
  await expect(page.getByText('L’import est terminé')).toBeVisible({ timeout: 20_000 });
  await plain.close();
});

test('figures show nothing under ten, beside the reference', async () => {
  await desk.goto('/bureau/chiffres');
  await expect(desk.getByRole('img', { name: /Référence 72/ })).toBeVisible();
  await expect(desk.getByText('Les mêmes chiffres en tableau').first()).toBeVisible();
  await expect(desk.getByText('Moins de 10 réponses ces trente derniers jours')).toBeVisible();
});

test('each page is accessible by day and by night, wide and narrow', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const narrow = await openDesk(browser, { storageState: session, baseURL: baseURL!, width: 360 });
  const phone = await narrow.newPage();
  for (const address of ['/bureau/equipe', '/bureau/import', '/bureau/chiffres', '/bureau/courrier']) {
    await desk.goto(address);
    await expectNoSidewaysScroll(desk);
    await expectNoAccessibilityFault(desk);
  }
  // the narrow layout is the same for all: two pages stand for it
  for (const address of ['/bureau/equipe', '/bureau/import']) {
    await phone.goto(address);
    await expectNoAccessibilityFault(phone);
  }
  await narrow.close();
});
