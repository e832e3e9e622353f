import { expectNoAccessibilityFault } from '../support/accessibility';
import { makePerson, signIn } from '../support/person';
import { expect, test } from '../support/test';

for (const [name, address] of [
  ['start', '/questionnaire'],
  ['a choice', '/questionnaire/vous-et-nous/besoin'],
  ['a household', '/questionnaire/reperes/foyer'],
  ['days and moments', '/questionnaire/vous-et-nous/moments'],
  ['an amount', '/questionnaire/le-mois/fin-de-mois'],
  ['before a sensitive question', '/questionnaire/a-votre-rythme/autour-de-vous'],
  ['free text', '/questionnaire/a-votre-rythme/autre-chose'],
  ['her answers', '/questionnaire/reponses'],
  ['the end', '/questionnaire/termine'],
  ['no signal', '/mes-signaux']
] as const) {
  test(`${name}: accessible by day and by night, and no sideways scrolling`, async ({ page, context }) => {
    const byPhone = {
      questionId: 'channel' as const,
      value: { kind: 'several_choices', choices: ['phone'] }
    };
    await signIn(context, await makePerson({ answers: [byPhone] }));
    await page.goto(address);
    await expect(page).toHaveURL(address);
    await expectNoAccessibilityFault(page);
  });
}
