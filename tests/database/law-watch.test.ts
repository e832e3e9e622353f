import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DebtorActor, StaffActor } from '../../src/lib/access';
import {
  NOTHING_PUBLISHED,
  Simulator,
  openCatalogue,
  usePublishedLaw,
  type Household
} from '../../src/lib/aids';
import {
  keepLawFresh,
  listWatchedParameters,
  listWatchedRights,
  loadChanges,
  loadRevision,
  loadWatchedParameter,
  proposeParameterChange,
  proposeRightChange,
  publishRevision,
  rejectRevision,
  setNewsThreshold,
  startRescreening,
  type ParameterChange,
  type RevisionId
} from '../../src/lib/server/aids';
import { NotYours } from '../../src/lib/server/db';
import { aCase, aTeam, useTestRuntime, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let claire: StaffActor;
let second: StaffActor;
let debtor: DebtorActor;

/** November 2026 and the two months after it, as the engine counts. */
const [NOVEMBER, DECEMBER, JANUARY] = [2026 * 12 + 10, 2026 * 12 + 11, 2027 * 12];
const alone: Household = {
  adults: [{ age: 40, activity: 'inactive' }],
  children: [],
  housing: { status: 'hosted_free' }
};

const change = (wishes: Partial<ParameterChange> = {}): ParameterChange => ({
  name: 'rsa_base',
  from: '2026-12-01',
  numbers: [700],
  corrects: false,
  law: 'Décret d’essai du 20 novembre 2026',
  url: 'https://www.legifrance.gouv.fr/essai',
  checked: '2026-11-23',
  reason: 'Revalorisation exceptionnelle',
  ...wishes
});

async function proposed(wishes: Partial<ParameterChange> = {}): Promise<RevisionId> {
  const done = await proposeParameterChange(claire, change(wishes));
  if (!done.ok) throw new Error(JSON.stringify(done.why));
  return done.value;
}

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  claire = team.supervisor;
  second = (await aTeam(db())).supervisor;
  ({ debtor } = await aCase(db(), team.teamId, { referentId: team.referent.staffId }));
});
afterAll(async () => {
  await usePublishedLaw(NOTHING_PUBLISHED);
  await clock.close();
});

describe('the list', () => {
  it('has every parameter with its age, the one checked longest ago first', async () => {
    const all = await listWatchedParameters(claire);
    expect(all.length).toBeGreaterThan(150);
    const ages = all.map(({ daysSinceChecked }) => daysSinceChecked);
    expect(ages).toEqual([...ages].sort((a, b) => b - a));
    const rsa = all.find(({ name }) => name === 'rsa_base');
    expect(rsa).toMatchObject({ group: 'rsa', current: { from: '2026-04-01', numbers: [651.69] } });
    expect(rsa?.daysSinceChecked).toBe(237);
  });

  it('has the 66 national rights and the 414 local aids', async () => {
    const all = await listWatchedRights(claire);
    expect(all.filter(({ isLocal }) => isLocal).length).toBeGreaterThanOrEqual(400);
    expect(all.filter(({ isLocal }) => !isLocal).length).toBeGreaterThanOrEqual(66);
  });

  it.each(['referent', 'otherReferent'] as const)('is not for a %s', async (who) => {
    await expect(listWatchedParameters(team[who])).rejects.toThrow(NotYours);
    await expect(proposeParameterChange(team[who], change())).rejects.toThrow(NotYours);
  });

  it('is not for a debtor', async () => {
    await expect(listWatchedRights(debtor)).rejects.toThrow(NotYours);
    await expect(proposeParameterChange(debtor, change())).rejects.toThrow(NotYours);
  });
});

