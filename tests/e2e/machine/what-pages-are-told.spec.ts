import { request as http } from '@playwright/test';
import { keysOf } from '../support/load-keys';
import { makePerson, type MadePerson } from '../support/person';
import { addressOf, builtRoutes, valuesOf, type BuiltRoute } from '../support/routes';
import { expect, test } from '../support/test';

/*
 * What each page is told, by whom: a page gets what it shows and nothing more, so a new key is looked at by somebody before it
 * goes out. `npx playwright test what-pages-are-told --update-snapshots` writes the list anew.
 */

/** Lists of the whole house: what stands in them depends on what others did, so they are left to those who show them. */
const WHOLE_HOUSE = /^\/\(staff\)\/bureau\/(courrier|creanciers|import|veille)(\/|$)/;

/** Somebody of whom there is something to tell on every page. */
const TALKATIVE = {
  hasEmail: true,
  counter: true,
  debts: [{ principalCents: 60_000 }, { creditor: 'Mobilis' }],
  answers: [
    { questionId: 'recent_change', value: { kind: 'one_choice', choice: 'bereavement' } },
    { questionId: 'left_over', value: { kind: 'left_over', bound: 'about', amountCents: 104_200 } }
  ],
  signalWords: 'Je vous appelle.'
} as const;

async function told(routes: readonly BuiltRoute[], who: string, person: MadePerson, secret: string) {
  const baseURL = process.env.OXYGENE_E2E_URL!;
  const visitor = await http.newContext({ baseURL, extraHTTPHeaders: { cookie: `oxygene=${secret}` } });
  const lines: string[] = [];
  for (const route of routes) {
    const answer = await visitor.get(`${addressOf(route, valuesOf(person))}/__data.json`, {
      maxRedirects: 0
    });
    const keys = answer.ok() ? keysOf(await answer.text()) : null;
    lines.push(`${route.id}, ${who}`, ...(keys ?? ['(nothing)']).map((key) => `  ${key}`), '');
  }
  await visitor.dispose();
  return lines;
}

test('each page is told what it shows, and nothing more', async () => {
  test.setTimeout(180_000);
  const person = await makePerson(TALKATIVE);
  const pages = (await builtRoutes()).filter(({ id, isPage }) => isPage && !WHOLE_HOUSE.test(id));
  const [hers, desk] = ['/(debtor)/', '/(staff)/'].map((part) =>
    pages.filter(({ id }) => id.startsWith(part))
  );
  const lines = [
    ...(await told(hers!, 'the person', person, person.secret)),
    ...(await told(desk!, 'her referent', person, person.referentSecret)),
    ...(await told(desk!, 'a supervisor', person, person.supervisorSecret))
  ];
  expect(lines.join('\n')).toMatchSnapshot('what-pages-are-told.txt');
});
