import { expectNoAccessibilityFault } from '../support/accessibility';
import { makePerson, signIn } from '../support/person';
import { expect, test } from '../support/test';
import { holding, openDesk } from '../support/desk';
import { cutNetwork, mendNetwork } from './network';

test.use({ serviceWorkers: 'allow' });

test('she writes to her referent, sees it in the thread, and reads an honest promise', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto('/messages');
  await expect(page.getByRole('heading', { level: 1, name: 'Leïla Amrani' })).toBeVisible();
  await page.getByLabel('Votre message').fill('Bonsoir <b>Leïla</b>, =1+1');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByText(/Message envoyé\. Leïla répond /)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Vos échanges' })).toContainText('Bonsoir <b>Leïla</b>, =1+1');
  await expect(page.getByLabel('Votre message')).toHaveValue('');
  await expectNoAccessibilityFault(page);
});

test('an empty message is explained next to the field, and a long one is kept', async ({ page, context }) => {
  await signIn(context, await makePerson());
  await page.goto('/messages');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Il manque votre message');
  const long = 'a'.repeat(6001);
  await page.getByLabel('Votre message').fill(long);
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/6\s001 signes/);
  await expect(page.getByLabel('Votre message')).toHaveValue(long);
});

test('what one tab sends appears in another without reloading', async ({ page, context }) => {
  await signIn(context, await makePerson());
  const other = await context.newPage();
  await other.goto('/messages');
  await page.goto('/messages');
  await page.getByLabel('Votre message').fill('Depuis un autre onglet');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(other.getByText('Depuis un autre onglet')).toBeVisible();
});

test('who answers has a name as soon as somebody is named, on the page that is open', async ({
  page,
  context,
  browser,
  baseURL
}) => {
  const person = await makePerson({ isFollowed: false });
  await signIn(context, person);
  await page.goto('/messages');
  await expect(page.getByRole('heading', { level: 1, name: 'L’équipe Oxygène' })).toBeVisible();
  await page.getByLabel('Votre message').fill('Bonjour');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByText(/Message envoyé\. L’équipe Oxygène répond /)).toBeVisible();

  const window = await openDesk(browser, {
    storageState: holding(person.supervisorSecret, baseURL!),
    baseURL: baseURL!
  });
  const desk = await window.newPage();
  await desk.goto(`/bureau/dossiers/${person.caseId}/suivi`);
  const track = desk.getByRole('region', { name: 'Le parcours' });
  await track.getByLabel('Oxygène', { exact: true }).check();
  await track.getByLabel('La raison, en une phrase').fill('Pour un essai.');
  await track.getByRole('button', { name: 'Décider' }).click();
  await expect(desk.getByText('C’est décidé : Oxygène.')).toBeVisible();
  await window.close();

  await expect(page.getByRole('heading', { level: 1, name: 'Leïla Amrani' })).toBeVisible();
  await expect(page.getByText('Une seule personne vous suivra')).toHaveCount(0);
  await expect(page.getByText(/Message envoyé\. Leïla répond /)).toBeVisible();
  await expect(page.getByText('Leïla le lit. Le créancier, jamais.')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('L’équipe Oxygène');
  await expectNoAccessibilityFault(page);
});

test('without network a message is kept, shown as to be sent, and leaves once, also after the page was closed', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto('/messages');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await cutNetwork(context);
  for (const text of ['Écrit dans le train', 'Et un autre']) {
    await page.getByLabel('Votre message').fill(text);
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Messages à envoyer' })).toContainText(text);
    await expect(page.getByLabel('Votre message')).toHaveValue('');
  }
  await expect(page.getByText('À envoyer : partira tout seul.').first()).toBeVisible();
  await expect(page.getByText(/gardé et chiffré sur ce téléphone/)).toBeVisible();
  await expectNoAccessibilityFault(page);
  await page.goto('/messages').catch(() => undefined);
  await expect(page.getByRole('heading', { name: /Pas de réseau/ })).toBeVisible();

  await mendNetwork(context);
  // the page that could not open does so by itself
  const thread = page.getByRole('list', { name: 'Vos échanges' });
  await expect(thread).toContainText('Et un autre', { timeout: 30_000 });
  await expect(page.getByRole('list', { name: 'Messages à envoyer' })).toBeHidden();
  await page.reload();
  await expect(thread.getByText('Écrit dans le train')).toHaveCount(1);
  await expect(thread.getByText('Et un autre')).toHaveCount(1);
});

