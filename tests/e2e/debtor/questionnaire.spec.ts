import type { Page, Route } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { makePerson, signIn } from '../support/person';
import { expect, test } from '../support/test';
import { cutNetwork, mendNetwork, openWithWorker } from './network';
import { answer, isAsked } from './questions';

test.use({ serviceWorkers: 'allow' });

const START = '/questionnaire';
const FIRST = '/questionnaire/vous-et-nous/besoin';
const REVIEW = '/questionnaire/reponses';

const oneChoice = (choice: string) => ({ kind: 'one_choice', choice });

async function wayThrough(page: Page) {
  await page.goto(START);
  await page.getByRole('link', { name: 'Commencer' }).click();
  await isAsked(page, /besoin en premier/);
  await expect(page.getByText('Question 1 sur environ 17')).toBeVisible();
  await answer(page, 'Je conteste');
  await isAsked(page, /préférez-vous nous parler/);
  await expect(page.getByText('Question 1 enregistrée.')).toBeVisible();
  await expect(page.getByText(/Vous contestez/)).toBeVisible();
  await answer(page, 'Par message');
  await isAsked(page, /Banque de France/);
  await answer(page, 'Plus tard');
  await isAsked(page, /aiderait pour nos échanges/);
  await answer(page, 'De gros caractères');
  await isAsked(page, /Avant la question suivante/);
  await expect(page.getByText('Cela n’efface pas l’historique de ce téléphone.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Voir la question' }).click();
  await isAsked(page, /gère-t-il votre argent/);
  await answer(page, 'Je préfère ne pas répondre');
  await isAsked(page, /autre chose/);
  await page.getByRole('textbox', { name: 'Votre réponse' }).fill('<b>Merci</b> & =1+1');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /Comment vous sentez-vous/);
  await answer(page, 'C’est trop');
  await isAsked(page, /Quelqu’un peut vous écouter/);
  await expect(page.getByRole('main').getByRole('link', { name: '3114' })).toBeVisible();
  await page.getByRole('link', { name: 'Continuer' }).click();
  await isAsked(page, /Pouvons-nous le dire/);
  await answer(page, 'Non, je le garde pour moi');
  await isAsked(page, /Vos réponses/);
  await expect(page.getByText('<b>Merci</b> & =1+1')).toBeVisible();
  await expect(page.getByText('Remis à plus tard')).toBeVisible();
  await page.getByRole('link', { name: 'J’ai terminé' }).click();
  await isAsked(page, /C’est enregistré/);
  await expect(page.getByText(/Rien n’est attendu de vous/)).toBeVisible();
}

test('she goes through the questions, and each page says what is kept', async ({ page, context }) => {
  await signIn(context, await makePerson());
  await wayThrough(page);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole way works', async ({ page, context }) => {
    await signIn(context, await makePerson());
    await wayThrough(page);
  });

  test('what cannot be taken comes back as typed, with how to fix it', async ({ page, context }) => {
    await signIn(context, await makePerson());
    await page.goto('/questionnaire/le-mois/fin-de-mois');
    await page.getByLabel('À peu près ce montant').check();
    await page.getByLabel('Montant par mois').fill('douze');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page).toHaveTitle(/^Erreur/);
    await expect(page.getByRole('link', { name: /nous avons besoin d’un nombre/ })).toBeVisible();
    await expect(page.getByLabel('Montant par mois')).toHaveValue('douze');
    await expect(page.getByLabel('À peu près ce montant')).toBeChecked();
  });

  test('a signal is removed on a page of its own, with two equal buttons', async ({ page, context }) => {
    const answers = [{ questionId: 'recent_change' as const, value: oneChoice('separation') }];
    await signIn(context, await makePerson({ answers }));
    await page.goto('/mes-signaux');
    await page.getByRole('link', { name: /^Retirer/ }).click();
    await expect(page.getByText('Une seule chose à faire à la fois.')).toBeVisible();
    const [remove, keep] = [
      await page.getByRole('button', { name: 'Retirer le signal' }).boundingBox(),
      await page.getByRole('link', { name: 'Garder' }).boundingBox()
    ];
    expect(remove!.height).toBe(keep!.height);
    await page.getByRole('button', { name: 'Retirer le signal' }).click();
    await expect(page.getByRole('heading', { name: /est retiré/ })).toBeVisible();
    await expect(page.getByText(/Aucun signal/)).toBeVisible();
  });
});

