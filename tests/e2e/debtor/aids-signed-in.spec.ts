import { NOTHING_ANSWERED, type KeptAnswers } from '../../../src/lib/aids';
import { RENNES } from '../../../src/lib/aids/testing/builders';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { makePerson, signIn, type PersonWishes } from '../support/person';
import { answerAll, begin, heading, sum, unfold } from '../support/simulator';
import { expect, test } from '../support/test';

const KNOWN: PersonWishes['answers'] = [
  { questionId: 'household', value: { kind: 'household', adults: 1, childrenByBand: { '6-10': 1 } } },
  {
    questionId: 'income_sources',
    value: { kind: 'several_choices', choices: ['wages', 'housing_benefit'] }
  },
  { questionId: 'left_over', value: { kind: 'left_over', bound: 'about', amountCents: 70_000 } }
];

test.describe('signed in', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('what she told before is not asked again; a claim is followed, and kept in her file', async ({
        page
      }) => {
        await signIn(page.context(), await makePerson({ answers: KNOWN }));
        await begin(page, '/mes-aides');
        const asked = await answerAll(page);
        expect(asked).not.toContain('Vivez-vous en couple ?');
        expect(asked).not.toContain('Des enfants vivent-ils avec vous ?');
        await expect(page.getByText(/Déjà à vous.: Aide au logement/)).toBeVisible();
        if (javaScriptEnabled) await expectNoAccessibilityFault(page);
        // a right that depends on a situation asks beside it, and moves as she answers
        const seized = page.locator('fieldset').filter({ hasText: 'Un compte bancaire est-il saisi' });
        await unfold(page, seized);
        await seized.getByLabel('Non', { exact: true }).check();
        await page
          .getByRole('button', { name: /Voir ce que cela change.*compte bancaire est-il saisi/ })
          .click();
        await expect(seized).toHaveCount(0);
        // without script, the page answers where she was, and unfolds it
        if (javaScriptEnabled) await page.getByText('Pourquoi pas ces autres droits').click();
        else expect(page.url()).toContain('#droit-');
        await expect(page.getByText(/Vous avez répondu non.*compte bancaire/).first()).toBeVisible();
        await page.getByRole('button', { name: 'J’ai fait la demande : Prime d’activité' }).click();
        await expect(page.getByText('C’est noté : demandée aujourd’hui')).toBeVisible();
        await expect(page.getByRole('heading', { name: 'Mes demandes' })).toBeVisible();
        await page.getByText('Donner des nouvelles').click();
        await page.getByLabel('Accordée', { exact: true }).check();
        await page.getByRole('button', { name: 'Noter' }).click();
        await expect(page.getByRole('alert')).toContainText('écrivez le montant accordé');
        await page.getByLabel('Montant accordé').fill('288,50 €');
        await page.getByRole('button', { name: 'Noter' }).click();
        await expect(page.getByText(/Accordée.*288,50/)).toBeVisible();
        if (javaScriptEnabled) await expectNoAccessibilityFault(page);
      });

      test('what a change of the law brought her is marked, first in its part, until she claims it', async ({
        page
      }) => {
        const kept: KeptAnswers = {
          ...NOTHING_ANSWERED,
          passed: [
            { screen: 'scope', raw: { scope: 'none' } },
            { screen: 'couple', raw: { couple: 'no' } },
            { screen: 'children', raw: { children: 'yes', ages: '6' } },
            { screen: 'age', raw: { age_0: '34' } },
            { screen: 'activity', raw: { activity_0: 'employed' } },
            { screen: 'income', raw: { net_salary_0: '1478' } },
            { screen: 'housing', raw: { housing: 'private_unfurnished' } },
            { screen: 'place', raw: RENNES }
          ]
        };
        const news = ['prime_activite', 'caf-action-sociale-35'];
        await signIn(page.context(), await makePerson({ aids: { kept, news } }));
        await page.goto('/mes-aides');
        await expect(
          page.getByText(/Une règle a changé. Du nouveau pour.: Prime d’activité, Secours/)
        ).toBeVisible();
        const marked = (id: string) => page.locator(id).getByText(/Du nouveau depuis le \d/);
        await expect(marked('#droit-caf-action-sociale-35')).toBeVisible();
        // the same on the phone once it has worked the result out again
        if (javaScriptEnabled) {
          await page.getByRole('button', { name: 'Je l’ai déjà' }).last().click();
          await expect(marked('#droit-caf-action-sociale-35')).toBeVisible();
          await expectNoAccessibilityFault(page);
        }
        const first = page.locator('#to-claim + ul > li').first();
        await expect(first).toHaveId('aide-prime_activite');
        await expect(marked('#aide-prime_activite')).toBeVisible();
        await page.getByRole('button', { name: 'J’ai fait la demande : Prime d’activité' }).click();
        await expect(page.getByText('C’est noté : demandée aujourd’hui')).toBeVisible();
        await expect(marked('#droit-caf-action-sociale-35')).toBeVisible();
        await expect(marked('#aide-prime_activite')).toHaveCount(0);
        // on paper a letter stands alone, by the server and by the phone, whatever the browser knows
        const around = [page.getByRole('banner'), page.getByRole('heading', { name: 'Mes demandes' })];
        await page.getByRole('button', { name: 'Préparer ma demande : Prime d’activité' }).click();
        await expect(page.getByText('Je souhaite demander cette aide')).toBeVisible();
        for (const one of around) await expect(one).toBeVisible();
        await page.emulateMedia({ media: 'print' });
        for (const one of around) await expect(one).toBeHidden();
        await page.emulateMedia({ media: null });
        await page.getByRole('button', { name: 'Revenir à mon résultat' }).click();
        await expect(heading(page)).toContainText('droit à plus');
        await page.emulateMedia({ media: 'print' });
        for (const one of around) await expect(one).toBeVisible();
        await page.emulateMedia({ media: null });
      });

      test('her answers are kept when she saves them, with what she agrees to, and erased when she asks', async ({
        page
      }) => {
        await signIn(page.context(), await makePerson({ answers: KNOWN }));
        await begin(page, '/mes-aides');
        await answerAll(page);
        await expect(page.getByLabel('Me prévenir si mes droits augmentent')).not.toBeChecked();
        // an answer beside a right goes with whatever is pressed
        const seized = page.locator('fieldset').filter({ hasText: 'Un compte bancaire est-il saisi' });
        await unfold(page, seized);
        await seized.getByLabel('Oui', { exact: true }).check();
        await page.getByLabel(/peut voir où en sont mes demandes/).check();
        await page.getByRole('button', { name: 'Enregistrer' }).click();
        await expect(page.getByText('C’est enregistré dans votre dossier')).toBeVisible();
        await expect(
          page.getByText('Vos demandes sont visibles par la personne qui vous suit.')
        ).toBeVisible();
        const found = await sum(page);
        await page.goto('/accueil');
        const left = page.locator('section').filter({ hasText: 'Aides que vous ne touchez pas encore' });
        await expect(left.locator('.amount')).toHaveText(found);
        await expect(left).toContainText('Prime d’activité');
        if (javaScriptEnabled) await expectNoAccessibilityFault(page);
        await left.getByRole('link', { name: 'Voir comment les demander' }).click();
        await expect(heading(page)).toContainText('droit à plus');
        await expect(page.locator('[value="untell:situation.account_seized"]')).toHaveCount(1);
        await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
        await expect(page.getByText('Vos réponses sont effacées.')).toBeVisible();
      });
    });
  }
});
