import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulatorBytes } from '../load/weigh-simulator';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCRIPT = 'src/lib/aids/ui/script/simulator-page.ts';
const ENTRY = 'tests/load/simulator-entry.ts';
const KILOBYTE = 1000;

const IMPORT = /(?:import|export)\s+(type\s)?([^;'"]*?)from\s+'([^']+)'|import\('([^']+)'\)/g;

/** The file a relative import names. */
function fileAt(folder: string, specifier: string): string {
  const named = path.join(folder, specifier);
  return existsSync(path.join(ROOT, named)) && path.extname(named) ? named : `${named}.ts`;
}

const valuesIn = (list: string) =>
  list
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

/** Every value that a script and what it imports take from the domain. */
function takenFromDomain(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const names = new Set<string>();
  if (seen.has(file)) return names;
  seen.add(file);
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  for (const [, isType, list = '', from, later] of text.matchAll(IMPORT)) {
    const specifier = from ?? later ?? '';
    if (isType) continue;
    if (specifier === '$lib/aids') valuesIn(list).forEach((name) => names.add(name));
    if (specifier.startsWith('.'))
      takenFromDomain(fileAt(path.dirname(file), specifier), seen).forEach((name) => names.add(name));
  }
  return names;
}

describe('what a phone loads of the simulator', () => {
  it('is weighed whole: the weighed list names all that its script takes from the domain', () => {
    const weighed = valuesIn(/\{([^}]*)\}/.exec(readFileSync(path.join(ROOT, ENTRY), 'utf8'))?.[1] ?? '');
    const taken = [...takenFromDomain(SCRIPT)].sort();
    expect(taken).toContain('withTold');
    expect([...weighed].sort()).toEqual(taken);
  });

  it('is under 20 KB compressed', async () => {
    expect(await simulatorBytes()).toBeLessThan(20 * KILOBYTE);
  });
});
