import type { Page } from '@playwright/test';
import { expectNoAccessibilityFault } from '../support/accessibility';
import { holding, openDesk } from '../support/desk';
import { makePerson, signIn, type MadePerson, type PersonWishes } from '../support/person';
import { expect, test } from '../support/test';

/** 35 € a month for 386,40 €, the first two days ago; 1 042 € are left each month. */
const AGREED: PersonWishes = {
  hasEmail: true,
  agreed: true,
  debts: [{ principalCents: 60_000 }],
  answers: [{ questionId: 'left_over', value: { kind: 'left_over', bound: 'about', amountCents: 104_200 } }]
};

async function arrive(page: Page): Promise<MadePerson> {
  const person = await makePerson(AGREED);
  await signIn(page.context(), person);
  return person;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an instalment could not be paid: nothing is cancelled, and the agreement becomes smaller', async ({
      page
    }) => {
      test.slow();
      const { planId } = await arrive(page);
      const plan = `/mes-accords/${planId}`;
      await page.goto(plan);
      const before = await daysInCalendar(page, plan);
      await page.getByText('Je n’ai pas pu verser').click();
      await page.getByRole('button', { name: 'Le dire' }).click();
      await expect(page.getByRole('status').first()).toContainText('C’est noté : rien n’est annulé');
      await expect(page.getByRole('heading', { name: 'Plus petit, si vous voulez' })).toBeVisible();
      await expect(page.getByText('Je n’ai pas pu verser')).toHaveCount(0);
      await expectAccessible(page, javaScriptEnabled);
      const moved = await daysInCalendar(page, plan);
      expect(moved).toEqual([...before, expect.any(String)]);

      await page.goto('/messages');
      await expect(page.getByText('L’accord se propose de nouveau, plus petit.')).toBeVisible();
      await page.goto('/accueil');
      await page.getByRole('link', { name: 'Voir comment' }).click();
      await page.getByRole('link', { name: 'Voir et dire oui' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un accord plus petit');
      await expect(page.getByText(/^15\s€ le 5 de chaque mois/)).toBeVisible();
      await page.getByRole('button', { name: 'Dire oui à cet accord' }).click();
      await expect(page.getByRole('alert')).toContainText('Cochez la case');
      await expectAccessible(page, javaScriptEnabled);
      await page.getByLabel('J’ai lu ce que proposer change').check();
      await page.getByRole('button', { name: 'Dire oui à cet accord' }).click();
      await expect(page.getByRole('status').first()).toContainText('L’accord est devenu plus petit');
      await expect(page.getByRole('heading', { name: 'Plus petit, si vous voulez' })).toHaveCount(0);
      await expectAccessible(page, javaScriptEnabled);
      const smaller = await daysInCalendar(page, plan);
      expect(smaller.length, '386,40 € in 15 €').toBe(26);

      await turnRemindersOn(page);
      await page.getByRole('button', { name: /^Passer le/ }).click();
      await expect(page.getByRole('status').first()).toContainText('C’est noté : rien à verser le');
      const passed = await daysInCalendar(page, plan);
      expect(passed).toEqual([...smaller.slice(1), expect.any(String)]);
      expect(passed.at(-1)! > smaller.at(-1)!).toBe(true);
    });
  });
}

test('her referent notes it at the desk; she keeps her agreement as it is', async ({
  page,
  browser,
  baseURL
}) => {
  test.slow();
  const person = await arrive(page);
  const window = await openDesk(browser, {
    storageState: holding(person.referentSecret, baseURL!),
    baseURL: baseURL!
  });
  const desk = await window.newPage();
  await desk.goto(`/bureau/dossiers/${person.caseId}/accord`);
  await desk.getByText('Un versement n’est pas venu').click();
  await desk.getByRole('button', { name: 'Le noter' }).click();
  await expect(desk.getByRole('status').first()).toContainText('C’est noté.');
  await expect(
    desk.getByText(/^Un accord plus petit lui est proposé, la réponse est libre\s: 15\s€/)
  ).toBeVisible();
  await expectNoAccessibilityFault(desk);
  await window.close();

  await page.goto(`/mes-accords/${person.planId}`);
  await page.getByRole('button', { name: 'Garder mon accord comme il est' }).click();
  await expect(page.getByRole('status').first()).toContainText('l’accord reste comme il est');
  await page.goto('/accueil');
  await expect(page.getByRole('link', { name: 'Voir comment' })).toHaveCount(0);
});

/** A word before each instalment: off until she presses, and then told with the way to stop it. */
async function turnRemindersOn(page: Page) {
  await page.getByRole('button', { name: 'Recevoir un rappel' }).click();
  await expect(page.getByRole('status').first()).toContainText('un rappel avant chaque versement');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Ne plus recevoir de rappel' })).toBeVisible();
}

/** The days of the calendar file, in its order. */
async function daysInCalendar(page: Page, plan: string): Promise<string[]> {
  const text = await (await page.request.get(`${plan}/calendrier.ics`)).text();
  return [...text.matchAll(/^DTSTART;VALUE=DATE:(\d{8})/gm)].map(([, day]) => day!);
}

/** On a screen as tall as the page, so that the bar at the bottom covers no field where the page happens to stand. */
async function expectAccessible(page: Page, canRunScripts: boolean) {
  // axe is a script of the page, and the pages are the same without one
  if (!canRunScripts) return;
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width, height: 4000 });
  await expectNoAccessibilityFault(page);
  await page.setViewportSize({ width, height });
}
