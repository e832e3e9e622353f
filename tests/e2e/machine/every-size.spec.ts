import type { Browser, Page } from '@playwright/test';
import { makePerson, openDeskSession } from '../support/person';
import { addressOf, builtRoutes, valuesOf, type BuiltRoute } from '../support/routes';
import { DEBTOR_SCREENS } from '../support/screens';
import { expectFitsEverySize } from '../support/sizes';
import { expect, test } from '../support/test';

/** Pages that need a step before them, or a thing nobody made here: judged where a test takes that step. */
const SEEN_ELSEWHERE = [
  '/(access)/entrer/code',
  '/(access)/entrer/me-joindre',
  '/(debtor)/fin-de-dossier',
  '/(debtor)/mes-accords/[planId]/plus-petit',
  '/(staff)/bureau/import/[runId]',
  '/(staff)/bureau/veille/changement/[revisionId]'
];
/** Reached by a link, after the others. */
const BY_LINK = ['/(staff)/bureau/courrier/[caseId]/[deliveryId]'];
/** Addresses that only lead elsewhere. */
const NO_PAGES = ['/(debtor)/mes-dettes/[...rest]', '/(staff)/bureau'];

test('no page of the build scrolls sideways, however small the phone and large the letters', async ({
  browser,
  demo
}) => {
  test.setTimeout(240_000);
  const person = await makePerson({
    counter: true,
    signalWords: 'C’est noté.',
    answers: [{ questionId: 'going_without', value: { kind: 'one_choice', choice: 'often' } }]
  });
  const visitors = {
    stranger: await visit(browser),
    debtor: await visit(browser, person.secret),
    referent: await visit(browser, person.referentSecret),
    supervisor: await visit(browser, await openDeskSession(demo.supervisor.email))
  };
  const values = { ...valuesOf(person), signalId: await anySignal(visitors.debtor) };
  const notSeen: string[] = [];
  for (const route of (await builtRoutes()).filter(({ isPage }) => isPage)) {
    const page = visitors[visitorOf(route)];
    const address = addressOf(route, values);
    const response = await page.goto(address);
    if (response?.status() === 200 && new URL(page.url()).pathname === address)
      await expectFitsEverySize(page);
    else notSeen.push(route.id);
  }
  expect(notSeen.sort()).toEqual([...SEEN_ELSEWHERE, ...BY_LINK, ...NO_PAGES].sort());
  await visitors.supervisor.goto('/bureau/courrier');
  await visitors.supervisor.locator('main a[href*="/courrier/"]').first().click();
  await visitors.supervisor.waitForURL(/\/courrier\/.+\/.+/);
  await expectFitsEverySize(visitors.supervisor);
  for (const { path } of DEBTOR_SCREENS.filter(({ name }) => name.startsWith('question-'))) {
    await visitors.debtor.goto(path);
    await expectFitsEverySize(visitors.debtor);
  }
});

/** A window of its own; whoever has a session is in. */
async function visit(browser: Browser, secret?: string): Promise<Page> {
  const baseURL = process.env.OXYGENE_E2E_URL!;
  const context = await browser.newContext({ baseURL });
  if (secret) await context.addCookies([{ name: 'oxygene', value: secret, url: baseURL }]);
  return context.newPage();
}

function visitorOf({ id, params }: BuiltRoute): 'stranger' | 'debtor' | 'referent' | 'supervisor' {
  if (id.startsWith('/(debtor)')) return 'debtor';
  if (!id.startsWith('/(staff)')) return 'stranger';
  return params.includes('caseId') ? 'referent' : 'supervisor';
}

/** The id of one of her signals, from the link that removes it. */
async function anySignal(page: Page): Promise<string> {
  await page.goto('/mes-signaux');
  const href = await page.locator('main a[href*="mes-signaux/"]').first().getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}
