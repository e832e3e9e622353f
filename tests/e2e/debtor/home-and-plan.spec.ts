import type { Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { holding, openDesk } from '../support/desk';
import { arrive, type PersonWishes } from '../support/person';
import { expect, test } from '../support/test';

/** 1 042 € are left each month, for one person: about 390 € above the floor. */
const ENOUGH: PersonWishes['answers'] = [
  { questionId: 'left_over', value: { kind: 'left_over', bound: 'about', amountCents: 104_200 } }
];

async function chooseInstalments(page: Page, amount: string) {
  await page.getByLabel('Verser un peu, régulièrement').check();
  await page.getByLabel('Combien par mois, un mois ordinaire ?', { exact: true }).fill(amount);
  await page.getByLabel('Chaque mois', { exact: true }).check();
  await page.getByLabel('Tout de suite').check();
}

test.describe('at home', () => {
  test('nothing is expected, one step is offered, and the person who follows her is named', async ({
    page
  }) => {
    await arrive(page);
    await page.goto('/accueil');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Bonjour|Bonsoir) Nadia$/);
    await expect(page.getByText(/^Rien n’est attendu de vous/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Commencer' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Leïla Amrani' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Parler à Leïla/ })).toContainText('Répond');
    expect(await page.title()).not.toMatch(/dette/i);
    await expectNoAccessibilityFault(page);
  });

  test('the step may wait: it leaves the page for this once, and comes back', async ({ page }) => {
    await arrive(page);
    await page.goto('/accueil');
    await page.getByRole('link', { name: 'Plus tard' }).click();
    await expect(page.getByText('Rien ne presse')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Commencer' })).toHaveCount(0);
    await expectNoAccessibilityFault(page);
    await page.getByRole('link', { name: 'Le revoir' }).click();
    await expect(page.getByRole('link', { name: 'Commencer' })).toBeVisible();
  });

  test('a case that is over says so, and its end is a document that prints on one sheet', async ({
    page
  }) => {
    await arrive(page, { closedFor: 'given_back' });
    await page.goto('/accueil');
    await page.getByRole('link', { name: 'Voir l’attestation de fin' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attestation de fin de dossier');
    await expect(page.getByText('peut encore s’adresser à vous')).toBeVisible();
    await expectNoAccessibilityFault(page);
    await expectOnePage(page);
  });

  test('an open case has no such document', async ({ page }) => {
    await arrive(page);
    const response = await page.goto('/fin-de-dossier');
    expect(response?.status()).toBe(404);
  });

  test('food and heat come before any paper', async ({ page }) => {
    await arrive(page, {
      answers: [{ questionId: 'going_without', value: { kind: 'one_choice', choice: 'often' } }],
      counter: true
    });
    await page.goto('/accueil');
    await expect(page.getByRole('heading', { name: /D’abord l’essentiel/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Lire la proposition' })).toHaveCount(0);
  });

  test('a person with a receivable file is asked for nothing, and is told why', async ({ page }) => {
    const person = await arrive(page, {
      answers: [{ questionId: 'overindebtedness_file', value: { kind: 'one_choice', choice: 'receivable' } }]
    });
    await page.goto('/accueil');
    await expect(page.getByText('Votre dossier de surendettement arrête les paiements.')).toBeVisible();
    await page.goto('/mes-accords/nouveau');
    await expect(page.getByRole('heading', { name: 'Rien à proposer' })).toBeVisible();
    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[0]}`);
    await expect(page.getByRole('link', { name: 'Je paie' })).toHaveCount(0);
  });
});

test.describe('a proposal', () => {
  test('below the floor is explained with its numbers, then a smaller one is agreed at once', async ({
    page
  }) => {
    test.slow();
    await arrive(page, { answers: ENOUGH });
    await page.goto('/mes-accords/nouveau');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await chooseInstalments(page, '500');
    await expect(page.getByText(/sous le plancher protégé de 651,69\s€/)).toBeVisible();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.getByRole('alert')).toContainText('sous le plancher protégé');
    const amount = page.getByLabel('Combien par mois, un mois ordinaire ?', { exact: true });
    await expect(amount).toHaveValue('500');
    await expect(amount).toHaveAccessibleDescription(/Erreur\s: .*sous le plancher protégé/);
    await expectNoAccessibilityFault(page);

    await chooseInstalments(page, '35');
    await expect(amount).not.toHaveAccessibleDescription(/Erreur/);
    await page.getByLabel('Après deux mois de repos').check();
    await expect(page.getByText(/35\s€ est dans les règles/)).toBeVisible();
    await expect(page.getByRole('table', { name: /pour vivre/ })).toContainText(/1\s007\s€/);
    await expectNoAccessibilityFault(page);
    await page.getByRole('button', { name: 'Continuer' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avant d’envoyer, à lire une fois');
    const tick = page.getByLabel('J’ai lu ce que proposer change');
    await expect(tick).not.toBeChecked();
    await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
    await expect(page.getByRole('alert')).toContainText('Cochez la case');
    await expectNoAccessibilityFault(page);
    await tick.check();
    await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();

    await expect(page.getByRole('heading', { name: 'Votre accord' })).toBeVisible();
    await expect(page.getByRole('status')).toContainText('C’est accepté');
    await expectNoAccessibilityFault(page);
    await expectOnePage(page);
    await expectCalendar(page);
    await passAnInstalment(page);

    await page.getByText('Changer d’avis').click();
    await page.getByRole('button', { name: 'Annuler cet accord' }).click();
    await expect(page.getByRole('status')).toContainText('C’est annulé');
  });

  test('that waits is answered on the page that is open, and the desk reads of her, not to her', async ({
    page,
    browser,
    baseURL
  }) => {
    test.slow();
    const person = await arrive(page);
    await page.goto('/mes-accords/nouveau');
    await chooseInstalments(page, '35');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByLabel('J’ai lu ce que proposer change').check();
    await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
    await expect(page.getByRole('heading', { name: 'Votre proposition est partie' })).toBeVisible();

    const window = await openDesk(browser, {
      storageState: holding(person.referentSecret, baseURL!),
      baseURL: baseURL!
    });
    const desk = await window.newPage();
    await desk.goto(`/bureau/dossiers/${person.caseId}/accord`);
    await expect(desk.getByText('Nous ne savons pas ce qu’il reste à la personne pour vivre.')).toBeVisible();
    expect(await desk.locator('main').innerText()).not.toMatch(/contre vous|il vous reste/);
    await desk.getByRole('button', { name: 'Accepter cet accord' }).click();
    await expect(desk.getByText('L’accord est accepté.')).toBeVisible();
    await window.close();
    await expect(page.getByRole('heading', { name: 'Votre accord' })).toBeVisible();
  });

  test('answered with other terms is read, then agreed after the warning once more', async ({ page }) => {
    test.slow();
    await arrive(page, { answers: ENOUGH, counter: true });
    await page.goto('/accueil');
    await page.getByRole('link', { name: 'Lire la proposition' }).click();
    await expect(page.getByText('Deux mois pour souffler, puis moins.')).toBeVisible();
    await expectNoAccessibilityFault(page);
    await page.getByRole('link', { name: 'Dire oui' }).click();
    await page.getByRole('button', { name: 'Dire oui à cet accord' }).click();
    await expect(page.getByRole('alert')).toContainText('Cochez la case');
    await page.getByLabel('J’ai lu ce que proposer change').check();
    await page.getByRole('button', { name: 'Dire oui à cet accord' }).click();
    await expect(page.getByRole('heading', { name: 'Votre accord' })).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a proposal is seen, read and sent, and what was typed stays', async ({ page }) => {
    test.slow();
    await arrive(page);
    await page.goto('/mes-accords/nouveau');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await chooseInstalments(page, 'douze');
    await page.getByRole('button', { name: 'Voir ce que cela donne' }).click();
    await expect(page.getByRole('alert')).toContainText('Nous avons besoin d’un nombre');
    await expect(page.getByLabel('Combien par mois, un mois ordinaire ?')).toHaveValue('douze');
    await page.getByLabel('Combien par mois, un mois ordinaire ?').fill('0');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.getByLabel('Combien par mois, un mois ordinaire ?')).toHaveAccessibleDescription(
      /Erreur\s: Nous avons besoin d’un montant/
    );
    await page.getByLabel('Combien par mois, un mois ordinaire ?').fill('35');
    await page.getByRole('button', { name: 'Voir ce que cela donne' }).click();
    await expect(page.getByText('nous ne le devinons pas')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Vos mois, un par un' })).toBeVisible();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Changer ma proposition' }).click();
    await expect(page.getByLabel('Combien par mois, un mois ordinaire ?')).toHaveValue('35');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByLabel('J’ai lu ce que proposer change').check();
    await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
    await expect(page.getByRole('heading', { name: 'Votre proposition est partie' })).toBeVisible();
    await page.goto('/accueil');
    await expect(page.getByText('Votre proposition est en lecture')).toBeVisible();
  });

  test('a line is contested, with words, and everything stops for it', async ({ page }) => {
    const person = await arrive(page);
    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[0]}`);
    await page.getByRole('link', { name: 'Je conteste' }).click();
    await page.getByLabel(/Ce que vous voulez dire/).fill('J’ai déjà payé en mai.');
    await page.getByRole('button', { name: 'Je conteste' }).click();
    await expect(page.getByRole('status')).toContainText('tout est arrêté');
    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[0]}`);
    await expect(page.getByText(/Vous contestez depuis le/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Je paie' })).toHaveCount(0);
  });

  test('saying that one cannot pay takes one gesture', async ({ page }) => {
    const person = await arrive(page);
    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[0]}/je-ne-peux-pas`);
    await page.getByRole('button', { name: 'Le dire à Leïla' }).click();
    await expect(page.getByRole('status')).toContainText('Leïla vous répond avant');
  });
});

