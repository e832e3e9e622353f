import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, CommandId } from '../../src/lib/kernel';
import { keepLawFresh } from '../../src/lib/server/aids';
import { setPreferences } from '../../src/lib/server/contact-policy';
import { postMessage } from '../../src/lib/server/messaging';
import { newId } from '../../src/lib/server/platform/ids';
import { aTeam, TUESDAY, useTestRuntime } from '../support/cases';
import type { CommandHouse } from '../support/command-line';
import { COMMAND_LINES } from '../support/command-lines';
import { testDatabase } from '../support/database';
import { hashTables } from '../support/table-hashes';

const db = testDatabase();
/** The text of every use case: by which name it carries a command out is read there. */
const sources = import.meta.glob<string>('../../src/lib/server/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true
});
const REUSED = { ok: false, why: { code: 'command_reused' } };
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

let clock: ReturnType<typeof useTestRuntime>;
let house: CommandHouse;

beforeAll(async () => {
  clock = useTestRuntime(db());
  house = { database: db(), team: await aTeam(db()) };
  // read once in a while by whichever command comes first
  await keepLawFresh();
});
beforeEach(() => clock.set(TUESDAY));
afterAll(() => clock.close());

const tables = () => hashTables(db().superuserSql);
const anId = () => newId<'command'>() as CommandId;
const idsIn = (answer: unknown): readonly string[] => JSON.stringify(answer).match(UUID) ?? [];

async function casesOf(id: CommandId): Promise<CaseId[]> {
  const rows = await db().superuserSql<{ case_id: CaseId }[]>`
    select case_id from commands where id = ${id} order by created_at`;
  return rows.map((row) => row.case_id);
}

describe('the id of a command that is done', () => {
  it.each(Object.entries(COMMAND_LINES))('%s', async (name, line) => {
    const carryOut = await line(house);
    const command = { id: anId(), input: { what: name } };
    const first = await carryOut(command);
    expect(first).toMatchObject({ ok: true });
    const done = await tables();

    expect(await carryOut({ ...command, input: { what: 'other' } }), 'with other content').toEqual(REUSED);
    const [caseId] = await casesOf(command.id);
    const debtor = { kind: 'debtor', caseId: caseId! } as const;
    const another = name.startsWith('setPreferences')
      ? postMessage(debtor, caseId!, { text: 'Bonsoir' }, command)
      : setPreferences(debtor, caseId!, { refusedChannels: [], saturdayCalls: true }, command);
    expect(await another, 'for another act on the same case').toEqual(REUSED);
    expect(await tables(), 'nothing more was done').toEqual(done);

    const hers = await line(house);
    const second = await hers(command);
    expect(second, 'of another case is free').toMatchObject({ ok: true });
    expect(await casesOf(command.id)).toHaveLength(2);
    const shared = idsIn(second).filter((id) => idsIn(first).includes(id));
    expect(shared, 'and tells nothing of the first').toEqual([]);
    expect(await carryOut(command), 'which still has its own answer').toEqual(first);
  });
});

it('each use case carries its commands out under its own name', () => {
  const takers = Object.values(sources).flatMap((text) =>
    text
      .split(/^export (?=async function)/m)
      .filter((part) => /^async function (?!carryOutOnce)/.test(part) && part.includes('carryOutOnce'))
      .map((part) => [/^async function (\w+)/.exec(part)?.[1], /act: '(\w+)'/.exec(part)?.[1]])
  );
  expect(takers.length).toBeGreaterThan(25);
  for (const [name, act] of takers) expect(act).toBe(name);
});
