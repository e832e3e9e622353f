import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDataDir } from './data-dir';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oxygene-data-dir-'));
  writeFileSync(path.join(folder, 'file'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('makeDataDir', () => {
  it('makes the folder and those above it', () => {
    const wanted = path.join(folder, 'a/b');
    makeDataDir(wanted);
    expect(statSync(wanted).mode & 0o066).toBe(0);
  });

  it('takes a folder that is there', () => {
    expect(() => makeDataDir(folder)).not.toThrow();
  });

  it.each([
    ['where nothing can be made', () => '/proc/oxygene/data', 'ENOENT'],
    ['below a file', () => path.join(folder, 'file/data'), 'ENOTDIR']
  ])('refuses a folder %s, in one sentence', (_place, wanted, code) => {
    expect(() => makeDataDir(wanted())).toThrow(
      `Le dossier de données ${wanted()} n’est pas accessible en écriture (${code})`
    );
  });
});
