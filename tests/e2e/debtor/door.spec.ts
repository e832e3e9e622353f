import type { Browser, Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { giveLink, makePerson, signIn, type MadePerson } from '../support/person';
import { expect, test } from '../support/test';

/** What stands on a letter and is known to who receives it. */
interface Letter {
  readonly reference: string;
  readonly letterCode: string;
  readonly birthDate: string;
  readonly postcode: string;
}

const WRONG_CODE = 'AAAAAAAAAA';
const PERSON = { birthDate: '1990-04-12', postcode: '35000' };

/** A window of her referent. */
async function atDesk(browser: Browser, person: MadePerson): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.OXYGENE_E2E_URL,
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 }
  });
  await signIn(context, { ...person, secret: person.referentSecret });
  return context.newPage();
}

/** The referent prints a letter, as she would to invite a person. */
async function printLetter(browser: Browser, person: MadePerson): Promise<Letter> {
  const desk = await atDesk(browser, person);
  await desk.goto(`/bureau/dossiers/${person.caseId}/lettre`);
  await desk.getByRole('button', { name: 'Préparer la lettre' }).click();
  const letterCode = await desk.locator('dd.code').innerText();
  const letter = desk.getByRole('article');
  await expect(letter).toContainText('Ce courrier fait suite à notre lettre');
  await expect(letter, 'others of the household may open it').not.toContainText(
    /€|recouvrement|réclam|créanc/i
  );
  await desk.context().close();
  return { ...PERSON, reference: person.reference, letterCode };
}

async function giveCode(page: Page, reference: string, code: string) {
  await page.goto('/entrer');
  await page.getByLabel('Votre référence').fill(reference);
  await page.getByLabel('Votre code').fill(code);
  await page.getByRole('button', { name: 'Continuer' }).click();
}

async function confirm(page: Page, { birthDate, postcode }: Pick<Letter, 'birthDate' | 'postcode'>) {
  await expect(page.getByRole('heading', { level: 1, name: 'Est-ce bien vous' })).toBeVisible();
  const [year, month, day] = birthDate.split('-') as [string, string, string];
  await page.getByLabel('Jour').fill(String(Number(day)));
  await page.getByLabel('Mois').fill(String(Number(month)));
  await page.getByLabel('Année').fill(year);
  await page.getByLabel('Votre code postal').fill(postcode);
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

/** Past the offer to confirm a channel, when it is made. */
async function arriveHome(page: Page) {
  await expect(page).toHaveURL(/\/(accueil|entrer\/me-joindre)$/);
  if (page.url().endsWith('me-joindre')) await page.getByRole('link', { name: 'Plus tard' }).click();
  await expect(page).toHaveURL('/accueil');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('letter, "est-ce bien nous ?", birth date and postcode, home', async ({ page, browser, demo }, {
      retry
    }) => {
      // the code of the demonstration serves once: the other runs print a letter of their own
      const isFirst = javaScriptEnabled && retry === 0;
      const letter = isFirst ? demo.debtor : await printLetter(browser, await makePerson());
      await page.goto('/entrer');
      await page.getByRole('link', { name: /Est-ce bien nous/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Est-ce bien nous' })).toBeVisible();
      await expect(page.getByText('Nous ne demandons jamais')).toBeVisible();
      await expect(page.locator('main')).not.toContainText(/€|Banque Hermine/);
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);
      await page.getByRole('link', { name: 'Entrer avec votre lettre' }).click();
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);
      // spaces and small letters do not matter
      await giveCode(page, ` ${letter.reference.toLowerCase()} `, letter.letterCode.toLowerCase());
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);

      await confirm(page, { ...letter, birthDate: '1951-01-01' });
      await expect(page.getByRole('alert')).toContainText(/ne correspond pas/);
      await expect(page.getByLabel('Votre code postal')).toHaveValue(letter.postcode);
      await confirm(page, letter);
      await arriveHome(page);
      await page.goto('/entrer');
      await expect(page, 'whoever is in is led home').toHaveURL('/accueil');

      const stranger = await browser.newContext({ baseURL: process.env.OXYGENE_E2E_URL, javaScriptEnabled });
      const again = await stranger.newPage();
      await giveCode(again, letter.reference, letter.letterCode);
      await expect(again.getByRole('alert'), 'the code serves once').toContainText('ne vont pas ensemble');
      await stranger.close();
    });

    test('the link: opening it changes nothing, pressing serves once, and then it says so calmly', async ({
      page,
      browser,
      demo
    }, { retry }) => {
      const isFirst = !javaScriptEnabled && retry === 0;
      const person = isFirst ? null : await makePerson();
      const link = person ? await giveLink(person.caseId) : demo.debtor.link;
      // mail scanners open links, several times
      for (let times = 0; times < 3; times += 1) expect((await page.request.get(link)).status()).toBe(200);
      expect((await page.request.head(link)).status()).toBe(200);

      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1, name: 'Est-ce bien nous' })).toBeVisible();
      await expect(page.getByText(person?.reference ?? demo.debtor.reference)).toBeVisible();
      if (javaScriptEnabled) await expectNoAccessibilityFault(page);
      await page.getByRole('button', { name: 'Continuer' }).click();
      expect(page.url(), 'the secret leaves the address').not.toContain(new URL(link).pathname);
      await confirm(page, person ? PERSON : demo.debtor);
      await arriveHome(page);

      const stranger = await browser.newContext({ baseURL: process.env.OXYGENE_E2E_URL, javaScriptEnabled });
      const again = await stranger.newPage();
      await again.goto(link);
      await expect(again.getByRole('heading', { level: 1, name: 'Ce lien ne marche plus' })).toBeVisible();
      await expect(again.getByText('Ce n’est pas grave')).toBeVisible();
      await again.goto('/entrer/verifier');
      await expect(again.getByRole('heading', { level: 1 })).toContainText('recommencer');
      await stranger.close();
    });
  });
}