test('a message whose answer was lost on the way is sent again and written once', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto('/messages');
  let isLost = true;
  await context.route('**/messages?/send', async (route) => {
    // it arrives, and the network fails before the phone hears so
    await route.fetch();
    if (isLost) await route.abort('internetdisconnected');
    else await route.continue();
  });
  await page.getByLabel('Votre message').fill('Une seule fois');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Messages à envoyer' })).toContainText('Une seule fois');
  isLost = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText(/c’est envoyé/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Messages à envoyer' })).toBeHidden();
  await expect(page.getByRole('list', { name: 'Vos échanges' }).getByText('Une seule fois')).toHaveCount(1);
});

test('who wrote and called: the register, her choices, and "c’était de trop" works', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto('/mes-contacts');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qui vous a écrit ou appelé');
  await page.getByLabel('Le téléphone').check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Vos choix sont enregistrés')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Le téléphone' })).toBeChecked();
  await expectNoAccessibilityFault(page);
});

test('discreet exchanges: no call is offered, and her page of contacts promises no letter', async ({
  page,
  context
}) => {
  const answers = [
    { questionId: 'going_without' as const, value: { kind: 'one_choice', choice: 'often' } },
    { questionId: 'money_control' as const, value: { kind: 'one_choice', choice: 'worries_me' } }
  ];
  await signIn(context, await makePerson({ answers }));
  await page.goto('/mes-contacts');
  await expect(page.getByText(/tout reste ici, dans votre espace/)).toBeVisible();
  await expect(page.getByText(/Le courrier reste possible/)).toHaveCount(0);
  await expectNoAccessibilityFault(page);
  await page.goto('/accueil');
  await expect(page.getByRole('link', { name: 'Écrire' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Demander un appel' })).toHaveCount(0);
  await page.goto('/messages');
  await expect(page.getByRole('button', { name: 'Demander un appel' })).toHaveCount(0);
  await expect(page.getByText('personne ne vous appelle')).toBeVisible();
});

test('an answer that refuses the phone: no call is offered, and it is told beside her choices without being one', async ({
  page,
  context
}) => {
  const value = { kind: 'several_choices', choices: ['no_phone'] };
  await signIn(context, await makePerson({ answers: [{ questionId: 'exchange_needs', value }] }));
  await page.goto('/mes-contacts');
  await expect(page.getByRole('checkbox', { name: 'Le téléphone' })).not.toBeChecked();
  await expect(page.getByText(/Pas de téléphone/)).toBeVisible();
  await page.goto('/accueil');
  await expect(page.getByRole('link', { name: 'Écrire' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Demander un appel' })).toHaveCount(0);
  await page.goto('/messages');
  await expect(page.getByRole('button', { name: 'Demander un appel' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Changer ce choix' }).click();
  await page.getByRole('link', { name: 'Voir ou changer ces réponses' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vos réponses' })).toBeVisible();
});

test('she takes a pause without a reason, and ends it when she likes', async ({ page, context }) => {
  await signIn(context, await makePerson());
  await page.goto('/mes-contacts');
  await page.getByRole('link', { name: 'Faire une pause' }).click();
  await page.getByLabel('Deux semaines').check();
  await page.getByRole('button', { name: 'Commencer la pause' }).click();
  await expect(page.getByText('La pause a commencé')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Votre pause dure jusqu’au/)).toBeVisible();
  await expect(page.getByText(/Les contacts sont en pause jusqu’au/)).toBeVisible();
  await expectNoAccessibilityFault(page);
  await page.getByRole('button', { name: 'Arrêter la pause' }).click();
  await expect(page.getByText('La pause est arrêtée')).toBeVisible();
  await expect(page.getByText(/Les contacts sont en pause/)).toHaveCount(0);
});

test('she sees her data and takes them away', async ({ page, context }) => {
  const person = await makePerson();
  await signIn(context, person);
  await page.goto('/mes-donnees');
  await expect(page.getByText(person.reference)).toBeVisible();
  await expectNoAccessibilityFault(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger mes données' }).click();
  expect((await download).suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d{2}-\d{2}\.json$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('she writes, asks for a call, and changes her choices all the same', async ({ page, context }) => {
    await signIn(context, await makePerson());
    await page.goto('/messages');
    await page.getByLabel('Votre message').fill('Sans script');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Vos échanges' })).toContainText('Sans script');
    await page.getByRole('button', { name: 'Demander un appel' }).click();
    await expect(page.getByText('Votre demande est notée')).toBeVisible();
    await expect(page.getByText(/Nous n’avons pas votre numéro.* Leïla répond /)).toBeVisible();
    await page.goto('/mes-contacts');
    await page.getByLabel('Le SMS').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Vos choix sont enregistrés')).toBeVisible();
    await page.getByRole('button', { name: 'Commencer la pause' }).click();
    await expect(page.getByRole('alert')).toContainText('Choisissez d’abord une durée');
    await page.getByLabel('Un mois').check();
    await page.getByRole('button', { name: 'Commencer la pause' }).click();
    await expect(page.getByText('La pause a commencé')).toBeVisible();
  });
});