describe('a proposal', () => {
  it.each([
    ['two values from one day', { from: '2026-04-01' }, 'from', 'two_values'],
    ['a day that is none', { from: '2026-02-30' }, 'from', 'not_a_day'],
    ['a month the engine does not cover', { from: '2029-01-01' }, 'from', 'month_not_covered'],
    ['a correction of nothing', { corrects: true }, 'from', 'nothing_to_correct'],
    ['no law', { law: '' }, 'law', 'law_missing'],
    ['no link', { url: 'legifrance' }, 'url', 'url_not_a_link'],
    ['two numbers where one is wanted', { numbers: [1, 2] }, 'numbers', 'wrong_length'],
    ['a negative amount', { numbers: [-1] }, 'numbers', 'not_an_amount'],
    ['a check of tomorrow', { checked: '2026-11-25' }, 'checked', 'checked_in_future'],
    ['a check before the known one', { checked: '2026-03-31' }, 'checked', 'checked_before_known'],
    ['no reason', { reason: 'court' }, 'reason', 'reason_missing']
  ] as const)('with %s is refused beside its field', async (_name, wishes, field, code) => {
    const done = await proposeParameterChange(claire, change(wishes));
    expect(done).toMatchObject({ ok: false, why: { code: 'not_valid', faults: [{ field, code }] } });
  });

  it('without a day is told so once, and nothing else', async () => {
    const done = await proposeParameterChange(claire, change({ from: '' }));
    expect(done).toEqual({
      ok: false,
      why: { code: 'not_valid', faults: [{ field: 'from', code: 'not_a_day' }] }
    });
  });

  it('of a parameter nobody knows is refused', async () => {
    expect(await proposeParameterChange(claire, change({ name: 'rsa_x' }))).toMatchObject({
      why: { code: 'parameter_unknown' }
    });
  });

  it('shows who gains among the reference households, and nobody decides on her own', async () => {
    const id = await proposed();
    const page = await loadRevision(claire, id);
    if (!page.ok) throw new Error('it is there');
    expect(page.value).toMatchObject({ isOwn: true, impact: { month: DECEMBER, lose: 0 } });
    expect(page.value.impact?.gain).toBeGreaterThan(50);
    const { impact } = page.value;
    expect(impact && 'aids' in impact && impact.aids.map(({ aid }) => aid)).toContain('rsa');
    expect(await publishRevision(claire, { id, publishedOn: '2026-11-24' })).toMatchObject({
      why: { code: 'own_proposal' }
    });
    expect(await rejectRevision(claire, { id, reason: 'je change d’avis' })).toMatchObject({
      why: { code: 'own_proposal' }
    });
    // past the use case too: the database refuses, whoever writes
    await expect(
      db().superuserSql`update law_revisions set state = 'published', decided_by = proposed_by,
        published_on = '2026-11-24' where id = ${id}`
    ).rejects.toThrow('law_revisions_two_people');
    await db().appSql.begin(async (tx) => {
      await tx`select app.enter('supervisor', null, ${claire.staffId})`;
      const own =
        await tx`update law_revisions set state = 'rejected', decided_by = ${second.staffId} where id = ${id}`;
      expect(own.count).toBe(0);
    });
    expect(await rejectRevision(second, { id, reason: 'Le décret n’est pas signé.' })).toEqual({
      ok: true,
      value: null
    });
  });

  it('is seen by nobody but supervisors, even past the use cases', async () => {
    await proposed({ reason: 'Pour être regardée de loin' });
    for (const [scope, caseId, staffId] of [
      ['referent', null, team.referent.staffId],
      ['debtor', debtor.caseId, null]
    ] as const)
      await db().appSql.begin(async (tx) => {
        await tx`select app.enter(${scope}, ${caseId}, ${staffId})`;
        expect(await tx`select from law_revisions`).toHaveLength(0);
      });
    expect(await db().appSql`select from law_revisions`).toHaveLength(0);
  });

  it('cannot be rewritten or deleted by the application', async () => {
    for (const statement of [`update law_revisions set after = '{}'`, 'delete from law_revisions'])
      await expect(
        db().appSql.begin(async (tx) => {
          await tx`select app.enter('supervisor', null, ${second.staffId})`;
          await tx.unsafe(statement);
        })
      ).rejects.toThrow('permission denied');
  });
});

