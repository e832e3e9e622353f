import { expectNoAccessibilityFault } from '../support/accessibility';
import { makePerson, signIn } from '../support/person';
import { answerAll, begin } from '../support/simulator';
import { expect, test } from '../support/test';

/** Today as a date box wants it, in Paris. */
const today = () => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a reminder is hers to choose, stands on her pages when due, and her referent reads only what she shows', async ({
      page,
      browser,
      baseURL
    }) => {
      const nadia = await makePerson();
      await signIn(page.context(), nadia);
      await begin(page, '/mes-aides');
      await answerAll(page);
      // the first of all: a right of the catalogue for her arrears, that the engine does not compute
      const fsl = page.locator('li').filter({ hasText: /^\s*Fonds de solidarité/ });
      await fsl.getByText('Suivre ma demande').first().click();
      await page.getByRole('button', { name: /^À faire plus tard : Fonds de solidarité/ }).click();
      await expect(page.getByRole('heading', { name: 'Mes demandes', exact: true })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('droit à plus');
      await expect(
        page.getByRole('heading', { level: 3, name: /^Fonds de solidarité/ }).last()
      ).toBeVisible();
      await page.getByText('Donner des nouvelles').click();
      await page.getByLabel('Me le rappeler le').fill('2020-01-01');
      await page.getByRole('button', { name: 'Noter' }).click();
      await expect(page.getByRole('alert')).toContainText('aujourd’hui ou un jour à venir');
      await expect(page.getByLabel('Me le rappeler le')).toHaveValue('2020-01-01');
      await page.getByLabel('Me le rappeler le').fill(today());
      await page.getByRole('button', { name: 'Noter' }).click();
      await expect(page.getByRole('heading', { name: 'Un rappel que vous avez demandé' })).toBeVisible();
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);
      await page.goto('/accueil');
      await expect(page.getByRole('heading', { name: 'Un rappel que vous avez demandé' })).toBeVisible();

      const desk = await browser.newContext({ baseURL, javaScriptEnabled });
      await desk.addCookies([
        { name: 'oxygene', value: nadia.referentSecret, url: baseURL!, httpOnly: true, sameSite: 'Lax' }
      ]);
      const referent = await desk.newPage();
      await referent.goto(`/bureau/dossiers/${nadia.caseId}`);
      await expect(referent.getByRole('heading', { name: /Ses demandes/ })).toHaveCount(0);

      await begin(page, '/mes-aides');
      await answerAll(page);
      await page.getByLabel(/peut voir où en sont mes demandes/).check();
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByText('C’est enregistré dans votre dossier')).toBeVisible();
      await referent.reload();
      await expect(referent.getByRole('heading', { name: 'Ses demandes d’aides' })).toBeVisible();
      await expect(referent.getByText('À faire', { exact: true })).toBeVisible();
      await expect(referent.getByText(/^Fonds de solidarité pour le logement/)).toBeVisible();
      await desk.close();
    });
  });
}