test('with script, a refusal is shown as well, and one way of answering lifts the other', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto('/questionnaire/vous-et-nous/echanges');
  await page.getByLabel('Par courrier').check();
  await page.getByLabel('Plus tard').check();
  await expect(page.getByLabel('Par courrier')).not.toBeChecked();
  await page.goto('/questionnaire/vous-et-nous/besoin');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('link', { name: /il manque une réponse/ })).toBeVisible();
});

test('an earlier answer that changes takes stale ones away', async ({ page, context }) => {
  const answers = [
    { questionId: 'first_need' as const, value: oneChoice('pay_smaller') },
    { questionId: 'recent_change' as const, value: oneChoice('work') }
  ];
  await signIn(context, await makePerson({ answers }));
  await page.goto(REVIEW);
  await expect(page.getByText('Le travail')).toBeVisible();
  await page.getByRole('link', { name: /Modifier.*besoin en premier/ }).click();
  await expect(page.getByLabel('Payer plus petit')).toBeChecked();
  await answer(page, 'Je conteste');
  await expect(page).toHaveURL(REVIEW);
  await expect(page.getByText('Le travail')).toBeHidden();
  await page.goto('/mes-signaux');
  await expect(page.getByText(/Aucun signal/)).toBeVisible();
});

test('what another device answered meanwhile is shown, not overwritten', async ({ page, context }) => {
  await signIn(context, await makePerson());
  const other = await context.newPage();
  await page.goto(FIRST);
  await other.goto(FIRST);
  await answer(other, 'Trouver des aides');
  await isAsked(other, /préférez-vous nous parler/);
  await answer(page, 'Qu’on m’écoute');
  await expect(page.getByText(/Sur un autre appareil, vous avez répondu/)).toContainText('Trouver des aides');
  await expect(page.getByLabel('Qu’on m’écoute')).toBeChecked();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /préférez-vous nous parler/);
});

test('without network the answers are kept, the questions go on, and everything leaves later', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto(FIRST);
  await Promise.all([page.waitForResponse(/hors-ligne\/questions/), page.getByLabel('Je conteste').check()]);
  await cutNetwork(context);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /préférez-vous nous parler/);
  await expect(page.getByText('Pas de réseau : votre réponse partira toute seule.')).toBeVisible();
  await answer(page, 'Par courrier');
  await isAsked(page, /Banque de France/);
  await expect(page.getByText('Pas de réseau : vos 2 réponses partiront toutes seules.')).toBeVisible();
  await expectNoAccessibilityFault(page);

  await page.getByRole('link', { name: 'Retour' }).click();
  await isAsked(page, /préférez-vous nous parler/);
  await expect(page.getByLabel('Par courrier')).toBeChecked();
  await page.getByLabel('Par message').check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /Banque de France/);

  await mendNetwork(context);
  await expect(page.getByText('Le réseau est revenu : vos réponses sont enregistrées.')).toBeVisible({
    timeout: 25_000
  });
  await answer(page, 'Non');
  await isAsked(page, /aiderait pour nos échanges/);
  await page.goto(REVIEW);
  await expect(page.getByText('Je conteste')).toBeVisible();
  await expect(page.getByText('Par message')).toBeVisible();
  await expect(page.getByText('Par courrier')).toBeVisible();
});

test('what was kept leaves after the page was closed, and nothing readable stays on the phone', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await openWithWorker(page, FIRST);
  await page.getByLabel('Trouver des aides').check();
  await cutNetwork(context);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText(/partira toute seule/)).toBeVisible();
  const atRest = await page.evaluate(readOutbox);
  expect(atRest.forms).toBe(1);
  expect(atRest.text).not.toContain('aids');
  expect(atRest.isKeyExtractable).toBe(false);

  await page.reload();
  await isAsked(page, /Pas de réseau/);
  await mendNetwork(context);
  // the page that could not open does so by itself
  await isAsked(page, /préférez-vous nous parler/);
  // the page is read anew once everything has left, which may cut a look at the phone short
  const left = () =>
    page.evaluate(readOutbox).then(
      ({ forms }) => forms,
      () => null
    );
  await expect.poll(left, { timeout: 25_000 }).toBe(0);
  await page.waitForLoadState();
  await page.goto(REVIEW);
  await expect(page.getByText('Trouver des aides')).toBeVisible();
});

