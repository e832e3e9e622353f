import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '../../src/lib/access';
import { NotYours } from '../../src/lib/server/db';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';
import { MATRIX, OWN, type Rightful, type Subject } from '../support/use-case-matrix';
import { WITHOUT_A_CASE } from '../support/use-cases-without-a-case';

const db = testDatabase();
const indexes = import.meta.glob<Record<string, unknown>>([
  '../../src/lib/server/*/index.ts',
  // what use cases stand on: how to say who acts, and how a page is answered
  '!../../src/lib/server/{db,http}/index.ts'
]);
/** Who opened the transaction has said who acts. */
const GIVEN_A_TRANSACTION = /^(async )?(function\s*\w*\s*)?\(\s*tx\b/;

let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let hers: TestCase;
let strangers: Readonly<Record<string, Actor>>;
let household: Readonly<Record<Rightful, Actor>>;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  const far = await aTeam(db());
  hers = await followed();
  const another = await aCase(db(), team.teamId, { referentId: team.otherReferent.staffId });
  household = householdOf(hers);
  strangers = {
    'another debtor': another.debtor,
    'a referent of another team': far.referent,
    'a referent of the same team who does not follow the case': team.otherReferent,
    'an adviser of the same team who does not follow the case': await asAdviser(await aTeam(db()), team),
    'an adviser of another team': await asAdviser(await aTeam(db())),
    'a supervisor of another team': far.supervisor
  };
});
afterAll(() => clock.close());

const followed = () =>
  aCase(db(), team.teamId, {
    referentId: team.referent.staffId,
    track: 'oxygene',
    email: 'nadia@exemple.fr'
  });

const householdOf = (one: TestCase): Readonly<Record<Rightful, Actor>> => ({
  person: one.debtor,
  referent: team.referent,
  supervisor: team.supervisor,
  job: systemActor('test')
});

/** The referent of a fresh team as an adviser, in her own team or in that of somebody else. */
async function asAdviser({ referent }: TestTeam, { teamId }: { teamId: string } = referent): Promise<Actor> {
  await db().superuserSql`
    update staff set role = 'adviser', team_id = ${teamId} where id = ${referent.staffId}`;
  return { ...referent, role: 'adviser', teamId: teamId as TestTeam['teamId'] };
}

const subjectOf = ({ caseId, debtIds }: TestCase): Subject => ({
  caseId,
  debtId: debtIds[0]!,
  colleague: team.otherReferent.staffId
});

/** Every row of every table, in short. */
async function everything(): Promise<Record<string, string>> {
  const sql = db().superuserSql;
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const one = ({ name }: { name: string }) =>
    `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from "${name}" t`;
  const rows = await sql.unsafe<{ name: string; rows: string }[]>(tables.map(one).join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

/** What somebody gets who calls: `refused` as for a case that does not exist, or whatever else came of it. */
async function answerTo(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await call };
  } catch (error) {
    return error instanceof NotYours ? 'refused' : error;
  }
}

describe('the matrix', () => {
  it('holds every use case that an index exports, or says why it takes no case', async () => {
    const exported: string[] = [];
    for (const [file, load] of Object.entries(indexes)) {
      const domain = file.split('/').at(-2);
      for (const [name, value] of Object.entries(await load())) {
        if (typeof value !== 'function' || GIVEN_A_TRANSACTION.test(value.toString())) continue;
        exported.push(`${domain}.${name}`);
      }
    }
    const known = [...Object.keys(MATRIX), ...Object.keys(OWN), ...Object.values(WITHOUT_A_CASE).flat()];
    expect(exported.length).toBeGreaterThan(100);
    expect(known.toSorted()).toEqual([...new Set(exported)].toSorted());
  });
});

describe('who has no right to the case', () => {
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await everything();
  });

  it.each(Object.entries(MATRIX))('%s refuses them all', async (_name, { may, call }) => {
    const wrongKind = (Object.keys(household) as Rightful[]).filter((kind) => !may.includes(kind));
    const others = [
      ...Object.entries(strangers),
      ...wrongKind.map((kind) => [kind, household[kind]] as const)
    ];
    for (const [who, actor] of others) {
      expect(await answerTo(call(actor, subjectOf(hers))), who).toBe('refused');
    }
  });

  it.each(Object.entries(OWN))('%s is for the person herself: no staff, no job', async (_name, call) => {
    const desk = Object.entries({ ...strangers, ...household }).filter(([, { kind }]) => kind !== 'debtor');
    for (const [who, actor] of desk) {
      // somebody forged it: a member of staff who says which case
      const forged = { ...actor, caseId: hers.caseId };
      expect(await answerTo(call(forged)), who).toBe('refused');
    }
  });

  it('changed nothing by asking', async () => {
    expect(await everything()).toEqual(before);
  });
});

describe.each(Object.entries(MATRIX))('%s', (_name, { may, call }) => {
  it.each(may)(
    'lets the %s in, so that it is for being a stranger that the others are refused',
    async (kind) => {
      const fresh = await followed();
      const answer = await answerTo(call(householdOf(fresh)[kind], subjectOf(fresh)));
      expect(answer).toHaveProperty('answered');
    }
  );
});