describe('a published change', () => {
  it('counts from its month on, and the month before keeps the old amount', async () => {
    const id = await proposed({ from: '2027-01-01', numbers: [720] });
    expect(await publishRevision(second, { id, publishedOn: '2026-11-23' })).toMatchObject({
      why: { code: 'published_in_past', earliest: '2026-11-24' }
    });
    expect(await publishRevision(second, { id, publishedOn: '2026-11-26' })).toMatchObject({ ok: true });
    await keepLawFresh();
    expect(new Simulator(JANUARY).amountsOf(alone).rsa).toBe(573.49);
    clock.set('2026-11-26T09:00:00Z');
    expect(await keepLawFresh()).toMatchObject({ parameters: [{ name: 'rsa_base' }], rights: [] });
    expect(new Simulator(NOVEMBER).amountsOf(alone).rsa).toBe(573.49);
    expect(new Simulator(DECEMBER).amountsOf(alone).rsa).toBe(573.49);
    expect(new Simulator(JANUARY).amountsOf(alone).rsa).toBe(633.6);
    const seen = await loadWatchedParameter(claire, 'rsa_base');
    expect(seen).toMatchObject({
      value: {
        parameter: { current: { numbers: [651.69] }, coming: [{ from: '2027-01-01', numbers: [720] }] }
      }
    });
    expect(await publishRevision(second, { id, publishedOn: '2026-11-26' })).toMatchObject({
      why: { code: 'already_decided' }
    });
  });

  it('makes a proposal written before it impossible to publish', async () => {
    const [first, late] = [await proposed({ numbers: [660] }), await proposed({ numbers: [661] })];
    expect(await publishRevision(second, { id: first, publishedOn: '2026-12-01' })).toMatchObject({
      ok: true
    });
    expect(await publishRevision(second, { id: late, publishedOn: '2026-12-01' })).toMatchObject({
      why: { code: 'subject_changed' }
    });
  });

  it('is in use at once in the process where it was published', async () => {
    await keepLawFresh();
    const id = await proposed({ from: '2027-02-01', numbers: [725] });
    expect(await publishRevision(second, { id, publishedOn: '2026-11-26' })).toMatchObject({ ok: true });
    await keepLawFresh();
    expect(new Simulator(JANUARY + 1).amountsOf(alone).rsa).toBe(638);
  });

  it('stays in the history with who, when and why, before and after, and in the journal', async () => {
    const { history } = await loadChanges(second);
    const [published] = history.filter(({ state }) => state === 'published');
    expect(published).toMatchObject({
      proposedByName: claire.name,
      decidedByName: second.name,
      reason: 'Revalorisation exceptionnelle'
    });
    expect(published?.impact?.gain).toBeGreaterThan(0);
    const rejected = history.find(({ state }) => state === 'rejected');
    expect(rejected?.decisionReason).toBe('Le décret n’est pas signé.');
    const lines = await db().superuserSql`select distinct action from staff_audit_events order by 1`;
    expect(lines.map((line) => line.action)).toEqual(['law.proposed', 'law.published', 'law.rejected']);
  });
});

