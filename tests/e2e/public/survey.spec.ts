import { expectNoAccessibilityFault } from '../support/accessibility';
import { giveSurvey, makePerson, signIn } from '../support/person';
import { expect, test } from '../support/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('one tap without sign-in, a word if she wishes, and a call that only then says who she is', async ({
      page,
      browser
    }) => {
      const person = await makePerson();
      const link = await giveSurvey(person.caseId);
      // a scanner opens it: nothing is answered
      expect((await page.request.get(link)).status()).toBe(200);
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('vous a‑t‑elle été utile');
      await expect(page.locator('main')).not.toContainText('Nadia');
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);
      await page.getByRole('button', { name: 'Plutôt oui' }).click();
      await expect(page.getByText(/Plutôt oui.*est enregistrée/)).toBeVisible();
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);

      await expect(page.getByRole('link', { name: 'Ce que vos avis ont déjà changé' })).toBeVisible();
      await page.getByRole('link', { name: 'Changer ma réponse' }).click();
      await page.getByRole('button', { name: 'Oui, vraiment' }).click();
      await expect(page.getByText(/Oui, vraiment.*est enregistrée/)).toBeVisible();
      const words = page.getByLabel('Qu’est-ce qui vous a été utile');
      await words.fill('a'.repeat(1001));
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await expect(page.getByRole('alert')).toContainText('trop long');
      await expect(words).toHaveValue('a'.repeat(1001));
      await words.fill('<b>Merci</b>, =1+1');
      await page.getByLabel('Rappelez-moi à ce sujet').check();
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'C’est envoyé' })).toBeVisible();
      await expect(page.getByText('Nous n’avons pas votre numéro')).toBeVisible();
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);

      const desk = await browser.newContext({ baseURL: process.env.OXYGENE_E2E_URL, locale: 'fr-FR' });
      await signIn(desk, { ...person, secret: person.referentSecret });
      const atDesk = await desk.newPage();
      await atDesk.goto(`/bureau/dossiers/${person.caseId}`);
      // what she said with her name beside it is in the thread; the answer she chose is not
      await expect(atDesk.locator('main')).toContainText(
        'Appel demandé au sujet de l’avis donné. Le numéro manque'
      );
      await expect(atDesk.locator('main')).toContainText('<b>Merci</b>, =1+1');
      await expect(atDesk.locator('body')).not.toContainText('Oui, vraiment');
      await desk.close();
    });
  });
}

test('she may decline, and a link that is none says so calmly', async ({ page }) => {
  const person = await makePerson();
  await page.goto(await giveSurvey(person.caseId));
  await page.getByRole('button', { name: 'Je ne souhaite pas répondre' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible();
  await page.goto('/avis/AAAAAAAAAAAAAAAAAAAAAA');
  await expect(page.getByRole('heading', { level: 1, name: 'Ce lien ne sert plus' })).toBeVisible();
  await expectNoAccessibilityFault(page);
});
