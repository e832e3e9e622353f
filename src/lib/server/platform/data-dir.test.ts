import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

  it('refuses a folder that takes no file although its rights allow it, such as /sys to root', () => {
    expect(() => makeDataDir('/sys')).toThrow(
      /^Le dossier de données \/sys n’est pas accessible en écriture \((?:EACCES|EPERM|EROFS)\)/
    );
  });

  it('leaves nothing of its own in the folder', () => {
    makeDataDir(folder);
    expect(readdirSync(folder).filter((name) => name.includes(String(process.pid)))).toEqual([]);
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
