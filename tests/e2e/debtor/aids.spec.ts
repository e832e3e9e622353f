import type { Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import {
  ANSWERS,
  PLACE,
  UNTIL_PLACE,
  answerAll,
  begin,
  heading,
  leave,
  next,
  sum,
  title,
  unfold
} from '../support/simulator';
import { expect, test } from '../support/test';

test.use({ serviceWorkers: 'allow' });

/** Run in the page: whether the last of the files kept for the next visit is there. */
async function isReadyForOffline(): Promise<boolean> {
  for (const name of await caches.keys())
    if (name.startsWith('oxygene-') && (await caches.match('/territory/index.json'))) return true;
  return false;
}

test.describe('without a name', () => {
  test('twelve questions at most lead to a result, computed on the phone: nothing is sent', async ({
    page
  }) => {
    await page.goto('/aides');
    await expect(page.getByText('Rien n’est gardé, rien n’est envoyé.')).toBeVisible();
    await expect(page.getByText('Vos réponses servent au calcul')).toBeHidden();
    await expectNoAccessibilityFault(page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await page.getByRole('button', { name: 'Commencer' }).click();
    await leave(page, 'Trouver les aides auxquelles vous avez droit');
    await expectNoAccessibilityFault(page);
    const asked = await answerAll(page);
    expect(asked.length).toBeLessThanOrEqual(12);
    await expect(page.getByRole('heading', { name: 'Prime d’activité' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Ce que cela change dans le mois' })).toBeVisible();
    await expect(
      page.getByText('Un site qui vous fait payer pour une aide n’est pas officiel.')
    ).toBeVisible();
    expect(sent).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    await page
      .locator('details')
      .evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')));
    await expectNoAccessibilityFault(page);
  });

  test('an aid she already has leaves the sum, and what would change it can be seen', async ({ page }) => {
    await begin(page);
    await answerAll(page);
    const before = await sum(page);
    await page.getByRole('button', { name: 'Je l’ai déjà', exact: true }).first().click();
    await expect.poll(() => sum(page)).not.toBe(before);
    await page.getByText('Je reprends un travail').click();
    await page.getByLabel('Salaire net par mois').fill('beaucoup');
    await page.locator('button[value="if:job"]').click();
    await expect(page.getByRole('alert')).toContainText('nous avons besoin d’un nombre');
    await page.getByLabel('Salaire net par mois').fill('2 600');
    await page.locator('button[value="if:job"]').click();
    await expect(heading(page)).toContainText('Et si');
    await expect(page.getByRole('row', { name: /Ensemble/ })).toBeVisible();
    await page.getByRole('button', { name: 'Revenir à mon résultat' }).click();
    await expect(heading(page)).toContainText('droit à plus');
  });

  test('what cannot be is asked again beside its box, and what was typed stays', async ({ page }) => {
    await begin(page);
    for (const question of Object.keys(ANSWERS).slice(0, 3)) {
      await ANSWERS[question]?.(page);
      await next(page);
      await leave(page, question);
    }
    await page.getByLabel('Votre âge').fill('15');
    await next(page);
    await expect(page.getByRole('alert')).toContainText('écrivez un âge entre 16 et 120 ans');
    await expect(page.getByLabel('Votre âge')).toHaveValue('15');
    await expect(page).toHaveTitle(/^Erreur/);
    await expectNoAccessibilityFault(page);
    await page.getByLabel('Votre âge').fill('34');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toContainText('Que faites-vous');
    await page.goBack();
    await expect(heading(page)).toContainText('Quel âge');
  });

  test('a situation we do not compute is sent to a person and to the official simulator', async ({
    page
  }) => {
    await begin(page);
    await page.getByLabel('Je travaille à mon compte').check();
    await next(page);
    await expect(heading(page)).toContainText('Mieux vaut un calcul fait pour vous');
    await expect(page.getByText('mesdroitssociaux.gouv.fr')).toBeVisible();
    await expectNoAccessibilityFault(page);
  });

  test('answers stay on the phone only once she asks, and one button erases them', async ({ page }) => {
    const kept = () => page.evaluate(() => localStorage.length);
    await begin(page);
    await ANSWERS['L’une de ces situations est-elle la vôtre ?']?.(page);
    await next(page);
    await expect(heading(page)).toContainText('en couple');
    expect(await kept()).toBe(0);
    await page.getByRole('button', { name: 'Garder sur ce téléphone' }).click();
    await expect(page.getByText('gardées sur ce téléphone, et nulle part ailleurs')).toBeVisible();
    await page.goto('/aides');
    await page.getByRole('button', { name: 'Reprendre mes réponses' }).click();
    await expect(heading(page)).toContainText('en couple');
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await expect(page.getByText('effacées de ce téléphone')).toBeVisible();
    expect(await kept()).toBe(0);
  });

  test('without network it goes on after a first visit', async ({ page, context }) => {
    await page.goto('/aides');
    await expect.poll(() => page.evaluate(isReadyForOffline), { timeout: 15_000 }).toBe(true);
    // setOffline alone does not cut the worker's own requests
    await context.setOffline(true);
    await context.route('**/*', (route) => route.abort('internetdisconnected'));
    await page.goto('/aides');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await leave(page, 'Trouver les aides auxquelles vous avez droit');
    for (const question of UNTIL_PLACE) {
      expect(await title(page)).toBe(question);
      await ANSWERS[question]?.(page);
      await next(page);
      await leave(page, question);
    }
    await ANSWERS[PLACE]?.(page);
    await next(page);
    await page.getByLabel(/Une ville de plus de/).check();
    await next(page);
    await leave(page, PLACE);
    await answerAll(page);
    await expect(page.getByRole('heading', { name: 'Prime d’activité' })).toBeVisible();
    await expect(page.getByText('seules les aides nationales sont montrées')).toBeVisible();
  });

  test('it reads at twice the size of a small phone without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 180, height: 400 });
    await begin(page);
    await answerAll(page);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
  });
});

test.describe('without a name, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same questions are plain forms and give the same result, with nothing in the address', async ({
    page
  }) => {
    await page.goto('/aides');
    await expect(page.getByText('Vos réponses servent au calcul')).toBeVisible();
    await expect(page.getByText('rien n’est envoyé')).toBeHidden();
    await begin(page);
    const asked = await answerAll(page);
    expect(asked.length).toBeLessThanOrEqual(12);
    await expect(page.getByRole('heading', { name: 'Prime d’activité' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('?/simulate');
    await expect(page.getByText(/Adresse la plus proche.: /).first()).toBeVisible();
    await page.getByRole('button', { name: 'Préparer ma demande : Prime d’activité' }).click();
    await expect(page.getByText('Je souhaite demander cette aide')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Je souhaite demander cette aide')).toBeVisible();
    await expect(page.getByRole('banner')).toBeHidden();
    await page.emulateMedia({ media: null });
    await backToResult(page);
    for (const event of ['birth', 'move']) {
      const see = page.locator(`button[value="if:${event}"]`);
      await unfold(page, see);
      if (event === 'move') {
        await page.getByLabel('Nouveau loyer').fill('640');
        await page.getByLabel('Nouveau code postal').fill('75019');
      }
      await see.click();
      await expect(heading(page)).toContainText('Et si');
      await expect(page.getByRole('row', { name: /Ensemble/ }).first()).toBeVisible();
      await backToResult(page);
    }
    const before = await sum(page);
    await page.getByRole('button', { name: 'Je l’ai déjà', exact: true }).first().click();
    await expect.poll(() => sum(page)).not.toBe(before);
  });

  test('several communes of one postcode are to choose from, and an unknown one offers near names', async ({
    page
  }) => {
    await begin(page);
    for (const question of UNTIL_PLACE) {
      await ANSWERS[question]?.(page);
      await next(page);
    }
    await page.getByLabel('Votre code postal').fill('35999');
    await next(page);
    await expect(page.getByRole('alert')).toContainText('nous ne connaissons pas 35999');
    expect(await page.getByRole('radio').count()).toBeGreaterThan(2);
    await page.getByLabel('Votre code postal').fill('01000');
    await next(page);
    await expect(page.getByRole('alert')).toContainText('plusieurs communes ont ce code');
    await page.getByRole('radio').first().check();
    await next(page);
    await expect(heading(page)).not.toContainText('commune');
  });
});

/** Goes back to the result, and waits for it: what is on the page before is not what is looked for after. */
async function backToResult(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Revenir à mon résultat' }).click();
  await expect(page.getByRole('heading', { name: 'Prime d’activité' })).toBeVisible();
}
