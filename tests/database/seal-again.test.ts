import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../src/lib/kernel';
import { loadKeptPost } from '../../src/lib/server/backoffice';
import { listThread, postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { makeVault } from '../../src/lib/server/platform/crypto';
import { useVault, vault } from '../../src/lib/server/platform/runtime';
import { sealAgain } from '../../src/lib/server/privacy';
import { loadOwnSignals, saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, aTeam, useTestRuntime, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const keys = ['old', 'new'].map((id) => ({ id, bytes: randomBytes(32) }));
const [old, fresh] = [keys[0]!, keys[1]!];
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

/** How many values each sealed column holds, by the key that sealed them. */
async function sealedBy(key: string): Promise<Record<string, number>> {
  const columns = await db().superuserSql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name like '%\_sealed' order by 1, 2`;
  const counts: Record<string, number> = {};
  for (const { table, column } of columns) {
    const sql = db().superuserSql;
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from ${sql(table)} where starts_with(${sql(column)}, ${`${key}.`})`;
    counts[`${table}.${column}`] = row!.count;
  }
  return counts;
}

/** What the flows below do not write: at the door, and the secrets of the staff. */
async function fillTheRest(): Promise<void> {
  const sql = db().superuserSql;
  const { caseId } = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  const seal = (context: string) => vault().seal('Canari', context);
  const of = (context: string) => seal(`${context}:${caseId}`);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into case_situations (case_id, id, kind, words_sealed, reply_to_sealed, reported_at)
      values (${caseId}, gen_random_uuid(), 'helped', ${of('case_situations.words')}, ${of('case_situations.reply_to')}, now())`;
    for (const { staffId } of [team.referent, team.otherReferent, team.supervisor]) {
      await tx`update staff set totp_secret_sealed = ${seal(`staff.totp_secret:${staffId}`)} where id = ${staffId}`;
    }
  });
}

it('after a change of key nothing needs the old one, and every text still opens', async () => {
  useVault(makeVault([old]));
  await fillTheRest();
  const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
  await postMessage(person.debtor, person.caseId, { text: 'Mes mots' });
  await replyToPerson(team.referent, person.caseId, { text: 'Les miens' });
  await saveAnswer(
    person.debtor,
    person.caseId,
    {
      questionId: 'overindebtedness_file',
      reply: { disposition: 'answered', value: { kind: 'one_choice', choice: 'receivable' } },
      answeredOn: localDate('2026-11-24')
    },
    { floorOf: () => null, wordsDueAt: () => clock.now() }
  );
  const before = await sealedBy('old');
  expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(7);

  // both keys, the new one first; somebody writes meanwhile
  useVault(makeVault([fresh, old]));
  await Promise.all([sealAgain(), postMessage(person.debtor, person.caseId, { text: 'Pendant ce temps' })]);
  expect(Object.values(await sealedBy('old')).every((count) => count === 0)).toBe(true);

  useVault(makeVault([fresh]));
  const { lines } = await listThread(person.debtor, person.caseId);
  expect(lines.map(({ body }) => body)).toEqual(
    expect.arrayContaining(['Mes mots', 'Les miens', 'Pendant ce temps'])
  );
  expect((await loadOwnSignals(person.debtor, person.caseId)).signals).toHaveLength(1);
  const [post] = await db().superuserSql`select id from deliveries where case_id = ${person.caseId}`;
  expect(await loadKeptPost(team.referent, person.caseId, post!.id as never)).toMatchObject({
    ok: true,
    value: { recipient: 'nadia@exemple.fr' }
  });
  expect(await sealAgain(), 'again: nothing is left to do').toBe(0);
});

it('every sealed column is bound by the one convention, its table and its name, that opens it here', async () => {
  const root = path.resolve(import.meta.dirname, '../../src/lib/server');
  const sources = globSync('**/*.ts', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8')
  );
  const columns = Object.keys(await sealedBy('any')).map((name) => name.replace(/_sealed$/, ''));
  expect(columns.length).toBeGreaterThan(12);
  for (const place of columns) {
    const isBound = sources.some((text) => text.includes(`\`${place}:\${`) || text.includes(`'${place}'`));
    expect(isBound, place).toBe(true);
  }
});

it('says so when a key is missing, instead of losing the text', async () => {
  useVault(makeVault([old]));
  const person = await aCase(db(), team.teamId);
  await postMessage(person.debtor, person.caseId, { text: 'Gardé' });
  useVault(makeVault([fresh]));
  await expect(sealAgain()).rejects.toThrow('unknown data key: old');
  useVault(makeVault([fresh, old]));
  const { lines } = await listThread(person.debtor, person.caseId);
  expect(lines.map(({ body }) => body)).toContain('Gardé');
});
