import { randomUUID } from 'node:crypto';
import { request as http, type APIRequestContext, type APIResponse } from '@playwright/test';
import { makePerson, type MadePerson } from '../support/person';
import { addressOf, builtRoutes, valuesOf, type BuiltRoute } from '../support/routes';
import { expect, test } from '../support/test';

test.describe.configure({ mode: 'serial' });

/** Where anyone may go: pages about nobody, the doors, a survey under its own secret, and what machines ask. */
const PUBLIC = [
  /^\/\(public\)/,
  /^\/\(access\)/,
  /^\/avis\//,
  /^\/affichage$/,
  /^\/hors-ligne/,
  /^\/api\/health/,
  /^\/api\/organismes\//,
  /^\/api\/aids\/law(\/|$)/
];
const DOORS = /^\/(entrer|bureau\/connexion)(\?|$)/;

let routes: BuiltRoute[];
let [nadia, other]: [MadePerson | undefined, MadePerson | undefined] = [undefined, undefined];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  routes = await builtRoutes();
  nadia = await makePerson({ counter: true });
  other = await makePerson();
});

async function visitor(secret?: string): Promise<APIRequestContext> {
  const url = process.env.OXYGENE_E2E_URL!;
  return http.newContext({
    baseURL: url,
    extraHTTPHeaders: {
      origin: url,
      'sec-fetch-site': 'same-origin',
      ...(secret && { cookie: `oxygene=${secret}` })
    }
  });
}

/** Everything that may be asked of a route: its page, each action, each verb. */
async function askAll(
  who: APIRequestContext,
  route: BuiltRoute,
  values: Record<string, string>
): Promise<Asked[]> {
  const address = addressOf(route, values);
  const asked: Asked[] = [];
  const keep = async (what: string, answer: Promise<APIResponse>) => {
    asked.push({ what: `${what} ${route.id}`, answer: await answer });
  };
  const options = { maxRedirects: 0 };
  if (route.isPage) {
    await keep('GET', who.get(address, options));
    await keep('GET data of', who.get(`${address === '/' ? '' : address}/__data.json`, options));
  }
  for (const action of route.actions) {
    const target = action === 'default' ? address : `${address}?/${action}`;
    await keep(`POST ${action}`, who.post(target, { ...options, form: { command: randomUUID() } }));
  }
  for (const verb of route.verbs) {
    await keep(verb, who.fetch(address, { ...options, method: verb, ...(verb !== 'GET' && { form: {} }) }));
  }
  return asked;
}

interface Asked {
  readonly what: string;
  readonly answer: APIResponse;
}

test('a stranger is sent to a door, or told that there is nothing, and learns nothing', async () => {
  const stranger = await visitor();
  const closed = routes.filter(({ id }) => !PUBLIC.some((pattern) => pattern.test(id)));
  expect(closed.length).toBeGreaterThan(20);
  for (const route of closed) {
    for (const { what, answer } of await askAll(stranger, route, valuesOf(nadia!))) {
      const body = await answer.text();
      if (isDoor(answer, body)) continue;
      expect([401, 404], `${what} answered ${answer.status()}`).toContain(answer.status());
      expect(body, what).not.toContain('Ferrand');
      expect(body, what).not.toContain(nadia!.reference);
    }
  }
});

/** A redirect to a door, as a header or, for what a script asks, as data. */
function isDoor(answer: APIResponse, body: string): boolean {
  if (answer.status() === 303) return DOORS.test(answer.headers().location ?? '');
  if (answer.status() !== 200 || !answer.headers()['content-type']?.includes('json')) return false;
  const data = JSON.parse(body) as { type?: string; location?: string };
  return data.type === 'redirect' && DOORS.test(data.location ?? '');
}

test('another person gets for somebody’s things the same answer as for things that do not exist', async () => {
  const own = routes.filter(({ id, params }) => /^\/\(debtor\)/.test(id) && params.some(isObject));
  expect(own.length).toBeGreaterThan(3);
  await expectForeignLikeNothing(own, other!.secret);
});

