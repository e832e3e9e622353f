// Prints every route of the build that is named, as JSON: a program of its own, since the test runner would translate
// each file of the build that it loads, for seconds in each of its workers.
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const [, , build = ''] = process.argv;
const [file] = globSync('server/chunks/manifest.js-*.js', { cwd: build });
if (!file) throw new Error('The product is not built');
/**
 * What the build says of itself, as far as it is read here.
 * @typedef {{
 *   nodes: (() => Promise<{ server?: { actions?: object } }>)[],
 *   routes: { id: string, params: { name: string }[], page: { leaf: number } | null,
 *     endpoint: (() => Promise<object>) | null }[]
 * }} Manifest
 */
/** @type {{ m: { _: Manifest } }} */
const { m: manifest } = await import(pathToFileURL(path.join(build, file)).href);

/** @type {import('./routes').BuiltRoute[]} */
const routes = await Promise.all(
  manifest._.routes.map(async ({ id, params, page, endpoint }) => {
    const exports = endpoint ? await endpoint() : {};
    const node = page ? await manifest._.nodes[page.leaf]?.() : {};
    return {
      id,
      params: params.map(({ name }) => name),
      isPage: page !== null,
      verbs: VERBS.filter((verb) => verb in exports),
      actions: Object.keys(node?.server?.actions ?? {})
    };
  })
);
process.stdout.write(JSON.stringify(routes));
