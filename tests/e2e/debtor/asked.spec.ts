import { expectNoAccessibilityFault } from '../support/accessibility';
import { arrive, makePerson } from '../support/person';
import { expect, test } from '../support/test';

test.describe('what is asked', () => {
  test('offers six equal choices, and neither payment nor plan where a human must look first', async ({
    page
  }) => {
    const person = await arrive(page, { debts: [{}, { creditor: 'Mobilis', unpaidForMonths: 40 }] });
    await page.goto('/mes-dettes');
    await expect(page).toHaveURL(/\/ce-qui-m-est-demande$/);
    await page.getByRole('link', { name: /Banque Hermine/ }).click();
    await expect(page.getByText('Rien ne peut s’ajouter')).toBeVisible();
    const choices = page.getByRole('region', { name: 'Que voulez-vous faire ?' }).getByRole('link');
    await expect(choices).toHaveText([
      'Je paie',
      'Je propose',
      'Je ne peux pas',
      'Je conteste',
      'Ce n’est pas moi',
      'Je veux parler'
    ]);
    const widths = await choices.evaluateAll((all) =>
      all.map((one) => Math.round(one.getBoundingClientRect().width))
    );
    expect(new Set(widths).size).toBe(1);
    await expectNoAccessibilityFault(page);

    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[1]}`);
    await expect(page.getByText(/Une personne de notre équipe vérifie/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Je paie' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Je propose' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Je conteste' })).toBeVisible();
    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[1]}/je-ne-peux-pas`);
    await expect(page.getByText(/un repos, une petite somme/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Le dire à Leïla' }).click();
    await expect(page.getByRole('status')).toContainText('Leïla vous répond avant');
    await expect(page.getByRole('link', { name: 'Demander un repos' })).toHaveCount(0);
  });

  test('where a human must look first at all that is asked, no page offers a proposal', async ({ page }) => {
    await arrive(page, { debts: [{ unpaidForMonths: 30 }] });
    await page.goto('/mes-accords');
    await expect(page.getByText(/rien à proposer pour le moment/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Proposer un accord' })).toHaveCount(0);
    await page.goto('/mes-accords/nouveau');
    await expect(page.getByText('Une personne de notre équipe vérifie d’abord.')).toBeVisible();
    await expect(page.getByText(/vous contestez/)).toHaveCount(0);
  });

  test('says how to pay by transfer, with a reference that checks itself and no card', async ({ page }) => {
    const person = await arrive(page);
    await page.goto(`/ce-qui-m-est-demande/${person.debtIds[0]}/payer`);
    await expect(page.getByText(/^RF\d\d /)).toBeVisible();
    await expect(page.getByText('Une partie suffit')).toBeVisible();
    await expect(page.locator('form input:not([type="hidden"])')).toHaveCount(0);
    await expectNoAccessibilityFault(page);
  });

  test('another person’s line looks like a page that does not exist', async ({ page }) => {
    const other = await makePerson();
    await arrive(page);
    const response = await page.goto(`/ce-qui-m-est-demande/${other.debtIds[0]}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('link', { name: /Parler à/ })).toBeVisible();
  });
});