test('the page that could not open does so by itself, and shows what was kept once it left', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await openWithWorker(page, FIRST);
  await Promise.all([page.waitForResponse(/hors-ligne\/questions/), page.getByLabel('Je conteste').check()]);
  await cutNetwork(context);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await isAsked(page, /préférez-vous nous parler/);
  await answer(page, 'Par courrier');
  await isAsked(page, /Banque de France/);
  await page.goto(REVIEW).catch(() => undefined);
  await isAsked(page, /Pas de réseau/);
  await expect(page.getByText('Cette page s’ouvrira d’elle-même')).toBeVisible();
  await expect(page.getByText('touchez « Essayer de nouveau »')).toBeHidden();
  await expectNoAccessibilityFault(page);

  await mendNetwork(context);
  await isAsked(page, /Vos réponses/);
  await expect(page.getByText('Je conteste')).toBeVisible();
  await expect(page.getByText('Par courrier')).toBeVisible();
});

test.describe('a page asked for while answers were leaving', () => {
  // the worker would answer in the place of the route that holds the page back
  test.use({ serviceWorkers: 'block' });

  for (const [address, words] of [
    [REVIEW, 'Trouver des aides'],
    ['/questionnaire', 'Reprendre']
  ] as const) {
    test(`is read anew: ${address}`, async ({ page, context }) => {
      await signIn(context, await makePerson());
      await page.goto(FIRST);
      await page.getByLabel('Trouver des aides').check();
      await page.route('**/*', (route) => route.abort('internetdisconnected'));
      await page.getByRole('button', { name: 'Continuer' }).click();
      await expect(page.getByText(/partira toute seule/)).toBeVisible();
      const other = await context.newPage();
      const held = async (route: Route) => {
        const made = await route.fetch();
        await page.unroute('**/*');
        await page.evaluate(() => dispatchEvent(new Event('online')));
        await expect(page.getByText('Le réseau est revenu')).toBeVisible();
        await route.fulfill({ response: made });
      };
      await other.route(`**${address}`, held, { times: 1 });
      await other.goto(address);
      await expect(other.getByText(words).first()).toBeVisible();
    });
  }
});

test('signing out takes what waits off the phone', async ({ page, context }) => {
  await signIn(context, await makePerson());
  await page.goto(FIRST);
  await page.getByLabel('Trouver des aides').check();
  await context.route('**/questionnaire/**', (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.fallback()
  );
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText(/partira toute seule/)).toBeVisible();
  await page.getByText('Menu', { exact: true }).click();
  await page.locator('form[action="/sortir"] button').click();
  await expect(page).toHaveURL(/sortir/);
  expect((await page.evaluate(readOutbox)).forms).toBe(0);
});

/** What stands in the phone's own database. */
async function readOutbox(): Promise<{ forms: number; text: string; isKeyExtractable: boolean | null }> {
  const request = indexedDB.open('oxygene');
  const done = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('refused'));
    });
  const database = await done(request);
  if (!database.objectStoreNames.contains('forms')) {
    database.close();
    return { forms: 0, text: '', isKeyExtractable: null };
  }
  const all = (store: string) => done(database.transaction(store).objectStore(store).getAll());
  const [forms, keys] = [await all('forms'), await all('keys')];
  database.close();
  const bytes = forms.flatMap(({ sealed }: { sealed: ArrayBuffer }) => [...new Uint8Array(sealed)]);
  const key = keys[0] as CryptoKey | undefined;
  return {
    forms: forms.length,
    text: String.fromCharCode(...bytes),
    isKeyExtractable: key?.extractable ?? null
  };
}