/** "Je passe ce mois-ci": refused beside its button when the day is none, then done by one press, and the sum is the same. */
async function passAnInstalment(page: Page) {
  const go = page.getByRole('button', { name: /^Passer le/ });
  const day = await page.locator('[name=passedDay]').inputValue();
  await page.locator('[name=passedDay]').evaluate((field: HTMLInputElement) => (field.value = '2020-01-01'));
  await go.click();
  await expect(page.getByRole('alert')).toContainText('Aucun versement n’est prévu ce jour-là');
  await expect(go).toHaveAccessibleDescription(/Aucun versement/);
  await expectNoAccessibilityFault(page);
  await go.click();
  await expect(page.getByRole('status').first()).toContainText('C’est noté : rien à verser le');
  await expect(page.locator('[name=passedDay]')).not.toHaveValue(day);
  await expect(page.getByText('c’est encore possible un mois sur douze')).toBeVisible();
  await expect(page.getByText(/Le versement du .* est passé au/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Les versements' })).toContainText('0,00');
  await page.getByRole('button', { name: 'Recevoir un rappel' }).click();
  // she confirmed no channel yet: why not, and what is missing, stands beside the button
  await expect(page.getByRole('button', { name: 'Recevoir un rappel' })).toHaveAccessibleDescription(
    /une adresse ou un numéro/
  );
  await expectNoAccessibilityFault(page);
  await expectOnePage(page);
}

/** The document prints on one sheet of A4. */
async function expectOnePage(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
}

/** The calendar holds each instalment, and neither amount nor name. */
async function expectCalendar(page: Page) {
  const address = await page.getByRole('link', { name: /agenda/ }).getAttribute('href');
  const text = await (await page.request.get(address ?? '')).text();
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(18);
  // days and identifiers are digits too, and may hold those of the amount
  const words = text.replace(/^(?:UID|DT\w+)\b.*$/gm, '');
  expect(words).not.toMatch(/€|EUR|Hermine|35/);
}
