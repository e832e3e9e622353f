import type { BrowserContext, Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { expectNoSidewaysScroll, heldSessionOf, openDesk, type HeldSession } from '../support/desk';
import { expect, test } from '../support/test';

test.describe.configure({ mode: 'serial' });

const REASON = 'Revalorisation annoncée, texte relu ce matin.';

/** What a phone keeps of someone of 40, alone, put up by relatives, without income. */
const ALONE_WITHOUT_INCOME = JSON.stringify({
  version: 1,
  passed: [
    ['scope', { scope: 'none' }],
    ['couple', { couple: 'no' }],
    ['children', { children: 'no', ages: '' }],
    ['age', { age_0: '40' }],
    ['activity', { activity_0: 'inactive' }],
    ['income', { net_salary_0: '0', invalidity_pension_0: '0' }],
    ['housing', { housing: 'hosted_free' }],
    ['arrears', { arrears: 'none' }],
    ['pregnant', { pregnant: 'no' }],
    ['place', null],
    ['alimony', {}],
    ['disability', { disability_0: 'none' }],
    ['past_work', { ass_eligible_0: 'no' }],
    ['savings', {}],
    ['flatshare', { flatshare: 'no' }],
    ['contribution', { contribution: 'no' }]
  ].map(([screen, raw]) => ({ screen, raw })),
  held: [],
  has: [],
  goesOn: true,
  sources: null
});

let proposer: BrowserContext;
let publisher: BrowserContext;
let claire: Page;
let solene: Page;
let session: HeldSession;

/** A day as the box of a date wants it, some days from today. */
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const firstOfNextMonth = () => {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
};

test.beforeAll(async ({ browser, baseURL, demo }) => {
  session = await heldSessionOf(demo.supervisor, baseURL!);
  const second = await heldSessionOf(demo.secondSupervisor, baseURL!);
  proposer = await openDesk(browser, { storageState: session, baseURL: baseURL! });
  publisher = await openDesk(browser, { storageState: second, baseURL: baseURL! });
  [claire, solene] = [await proposer.newPage(), await publisher.newPage()];
});
test.afterAll(async () => {
  await proposer.close();
  await publisher.close();
});

test('every amount is listed with its source and age, and found by aid or by word', async () => {
  await claire.goto('/bureau/ma-journee');
  await claire.getByRole('link', { name: 'Veille' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: 'La veille du droit' })).toBeVisible();
  await expect(claire.getByText(/^vérifié il y a \d+ jours$/).first()).toBeVisible();
  await expect(claire.getByText(/^Page 1 sur \d+$/)).toBeVisible();
  await claire.getByLabel('L’aide').selectOption({ label: 'RSA' });
  await claire.getByRole('button', { name: 'Chercher' }).click();
  await expect(claire.getByText('moins de dix réponses')).toHaveCount(1);
  await claire.getByLabel('Un mot du nom').fill('forfaitaire');
  await claire.getByRole('button', { name: 'Chercher' }).click();
  await claire.getByRole('link', { name: 'Montant forfaitaire du RSA', exact: true }).click();
  await expect(claire.getByText('651,69 € par mois')).toBeVisible();
});