test('five wrong codes end in a calm wait, and a reference that does not exist answers the same', async ({
  page
}) => {
  const { reference } = await makePerson();
  const answers: string[][] = [];
  for (const given of [reference, `E2E-${Date.now().toString(36).toUpperCase().padStart(12, '7')}`]) {
    const said: string[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      await giveCode(page, given, WRONG_CODE);
      said.push(await page.getByRole('alert').first().innerText());
      await expect(page.getByLabel('Votre référence')).toHaveValue(given);
    }
    answers.push(said.map((text) => text.replaceAll(/\d+/g, '0')));
  }
  expect(answers[0]!.slice(0, 5).every((text) => text.includes('ne vont pas ensemble'))).toBe(true);
  expect(answers[0]![5]).toContain('on fait une pause');
  expect(answers[1]).toEqual(answers[0]);
  await expectNoAccessibilityFault(page);
});

for (const { said, kind, needsReply } of [
  { said: 'Ce n’est pas moi', kind: 'not_me', needsReply: false },
  { said: 'La personne est décédée', kind: 'deceased', needsReply: false },
  { said: 'Je l’aide', kind: 'helped', needsReply: true },
  { said: 'Je suis tuteur, curateur ou mandataire', kind: 'represented', needsReply: true }
] as const) {
  test(`"${said}": from the link or the letter, the referent is told and contacts pause`, async ({
    page,
    browser
  }) => {
    const person = await makePerson();
    if (kind === 'not_me' || kind === 'helped') {
      await page.goto(await giveLink(person.caseId));
      const ways = page.getByRole('region', { name: 'Autre situation' }).getByRole('listitem');
      await expect(ways, 'equal ways out').toHaveCount(5);
      await page.getByRole('button', { name: said }).click();
    } else {
      const { reference, letterCode } = await printLetter(browser, person);
      await giveCode(page, reference, letterCode);
      await page.getByRole('link', { name: said }).click();
    }
    await expect(page.getByRole('heading', { level: 1, name: said })).toBeVisible();
    await expect(page.locator('main')).not.toContainText('Nadia');
    await expectNoAccessibilityFault(page);
    await page.getByLabel(/ajouter/).fill('Dit à <b>l’entrée</b>');
    if (needsReply) {
      await page.getByRole('button', { name: 'Le dire' }).click();
      await expect(page.getByRole('alert')).toContainText('pour vous répondre');
      await expect(page.getByLabel(/ajouter/)).toHaveValue('Dit à <b>l’entrée</b>');
    }
    await page.getByLabel(/Où vous répondre/).fill('aide@exemple.fr');
    await page.getByRole('button', { name: 'Le dire' }).click();
    await expect(page.getByRole('heading', { name: 'C’est noté' })).toBeVisible();
    await page.goto('/accueil');
    await expect(page, 'nobody came in').toHaveURL(/entrer/);

    const desk = await atDesk(browser, person);
    await desk.goto(`/bureau/dossiers/${person.caseId}`);
    await expect(desk.getByText('Quelque chose a été dit à l’entrée')).toBeVisible();
    await expect(desk.getByLabel('Répondre à Nadia'), 'nobody reads after a death').toHaveCount(
      kind === 'deceased' ? 0 : 1
    );
    await desk.goto(`/bureau/dossiers/${person.caseId}/contacts`);
    // a rule is told once, as of her
    await expect(desk.getByText(/^Non/)).toHaveCount(1);
    await expect(desk.getByText(/^Non/)).not.toContainText(/vous|votre|ici/i);
    await desk.goto(`/bureau/dossiers/${person.caseId}/suivi`);
    await expect(desk.getByText('Dit à <b>l’entrée</b>')).toBeVisible();
    await expect(desk.getByText('aide@exemple.fr')).toBeVisible();
    await desk.goto(`/bureau/dossiers/${person.caseId}/lettre`);
    await desk.getByRole('button', { name: 'Préparer la lettre' }).click();
    await expect(desk.getByRole('alert'), 'contacts pause').toContainText('règle des contacts');
    await desk.context().close();
  });
}

test('an address that cannot be one is explained beside the field, in our words', async ({
  page,
  context
}) => {
  await signIn(context, await makePerson());
  await page.goto('/mes-donnees');
  await page.getByRole('link', { name: /qui reçoit vos codes/ }).click();
  const email = page.getByLabel('Votre adresse e-mail');
  for (const typed of ['nadia', `${'n'.repeat(300)}@exemple.fr`]) {
    await email.fill(typed);
    await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
    await expect(email).toHaveAccessibleDescription(/Erreur\s: Nous avons besoin d’une adresse/);
    await expect(email).toHaveValue(typed);
  }
});

test('whoever holds a link of a message asks for no more of them, in one gesture and without coming in', async ({
  page
}) => {
  const person = await makePerson();
  await page.goto(await giveLink(person.caseId));
  await page.getByRole('link', { name: 'Ne plus recevoir d’e-mail ni de SMS' }).click();
  await expectNoAccessibilityFault(page);
  await page.getByRole('button', { name: 'Ne plus m’écrire ainsi' }).click();
  await expect(page.getByRole('status')).toContainText('Nous n’écrivons plus par e-mail ni par SMS.');
  await expectNoAccessibilityFault(page);
  await page.goto(`/lien/${'x'.repeat(22)}/ne-plus-ecrire`);
  await expect(page.getByText('Ce lien n’est plus bon.')).toBeVisible();
});
