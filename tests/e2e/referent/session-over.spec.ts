import { holding, openDesk } from '../support/desk';
import { makePerson } from '../support/person';
import { expect, test } from '../support/test';

const WORDS = 'Rien ne presse. Nous regardons cela ensemble jeudi.';

test('words written while the session ended stay, are not sent, and leave once somebody is signed in again', async ({
  browser,
  baseURL
}) => {
  const person = await makePerson();
  const storageState = holding(person.referentSecret, baseURL!);
  const window = await openDesk(browser, { storageState, baseURL: baseURL! });
  const page = await window.newPage();
  // once it listens, a page reads itself anew: without a session it would leave then, which is another story
  const listens = page.waitForResponse((answer) => answer.url().includes('__data.json'));
  await page.goto(`/bureau/dossiers/${person.caseId}`);
  await listens;
  const reply = page.getByRole('textbox', { name: /Répondre à/ });
  const send = page.getByRole('button', { name: 'Envoyer' });
  await reply.fill(WORDS);
  await window.clearCookies();
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Votre session est terminée');
  await expect(page.getByRole('link', { name: 'Se connecter dans un autre onglet' })).toHaveAttribute(
    'href',
    '/bureau/connexion'
  );
  await expect(reply).toHaveValue(WORDS);

  // somebody of another case signs in on this computer: not hers to send, and the words go nowhere
  const stranger = await makePerson();
  await window.addCookies(holding(stranger.secret, baseURL!).cookies);
  await send.click();
  await expect(page.getByRole('alert')).toContainText('n’existe pas');
  await expect(reply).toHaveValue(WORDS);

  await window.addCookies(storageState.cookies);
  await send.click();
  await expect(page.getByRole('list', { name: /Le fil avec/ })).toContainText(WORDS);
  await expect(page.getByRole('list', { name: /Le fil avec/ }).getByText(WORDS)).toHaveCount(1);
  await window.close();
});
