import { expect, type Locator, type Page } from '@playwright/test';

type Answer = (page: Page) => Promise<void>;

const check =
  (label: string): Answer =>
  (page) =>
    page.getByLabel(label, { exact: true }).check();
const fill =
  (label: string, value: string): Answer =>
  (page) =>
    page.getByLabel(label).fill(value);

/** One mother and a child of six: 1 478 € of wages, 520 € of rent. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  'L’une de ces situations est-elle la vôtre ?': check('Aucune de ces situations'),
  'Vivez-vous en couple ?': check('Non'),
  'Des enfants vivent-ils avec vous ?': async (page) => {
    await check('Oui')(page);
    await fill('Leur âge', '6')(page);
  },
  'Quel âge avez-vous ?': fill('Votre âge', '34'),
  'Que faites-vous en ce moment ?': check('Je travaille'),
  'Qu’est-ce qui rentre chaque mois ?': fill('Salaire', '1 478,00 €'),
  'Comment êtes-vous logé en ce moment ?': check('Locataire, logement vide'),
  'Combien de loyer ou de crédit par mois ?': fill('Montant par mois', '520'),
  'Dans quelle commune vivez-vous ?': fill('Votre code postal', '35 000'),
  'Avez-vous du retard sur l’une de ces factures ?': check('Électricité ou gaz')
};

/** The question of where she lives. */
export const PLACE = 'Dans quelle commune vivez-vous ?';
/** The questions before that one. */
export const UNTIL_PLACE = Object.keys(ANSWERS).slice(0, Object.keys(ANSWERS).indexOf(PLACE));

/** The title of the page. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
// narrow and no-break spaces are set by the typography
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
/** The title as plain text. */
export const title = async (page: Page) => plain(await heading(page).innerText());
/** Presses "Continuer". */
export const next = (page: Page) =>
  page.getByRole('button', { name: 'Continuer', exact: true }).last().click();

/** Waits until another title is there. */
export async function leave(page: Page, from: string): Promise<void> {
  await expect.poll(() => title(page)).not.toBe(from);
}

/** Answers what is asked until the result; what has no answer here is not known. Gives the questions asked. */
export async function answerAll(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  for (;;) {
    const question = await title(page);
    if (/droit à plus|pas trouvé/.test(question)) return asked;
    asked.push(question);
    const answer = ANSWERS[question];
    if (answer) {
      await answer(page);
      await next(page);
    } else await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    await leave(page, question);
  }
}

/** Opens the simulator and begins. */
export async function begin(page: Page, address = '/aides'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await leave(page, 'Trouver les aides auxquelles vous avez droit');
}

/** The first text that says an amount a month at the top of the result. */
export const sum = (page: Page) => page.locator('.amount').innerText();

/** Opens the folded parts around something, once that is there: of a page still arriving, none would be found. */
export async function unfold(page: Page, inside: Locator): Promise<void> {
  await inside.first().waitFor({ state: 'attached' });
  for (const part of await page.locator('details:not([open])').filter({ has: inside }).all())
    await part.locator('summary').first().click();
}