test('a proposal with a mistake comes back with what was typed, then is compared with the households', async () => {
  await claire.goto('/bureau/veille/parametre/rsa_base');
  await claire.getByLabel('S’applique à partir du').fill('2026-04-01');
  await claire.getByLabel('Nouvelle valeur').fill('six cents');
  await claire.getByLabel('Le texte', { exact: true }).fill('Décret d’essai du 20 novembre 2026');
  await claire.getByLabel('L’adresse du texte').fill('https://www.legifrance.gouv.fr/essai');
  await claire.getByLabel('Vérifié le').fill(day(0));
  await claire.getByLabel('Pourquoi').fill(REASON);
  await claire.getByRole('button', { name: 'Proposer et comparer' }).click();
  await expect(claire.getByRole('link', { name: /Il nous faut un nombre/ })).toBeVisible();
  await expect(claire.getByRole('link', { name: /déjà une valeur ce jour-là/ })).toBeVisible();
  await expect(claire.getByLabel('Pourquoi')).toHaveValue(REASON);
  await expectNoAccessibilityFault(claire);
  await claire.getByLabel('S’applique à partir du').fill(firstOfNextMonth());
  await claire.getByLabel('Nouvelle valeur').fill('690,50');
  await claire.getByRole('button', { name: 'Proposer et comparer' }).click();
  await claire.waitForURL(/\/bureau\/veille\/changement\//);
  await expect(claire.getByText(/^\d+ ménages gagnent, en moyenne/)).toBeVisible();
  await expect(claire.getByText('Aucun ménage ne perd.')).toBeVisible();
  await expect(claire.getByText('C’est votre proposition')).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Publier' })).toHaveCount(0);
  await expectNoAccessibilityFault(claire);
});

test('somebody else publishes it, and the history says who, when and why', async ({ browser, baseURL }) => {
  await solene.goto('/bureau/veille/changements');
  await solene.getByRole('link', { name: 'Montant forfaitaire du RSA', exact: true }).first().click();
  await expect(solene.getByText(REASON)).toBeVisible();
  await solene.getByLabel('Publier à partir du').fill(day(-2));
  await solene.getByRole('button', { name: 'Publier' }).click();
  await expect(solene.getByRole('link', { name: /commence au plus tôt/ })).toBeVisible();
  await solene.getByLabel('Publier à partir du').fill(day(0));
  await solene.getByRole('button', { name: 'Publier' }).click();
  await expect(solene.getByText('C’est publié.')).toBeVisible();
  await solene.goto('/bureau/veille/parametre/rsa_base');
  const history = solene.getByRole('region', { name: 'L’histoire' });
  await expect(history).toContainText('Proposé par Claire Hamon');
  await expect(history).toContainText('Publié par Solène Kervella');
  await expect(history).toContainText(REASON);
  await expect(solene.getByText('690,5 € par mois')).toBeVisible();
  await expectNoAccessibilityFault(solene);

  // whoever opens the simulator then: the old amount this month, the new one from the month it is in force
  for (const [at, amount] of [
    [new Date(), '573 €'],
    [new Date(`${firstOfNextMonth()}T12:00:00`), '608 €']
  ] as const) {
    const visitor = await browser.newContext({ baseURL: baseURL!, timezoneId: 'Europe/Paris' });
    const phone = await visitor.newPage();
    await phone.clock.setFixedTime(at);
    await phone.addInitScript((kept) => localStorage.setItem('oxygene-aides', kept), ALONE_WITHOUT_INCOME);
    await phone.goto('/aides');
    await phone.getByRole('button', { name: 'Reprendre mes réponses' }).click();
    await expect(phone.locator('#aide-rsa .figure')).toHaveText(amount);
    await visitor.close();
  }

  // the same page by keyboard and server only
  const plain = await openDesk(browser, {
    storageState: session,
    baseURL: baseURL!,
    javaScriptEnabled: false
  });
  const page = await plain.newPage();
  await page.goto('/bureau/veille/changements');
  await page.getByLabel('Nouveau seuil').fill('beaucoup');
  await page.getByRole('button', { name: 'Fixer le seuil' }).click();
  await expect(page.getByRole('link', { name: /Il nous faut un montant/ })).toBeVisible();
  await expect(page.getByLabel('Nouveau seuil')).toHaveValue('beaucoup');
  await plain.close();
});

test('a local aid is edited, and rejected with a reason', async () => {
  await claire.goto('/bureau/veille/aides?departement=35');
  await expect(claire.getByText('Ille-et-Vilaine (35), sauf Rennes Métropole').first()).toBeVisible();
  await claire
    .getByRole('link', { name: /^Fonds de solidarité pour le logement/ })
    .first()
    .click();
  await claire.getByLabel('Téléphone', { exact: true }).fill('appelez-nous');
  await claire.getByLabel('C’est ainsi à partir du').first().fill(day(0));
  await claire.getByLabel('Pourquoi').first().fill('Nouveau numéro du service.');
  await claire.getByRole('button', { name: 'Proposer et comparer' }).click();
  await expect(claire.getByRole('link', { name: /Il nous faut un numéro/ })).toBeVisible();
  await claire.getByLabel('Téléphone', { exact: true }).fill('02 99 00 00 00');
  await claire.getByLabel('Somme versée, au plus').fill('1 234,50 €');
  await claire.getByRole('button', { name: 'Proposer et comparer' }).click();
  await claire.waitForURL(/\/bureau\/veille\/changement\//);
  await expect(claire.getByText('02 99 00 00 00')).toBeVisible();
  await expect(claire.getByText('1 234,50 €')).toBeVisible();
  await expect(claire.getByText(/peuvent l’avoir avant/)).toBeVisible();
  await solene.goto(claire.url());
  await solene.getByRole('button', { name: 'Écarter' }).click();
  await expect(solene.getByRole('link', { name: /Il manque la raison/ })).toBeVisible();
  await solene.getByLabel('La raison').fill('Le numéro est celui d’un autre service.');
  await solene.getByRole('button', { name: 'Écarter' }).click();
  await expect(solene.getByText('C’est écarté, avec sa raison.')).toBeVisible();
});

test('the aids of a département are those of its région and its EPCIs too', async () => {
  const aid = (name: RegExp) => claire.getByRole('link', { name }).first();
  await claire.goto('/bureau/veille/aides?ou=local&departement=13&q=zou');
  await expect(aid(/ZOU/i)).toBeVisible();
  await claire.goto('/bureau/veille/aides?ou=local&departement=35&q=fsl-epci-243500139');
  await expect(aid(/Rennes Métropole/)).toBeVisible();
  await claire.goto('/bureau/veille/aides?ou=local&departement=22&q=fsl-epci-243500139');
  await expect(aid(/Rennes Métropole/)).toHaveCount(0);
});

test('a new aid shows who would have it, and is published by somebody else, without JavaScript too', async ({
  browser,
  baseURL
}) => {
  const plain = await openDesk(browser, {
    storageState: session,
    baseURL: baseURL!,
    javaScriptEnabled: false
  });
  const page = await plain.newPage();
  await page.goto('/bureau/veille/aide/nouvelle');
  await page.getByLabel('Nom court').fill('aide-essai-rennes');
  await page.getByLabel('Nom', { exact: true }).fill('<b>Aide</b> de Rennes');
  await page.getByLabel('Somme versée, au plus').fill('beaucoup');
  await page.locator('[name="from"]').fill(day(0));
  await page.getByLabel('Pourquoi').fill('Aide votée par la ville.');
  await page.getByRole('button', { name: 'Proposer et comparer' }).click();
  await expect(page.getByRole('link', { name: /une somme de plus de 0/ })).toBeVisible();
  await expect(page.getByLabel('Somme versée, au plus')).toHaveValue('beaucoup');
  await page.getByLabel('Somme versée, au plus').fill('240 €');
  await page.getByText('Changer la condition').click();
  await page.getByLabel('Nouvelle ligne').selectOption('Ressources du mois');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByLabel('Somme versée, au plus')).toHaveValue('240 €');
  await page.getByLabel('1 personne (€)').fill('peu');
  await page.getByLabel('Nouvelle ligne').selectOption('Vit en couple');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByRole('button', { name: 'Retirer : Vit en couple' }).click();
  await page.getByText('Lieux et autres précisions').click();
  for (const [name, text] of [
    ['who', 'Personne seule aux ressources modestes'],
    ['what', 'Une part des factures'],
    ['ask.place', 'CCAS de Rennes'],
    ['source', 'Ville de Rennes'],
    ['url', 'https://rennes.exemple/aide'],
    ['scope.communes', '35238'],
    ['scope.exceptEpcis', '243500138']
  ] as const)
    await page.locator(`[name="${name}"]`).fill(text);
  await page.getByRole('button', { name: 'Proposer et comparer' }).click();
  await expect(page.getByRole('link', { name: /Il nous faut une somme au moins/ })).toBeVisible();
  await expect(page.getByLabel('1 personne (€)')).toHaveValue('peu');
  await page.getByLabel('1 personne (€)').fill('700 €');
  await page.getByRole('button', { name: 'Proposer et comparer' }).click();
  await expect(page.getByRole('link', { name: /n’existe pas dans la géographie officielle/ })).toBeVisible();
  await expect(page.locator('[name="scope.exceptEpcis"]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name="scope.exceptEpcis"]').fill('244400404');
  await page.getByRole('button', { name: 'Proposer et comparer' }).click();
  await page.waitForURL(/\/bureau\/veille\/changement\//);
  await expect(page.getByText(/\d+\sménages gagnent, en moyenne 20\s€ au plus/)).toBeVisible();
  await expect(page.getByText('Aucun ménage ne perd.')).toBeVisible();
  await expect(
    page.getByRole('cell', { name: /Ressources du mois, au plus\s: 700\s€ pour 1\spersonne/ })
  ).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Rennes (35)' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Nantes Métropole' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '<b>Aide</b> de Rennes' })).toBeVisible();
  await solene.goto(page.url());
  await expectNoAccessibilityFault(solene);
  await solene.getByRole('button', { name: 'Publier' }).click();
  await expect(solene.getByText('C’est publié.')).toBeVisible();
  await expect(solene.getByRole('heading', { name: 'Reprise des profils gardés' })).toBeVisible();
  await solene.goto('/bureau/veille/changements');
  await expect(solene.getByText('Où : Rennes (35), sauf Nantes Métropole')).toBeVisible();
  await plain.close();
});

test('each page is accessible by day and by night, wide and narrow', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const narrow = await openDesk(browser, { storageState: session, baseURL: baseURL!, width: 360 });
  const phone = await narrow.newPage();
  for (const address of ['', '/aides', '/changements', '/aide/fsl-35', '/parametre/rent_ceiling_zone_2']) {
    await claire.goto(`/bureau/veille${address}`);
    await expectNoSidewaysScroll(claire);
    await expectNoAccessibilityFault(claire);
  }
  await phone.goto('/bureau/veille/aide/idfm-solidarite');
  await phone.getByText('Changer la condition').click();
  await expectNoAccessibilityFault(phone);
  await phone.goto('/bureau/veille/changements');
  await phone.getByRole('link', { name: 'Montant forfaitaire du RSA', exact: true }).first().click();
  await phone.waitForURL(/\/changement\//);
  await expectNoAccessibilityFault(phone);
  await narrow.close();
});
