import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/lib/kernel';
import { keepLawFresh } from '../../src/lib/server/aids';
import { decideTrack } from '../../src/lib/server/backoffice';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { aTeam, TUESDAY, useTestRuntime } from '../support/cases';
import { followed, type CommandHouse } from '../support/command-line';
import { COMMAND_LINES } from '../support/command-lines';
import { testDatabase } from '../support/database';
import { countTables, rowsGained } from '../support/table-hashes';

const db = testDatabase();
const AT_ONCE = 5;

let clock: ReturnType<typeof useTestRuntime>;
let pool: Database;
let house: CommandHouse;

beforeAll(async () => {
  clock = useTestRuntime(db());
  pool = openDatabase({ url: db().appUrl, poolSize: AT_ONCE });
  useDatabase(pool);
  // read once in a while by whichever command comes first
  await keepLawFresh();
  house = { database: db(), team: await aTeam(db()) };
});
beforeEach(() => clock.set(TUESDAY));
afterAll(async () => {
  await pool.close(1);
  await clock.close();
});

const tables = () => countTables(db().superuserSql);
const aCommand = () => ({ id: newId<'command'>() as CommandId, input: 'race' });

/** What one may do as often as one likes, each time anew. Anything else is done once, whoever is first. */
const AGAIN_AND_AGAIN: ReadonlySet<string> = new Set([
  'saveAnswer',
  'answerSignal',
  'postMessage',
  'replyToPerson',
  'askReferent',
  'followClaim',
  'saveProfile',
  'inviteDebtor',
  'chooseReminders',
  'setPreferences',
  'askForPause',
  'endAskedPause',
  'logCall',
  'decideTrack',
  'handleSituation',
  'reviewDebt',
  // a proposal that waits is replaced, other terms too
  'proposePlan: waits for the referent',
  'proposePlan: takes the place of another',
  'decidePlan: other terms'
]);
/** Of these a case has one for each thing it is about, however often that is said. */
const ONE_OF_A_KIND = [
  'questionnaires',
  'signals',
  'aid_claims',
  'aid_profiles',
  'contact_preferences',
  'plan_instalments'
];

const isSaidAgain = (name: string) => AGAIN_AND_AGAIN.has(name) || AGAIN_AND_AGAIN.has(name.split(':')[0]!);

describe('five that act at the same moment, each with a command of its own', () => {
  it.each(Object.entries(COMMAND_LINES))('%s', async (name, line) => {
    const alone = await line(house);
    const before = await tables();
    expect(await alone(aCommand())).toMatchObject({ ok: true });
    const once = rowsGained(before, await tables());

    const together = await line(house);
    const start = await tables();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => together(aCommand())));
    const gained = rowsGained(start, await tables());
    expect(answers.filter(({ ok }) => ok)).toHaveLength(isSaidAgain(name) ? AT_ONCE : 1);
    if (!isSaidAgain(name)) return expect(gained).toEqual(once);
    for (const table of ONE_OF_A_KIND.map((kind) => `public.${kind}`))
      expect(gained[table], table).toBe(once[table]);
    const doubled = await db().superuserSql`
      select reason from contact_pauses where lifted_at is null group by case_id, reason having count(*) > 1`;
    expect(doubled, 'silences that run twice').toEqual([]);
  });
});

it('a case that five give to somebody at once is told so once, by one person', async () => {
  const { caseId } = await followed(house, { referentId: null, track: 'classic' });
  const decide = () =>
    decideTrack(house.team.supervisor, caseId, { track: 'oxygene', reason: 'Besoin.' }, aCommand());
  const done = await Promise.all(Array.from({ length: AT_ONCE }, decide));
  const named = done.filter((one) => one.ok && one.value.referentName !== null);
  expect(named, 'one of them names her referent').toHaveLength(1);
  const lines = await db().superuserSql`select from messages where case_id = ${caseId}`;
  expect(lines).toHaveLength(2);
});
