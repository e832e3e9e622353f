import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startImport, tryImport } from '../../src/lib/server/backoffice';
import { NotYours } from '../../src/lib/server/db';
import { aStaff } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();
const folder = mkdtempSync(path.join(tmpdir(), 'oxygene-limit-'));
let files = 0;

/** A file that is no portfolio: reading it is refused at once. */
function received() {
  const file = path.join(folder, `${(files += 1)}.csv`);
  writeFileSync(file, 'ceci;n’est pas\nun;portefeuille\n');
  return { path: file, fileName: 'portefeuille.csv' };
}

const triesKept = async () => product().sql`select * from rate_limits order by 1, 2`;

it('ten files an hour for each supervisor, tried or for good, then a calm wait; an hour later again', async () => {
  const supervisor = await aStaff(product(), { role: 'supervisor' });
  const other = await aStaff(product(), { role: 'supervisor' });
  for (let times = 0; times < 10; times += 1) {
    const result = await (times % 2 ? tryImport : startImport)(supervisor, received());
    expect(result).not.toMatchObject({ why: { code: 'calm_wait' } });
  }
  const tooMany = received();
  const refused = await startImport(supervisor, tooMany);
  expect(refused).toMatchObject({ ok: false, why: { code: 'calm_wait' } });
  expect(existsSync(tooMany.path), 'a file too many is deleted unread').toBe(false);
  expect(await tryImport(other, received())).not.toMatchObject({ why: { code: 'calm_wait' } });
  product().clock.pass({ minutes: 66 });
  expect(await tryImport(supervisor, received())).not.toMatchObject({ why: { code: 'calm_wait' } });
});

it('of somebody who may import none counts for nothing, and the file is gone', async () => {
  const referent = await aStaff(product(), { role: 'referent' });
  const before = await triesKept();
  for (const importing of [startImport, tryImport]) {
    const file = received();
    await expect(importing(referent, file)).rejects.toThrow(NotYours);
    expect(existsSync(file.path)).toBe(false);
  }
  expect(await triesKept()).toEqual(before);
});
