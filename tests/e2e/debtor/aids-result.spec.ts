import { expectNoAccessibilityFault } from '../support/accessibility';
import { answerAll, begin, heading } from '../support/simulator';
import { expect, test } from '../support/test';

test.describe('the result, without a name', () => {
  test('arrears come first, addresses are looked for when she wishes, and a claim is ready to send', async ({
    page
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await begin(page);
    await answerAll(page);
    const parts = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(parts.indexOf('D’abord, pour vos retards')).toBeLessThan(parts.indexOf('À demander'));
    expect(parts).toContain('D’abord, pour vos retards');
    await expect(page.getByRole('heading', { name: 'Pas de coupure d’énergie l’hiver' })).toBeVisible();
    expect(asked.filter((path) => path.includes('organismes'))).toEqual([]);
    await page.getByRole('button', { name: 'Voir les adresses près de chez moi' }).click();
    await page
      .getByText(/Adresse la plus proche.: Rennes/)
      .first()
      .click();
    await expect(page.getByText(/Adresse connue.: /).first()).toBeVisible();
    expect(asked.filter((path) => path.includes('organismes'))).toEqual(['/api/organismes/35238']);
    await expectNoAccessibilityFault(page);
    await page.getByRole('button', { name: 'Préparer ma demande : Prime d’activité' }).click();
    await expect(heading(page)).toContainText('prête à envoyer');
    await expect(page.getByText('Je souhaite demander cette aide')).toBeVisible();
    await expect(page.getByRole('link', { name: 'L’ouvrir dans mon courriel' })).toHaveAttribute(
      'href',
      /^mailto:\?subject=Ma%20demande/
    );
    await expectNoAccessibilityFault(page);
    await page.getByRole('button', { name: 'Revenir à mon résultat' }).click();
    await expect(page.getByText(/Adresse la plus proche.: Rennes/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Je l’ai déjà : Pas de coupure d’énergie l’hiver' }).click();
    await expect(page.getByText(/Déjà à vous.: Pas de coupure/)).toBeVisible();
  });
});