describe('a local aid', () => {
  const id = 'fsl-35';
  const known = async () => (await listWatchedRights(claire)).find(({ right }) => right.id === id);

  it('is edited with the schema of the catalogue', async () => {
    const { id: _, ...right } = (await known())!.right;
    const wrong = {
      ...right,
      url: 'nulle part',
      what: 'x'.repeat(321),
      pays: { most: Number.NaN, per: 'month' },
      ask: { ...right.ask, phone: 'appelez' }
    };
    const done = await proposeRightChange(claire, {
      id,
      right: wrong,
      isNew: false,
      from: '2026-11-26',
      reason: 'Nouvelle adresse'
    });
    expect(done).toMatchObject({ why: { code: 'not_valid' } });
    if (!done.ok && done.why.code === 'not_valid')
      expect(done.why.faults.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
        'ask.phone not_in_schema',
        'pays.most not_in_schema',
        'url not_in_schema',
        'what too_long'
      ]);
  });

  it('exists only in places that are there', async () => {
    await db().superuserSql`insert into communes (code, city_code, departement, region, postcodes)
      values ('75101', '75056', '75', '11', '{75001}')`;
    const { id: _, ...right } = (await known())!.right;
    const proposedFor = async (scope: object) => {
      const change = { id, isNew: false, from: '2026-11-26', reason: 'Autre territoire' };
      const done = await proposeRightChange(claire, { ...change, right: { ...right, scope } });
      return done.ok || done.why.code !== 'not_valid' ? [] : done.why.faults;
    };
    const fault = (list: string) => ({ field: `scope.${list}`, code: 'place_unknown' });
    expect(await proposedFor({ communes: ['75101', '99999'] })).toEqual([fault('communes')]);
    expect(await proposedFor({ departements: ['99'], postcodes: ['75999'], regions: ['98'] })).toEqual([
      fault('departements'),
      fault('regions'),
      fault('postcodes')
    ]);
    // an arrondissement, and the city it is part of
    expect(await proposedFor({ communes: ['75101', '75056'], regions: ['11'] })).toEqual([]);
    await db().superuserSql`delete from communes`;
    // Rennes Métropole and Nantes Métropole, whatever of the geography the database holds; then one digit beside
    expect(await proposedFor({ epcis: ['243500139'], exceptEpcis: ['244400404'] })).toEqual([]);
    expect(await proposedFor({ epcis: ['243500139', '243500138'] })).toEqual([fault('epcis')]);
    expect(await proposedFor({ departements: ['35'], exceptEpcis: ['999999999'] })).toEqual([
      fault('exceptEpcis')
    ]);
  });

  it('takes the place only of what is there', async () => {
    const { id: _, ...right } = (await known())!.right;
    const change = { id, isNew: false, from: '2026-11-26', reason: 'Remplace une autre aide' };
    expect(
      await proposeRightChange(claire, { ...change, right: { ...right, replaces: ['nulle-part'] } })
    ).toMatchObject({ why: { faults: [{ field: 'replaces', code: 'replaces_unknown' }] } });
  });

  it('shows who has it newly among the reference households, and keeps it in the history', async () => {
    const { id: _, ...right } = (await known())!.right;
    const done = await proposeRightChange(claire, {
      id: 'aide-de-rennes',
      right: {
        ...right,
        name: 'Aide de Rennes',
        loan: undefined,
        when: { monthlyIncome: { bySize: { 1: 700 } } },
        pays: { most: 240, per: 'year' }
      },
      isNew: true,
      from: '2026-12-01',
      reason: 'Aide votée par la ville'
    });
    if (!done.ok) throw new Error(JSON.stringify(done.why));
    const page = await loadRevision(second, done.value);
    if (!page.ok) throw new Error('it is there');
    const { impact, profiles, isScreened } = page.value;
    expect(impact).toMatchObject({
      subject: 'right',
      month: DECEMBER,
      households: 314,
      before: 0,
      lose: 0,
      averageGain: 20
    });
    expect(impact?.gain).toBeGreaterThan(20);
    expect(isScreened).toBe(true);
    // one stored profile or none: nothing is counted
    expect(profiles).toEqual({ seen: 0, gain: 0, lose: 0 });
    expect(await publishRevision(claire, { id: done.value, publishedOn: '2026-11-26' })).toMatchObject({
      why: { code: 'own_proposal' }
    });
    await publishRevision(second, { id: done.value, publishedOn: '2026-11-26' });
    const kept = (await loadChanges(claire)).history.find((one) => one.id === done.value);
    expect(kept?.impact).toEqual(impact);
  });

  it('is shown as it was until somebody else publishes it, then as it is now', async () => {
    const { id: _, ...right } = (await known())!.right;
    const input = { id, isNew: false, from: '2026-11-26', reason: 'Nouveau numéro de téléphone' };
    const done = await proposeRightChange(claire, {
      ...input,
      right: { ...right, ask: { ...right.ask, phone: '02 99 00 00 00' } }
    });
    if (!done.ok) throw new Error(JSON.stringify(done.why));
    const { openLocalAids } = await openCatalogue();
    const file = { departement: '35', rights: [], members: [] };
    expect(openLocalAids(file).find((one) => one.id === id)).toBeUndefined();
    expect(await publishRevision(second, { id: done.value, publishedOn: '2026-11-26' })).toMatchObject({
      ok: true
    });
    clock.set('2026-11-26T10:00:00Z');
    await keepLawFresh();
    expect(openLocalAids(file).find((one) => one.id === id)?.ask.phone).toBe('02 99 00 00 00');
    expect((await known())?.right.ask.phone).toBe('02 99 00 00 00');
  });

  it('that exists no more is taken out', async () => {
    const done = await proposeRightChange(claire, {
      id: 'faj-35',
      right: null,
      isNew: false,
      from: '2026-11-26',
      reason: 'Le fonds est supprimé'
    });
    if (!done.ok) throw new Error(JSON.stringify(done.why));
    await publishRevision(second, { id: done.value, publishedOn: '2026-11-26' });
    expect((await listWatchedRights(claire)).some(({ right }) => right.id === 'faj-35')).toBe(false);
    expect(await startRescreening(second, done.value)).toMatchObject({ why: { code: 'nothing_computed' } });
  });
});

describe('the threshold', () => {
  it('is set with a reason, by a supervisor only', async () => {
    expect(await setNewsThreshold(claire, { cents: 2_000, reason: '' })).toMatchObject({
      why: { code: 'reason_missing' }
    });
    expect(await setNewsThreshold(claire, { cents: 100_001, reason: 'Beaucoup trop haut' })).toMatchObject({
      why: { code: 'threshold_out_of_range' }
    });
    await setNewsThreshold(claire, { cents: 2_000, reason: 'Moins ne vaut pas un message' });
    expect((await loadChanges(claire)).threshold).toMatchObject({ cents: 2_000, setByName: claire.name });
    await expect(
      setNewsThreshold(team.referent, { cents: 0, reason: 'Je voudrais tout dire' })
    ).rejects.toThrow(NotYours);
  });
});
