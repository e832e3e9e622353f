import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { MAY_KNOW } from './domain-map';

const map = MAY_KNOW as Readonly<Record<string, readonly string[]>>;
const domains = Object.keys(map);
const LIB = path.resolve(import.meta.dirname, '../../src/lib');
/** Folders of the house that are no domains. */
const HOUSE = ['kernel', 'i18n', 'ui', 'server', 'db', 'platform', 'http', 'audit'];

it('names only domains it lists', () => {
  for (const [domain, known] of Object.entries(map)) {
    for (const other of known) expect(domains, `${domain} knows ${other}`).toContain(other);
  }
});

it('has no cycle: nobody is known, through others, by whom she knows', () => {
  const everyoneKnownBy = (domain: string, seen: ReadonlySet<string>): ReadonlySet<string> =>
    (map[domain] ?? []).reduce(
      (all, other) => (all.has(other) ? all : everyoneKnownBy(other, new Set([...all, other]))),
      seen
    );
  for (const domain of domains) {
    expect([...everyoneKnownBy(domain, new Set())], domain).not.toContain(domain);
  }
});

it('lists every domain that has a folder', () => {
  const folders = [LIB, path.join(LIB, 'server')].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !HOUSE.includes(entry.name))
      .map(({ name }) => name)
  );
  expect(folders.length).toBeGreaterThan(8);
  for (const folder of new Set(folders)) expect(domains).toContain(folder);
});
