import { expectNoAccessibilityFault } from '../support/accessibility';
import { makePerson, signIn } from '../support/person';
import { expect, test } from '../support/test';
import { answer, isAsked } from './questions';

const oneChoice = (choice: string) => ({ kind: 'one_choice', choice });

test('her signals: why, who saw, words of her referent; corrected, and removed in a dialog', async ({
  page,
  context
}) => {
  const answers = [
    { questionId: 'recent_change' as const, value: oneChoice('separation') },
    { questionId: 'card_withdrawn' as const, value: oneChoice('yes') }
  ];
  await signIn(context, await makePerson({ answers, signalWords: 'Je l’ai noté.' }));
  await page.goto('/mes-signaux');
  const change = page.getByRole('article').filter({ hasText: 'Un changement dans votre vie' });
  await expect(change).toContainText('Une séparation');
  await expect(change).toContainText('Leïla Amrani');
  await expect(change).toContainText('Je l’ai noté.');
  const bank = page.getByRole('article').filter({ hasText: 'Des frais de banque à faire baisser' });
  await bank.getByText('L’explication et le modèle de lettre').click();
  await expect(bank.getByText(/une proposition écrite de l’offre spécifique/)).toBeVisible();
  await expectNoAccessibilityFault(page);

  await change.getByRole('link', { name: /Corriger/ }).click();
  await isAsked(page, /changement récent/);
  await answer(page, 'Non, aucun');
  await expect(page).toHaveURL('/mes-signaux');
  await expect(change).toBeHidden();

  await page.getByRole('link', { name: /^Retirer/ }).click();
  const dialog = page.getByRole('dialog', { name: /Retirer/ });
  await expect(dialog).toBeVisible();
  await expectNoAccessibilityFault(page);
  await dialog.getByRole('button', { name: 'Garder' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: /^Retirer/ }).click();
  await dialog.getByRole('button', { name: 'Retirer le signal' }).click();
  await expect(page.getByRole('heading', { name: /est retiré/ })).toBeVisible();
  await page.getByText('2 signaux terminés ou retirés').click();
  await expect(page.getByText(/retiré par vous le .* Effacé le/)).toBeVisible();
});

test('on a sensitive page the way out comes first, and works by key', async ({ page, context }) => {
  await signIn(context, await makePerson());
  await page.route('https://meteofrance.com/**', (route) => route.fulfill({ body: 'météo' }));
  await page.goto('/questionnaire/a-votre-rythme/autour-de-vous');
  await isAsked(page, /Avant la question suivante/);
  await expect(page).toHaveTitle(/^Question \d+ – Oxygène$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Quitter vite' })).toBeFocused();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await expect(page).toHaveURL(/meteofrance/);
});