test('another referent gets for a case that is not hers the same answer as for none', async () => {
  const cases = routes.filter(({ id, params }) => /^\/\(staff\)/.test(id) && params.includes('caseId'));
  expect(cases.length).toBeGreaterThan(3);
  await expectForeignLikeNothing(cases, other!.referentSecret);
});

test('the same addresses open for the person and for her referent', async () => {
  const [person, referent] = [await visitor(nadia!.secret), await visitor(nadia!.referentSecret)];
  expect((await person.get(`/mes-accords/${nadia!.planId}`)).status()).toBe(200);
  expect((await person.get(`/ce-qui-m-est-demande/${nadia!.debtIds[0]}`)).status()).toBe(200);
  expect((await referent.get(`/bureau/dossiers/${nadia!.caseId}`)).status()).toBe(200);
});

test('no action is carried out for a page of another site, nor for one that hides where it is from', async () => {
  const [person, referent] = [await visitor(nadia!.secret), await visitor(nadia!.referentSecret)];
  const sources = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' }
  ];
  let asked = 0;
  for (const route of routes) {
    const who = route.id.startsWith('/(staff)') ? referent : person;
    const address = addressOf(route, valuesOf(nadia!));
    for (const action of route.actions)
      for (const headers of sources) {
        const target = action === 'default' ? address : `${address}?/${action}`;
        const form = { command: randomUUID(), text: 'Bonjour', words: 'Bonjour' };
        const answer = await who.post(target, { maxRedirects: 0, headers, form });
        expect(answer.status(), `POST ${action} ${route.id}`).toBe(403);
        asked += 1;
      }
  }
  expect(asked).toBeGreaterThan(100);
});

test('a person does not enter the desk, nor a referent the pages of a person', async () => {
  const [person, referent] = [await visitor(nadia!.secret), await visitor(nadia!.referentSecret)];
  for (const route of routes) {
    const isDesk = route.id.startsWith('/(staff)');
    if (!isDesk && !route.id.startsWith('/(debtor)')) continue;
    for (const { what, answer } of await askAll(isDesk ? person : referent, route, valuesOf(nadia!))) {
      const body = await answer.text();
      if (isDoor(answer, body)) continue;
      expect(statusOf(answer, body), what).toBe(404);
    }
  }
});

const OBJECTS = ['caseId', 'debtId', 'planId', 'deliveryId', 'staffId', 'signalId', 'runId'];
const isObject = (name: string) => OBJECTS.includes(name);

async function expectForeignLikeNothing(among: readonly BuiltRoute[], secret: string): Promise<void> {
  const who = await visitor(secret);
  const nothing = valuesOf(null);
  const foreign = valuesOf(nadia!);
  for (const route of among) {
    const [theirs, none] = [await askAll(who, route, foreign), await askAll(who, route, nothing)];
    for (const [index, { what, answer }] of theirs.entries()) {
      const body = await answer.text();
      const twin = none[index]!.answer;
      expect(answer.status(), what).toBe(twin.status());
      expect(plain(body), what).toBe(plain(await twin.text()));
      expect([400, 404], `${what}: ${body.slice(0, 200)}`).toContain(statusOf(answer, body));
      if (what.startsWith('GET')) expect(statusOf(answer, body), what).toBe(404);
      expect(body, what).not.toContain(nadia!.reference);
    }
  }
}

/** The status that an answer carries: data and actions asked by a script tell theirs inside. */
function statusOf(answer: APIResponse, body: string): number {
  if (answer.status() !== 200 || !answer.headers()['content-type']?.includes('json')) return answer.status();
  const data = JSON.parse(body) as { status?: number; nodes?: ({ type?: string; status?: number } | null)[] };
  return data.status ?? data.nodes?.find((node) => node?.type === 'error')?.status ?? 200;
}

/** A body without what is fresh in each answer: nonces, command ids, incident numbers, and the ids asked for. */
function plain(body: string): string {
  return body
    .replace(/nonce="[^"]*"|nonce-[\w+/=-]+/g, 'nonce')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'id')
    .replace(/"?incident(Id)?"?[:=]\s*"[^"]*"/g, 'incident');
}
