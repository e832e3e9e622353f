import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import { localDate } from '../../src/lib/kernel';
import { importPortfolio, refreshLimitations } from '../../src/lib/server/cases';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { systemClock } from '../../src/lib/server/platform/clock';
import { useClock } from '../../src/lib/server/platform/runtime';
import { testDatabase } from '../support/database';
import { aLine, fileFolder, portfolioText } from '../support/portfolio-file';

const db = testDatabase();
const files = fileFolder();
const nightly = systemActor('nightly');
let database: Database;

beforeAll(async () => {
  database = openDatabase({ url: db().appUrl });
  useDatabase(database);
  useClock({ now: () => new Date('2026-01-10T10:00:00Z') });
  // two years from 10 January 2026
  const line = aLine({
    nature: 'energie',
    premier_impaye: '10/01/2026',
    date_premier_courrier: '10/01/2026'
  });
  const result = await importPortfolio(systemActor('import'), { path: files.write(portfolioText([line])) });
  if (!result.ok) throw new Error(result.why.code);
  result.value.close();
});
afterAll(async () => {
  useClock(systemClock);
  files.close();
  await database.close();
});

describe('refreshLimitations', () => {
  it.each([
    ['2027-11-11', 'ok', 0],
    ['2027-11-12', 'soon', 1],
    ['2027-11-13', 'soon', 0],
    ['2028-01-10', 'soon', 0],
    ['2028-01-11', 'presumed_expired', 1]
  ])('on %s a debt whose last day is 10 January 2028 is "%s"', async (today, status, changed) => {
    expect(await refreshLimitations(nightly, localDate(today))).toBe(changed);
    const [debt] = await db().superuserSql`select limitation, limitation_review from debts`;
    expect(debt).toEqual({ limitation: status, limitation_review: null });
  });
});
