import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database';
import { aLine, fileFolder, portfolioText } from '../support/portfolio-file';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const db = testDatabase();
const files = fileFolder();
const dataDir = mkdtempSync(path.join(tmpdir(), 'oxygene-import-program-'));
afterAll(() => {
  files.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs the program as `npm run import -- …` does, on the database of this file. */
function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/bin/import.js', ...args], {
      cwd: PROJECT,
      env: { PATH: process.env.PATH, DATABASE_URL: db().ownerUrl, DATA_DIR: dataDir, INIT_CWD: PROJECT }
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

describe('npm run import', () => {
  it('prints with --json the report and nothing else, and exits with 0 when a row was taken', async () => {
    const { code, out } = await run('tests/samples/portfolio-with-faults.csv', '--json', '--dry-run');
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(['file', 'rows', 'cases', 'debts', 'refused', 'warnings']);
    expect(report).toMatchObject({
      file: 'portfolio-with-faults.csv',
      rows: 80,
      cases: { created: 51, updated: 0, unchanged: 0 },
      debts: { created: 64, updated: 0, unchanged: 0 }
    });
    expect(report.refused).toHaveLength(15);
    expect(Object.keys(report.refused[0])).toEqual(['record', 'case', 'column', 'reason', 'message']);
    expect(code).toBe(0);
    expect((await db().superuserSql`select 1 from case_files`).length).toBe(0);
  }, 60_000);

  it('tells a person what was refused and the sums', async () => {
    const file = files.write(portfolioText([aLine(), aLine({ nom: '' })]));
    const { code, out } = await run(file);
    expect(out).toContain('Enregistrement 3, dossier OX26-000001, nom');
    expect(out).toMatch(/Lignes lues\s: 2, prises\s: 1, refusées\s: 1\./);
    expect(code).toBe(0);
  }, 60_000);

  it.each([
    [
      'a file of which no row can be taken',
      () => files.write(portfolioText([aLine({ nom: '' })])),
      'value_missing'
    ],
    ['a file that is not there', () => '/no/such/file.csv', 'file_not_found'],
    ['an empty file', () => files.write(''), 'file_empty'],
    ['a picture', () => files.write(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])), 'file_binary'],
    ['a file with other columns', () => files.write('a;b\n1;2\n'), 'columns_missing']
  ])(
    'exits with 2 for %s, with its reason',
    async (_what, file, reason) => {
      const { code, out } = await run(file(), '--json');
      expect(JSON.parse(out)).toMatchObject({ refused: [{ reason }], warnings: [] });
      expect(code).toBe(2);
    },
    60_000
  );

  it('exits with 1 and says how it is used when no file is given', async () => {
    const { code, err } = await run('--json');
    expect(err).toContain('npm run import -- FICHIER');
    expect(code).toBe(1);
  }, 60_000);
});
