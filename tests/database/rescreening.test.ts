import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '../../src/lib/access';
import { NOTHING_ANSWERED, type KeptAnswers, type Right } from '../../src/lib/aids';
import { RENNES } from '../../src/lib/aids/testing/builders';
import { cents, localDate, type CaseId } from '../../src/lib/kernel';
import {
  countClaimOutcomes,
  eraseProfile,
  followClaim,
  loadOwnAids,
  loadRevision,
  proposeParameterChange,
  proposeRightChange,
  publishRevision,
  rescreenDue,
  saveProfile,
  screenPart,
  setNewsThreshold,
  startRescreening,
  tellAidNews,
  type RevisionId,
  type ScreenParts
} from '../../src/lib/server/aids';
import { NotYours } from '../../src/lib/server/db';
import { vault } from '../../src/lib/server/platform/runtime';
import { aCase, aTeam, useTestRuntime, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const ORIGIN = 'https://oxygene.exemple';
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let second: StaffActor;
let revision: RevisionId;

const here: ScreenParts = async (id, parts) => {
  for (const part of parts) await screenPart(id, part);
};

const LILLE = { postcode: '59000', insee: '59350', departement: '59', region: '32', epci: '200093201' };

const answers = (income: string, place?: KeptAnswers['passed'][number]['raw']): KeptAnswers => ({
  ...NOTHING_ANSWERED,
  passed: [
    { screen: 'scope', raw: { scope: 'none' } },
    { screen: 'couple', raw: { couple: 'no' } },
    { screen: 'children', raw: { children: 'no' } },
    { screen: 'age', raw: { age_0: '40' } },
    { screen: 'activity', raw: { activity_0: income === '0' ? 'inactive' : 'employed' } },
    { screen: 'income', raw: { net_salary_0: income } },
    { screen: 'housing', raw: { housing: 'hosted_free' } },
    ...(place ? [{ screen: 'place', raw: place } as const] : [])
  ]
});

async function person(
  income: string,
  wishes: { wantsNews?: boolean; email?: string | null; place?: typeof RENNES } = {}
): Promise<CaseId> {
  const { wantsNews = true, email = 'nadia@exemple.fr', place } = wishes;
  const { debtor, caseId } = await aCase(db(), team.teamId, {
    referentId: team.referent.staffId,
    track: 'oxygene',
    email
  });
  await saveProfile(debtor, caseId, {
    kept: answers(income, place),
    consents: { tellsReferent: false, wantsNews }
  });
  return caseId;
}

async function publish(amount: number, from = '2026-11-01'): Promise<RevisionId> {
  const done = await proposeParameterChange(team.supervisor, {
    name: 'rsa_base',
    from,
    numbers: [amount],
    corrects: false,
    law: 'Décret d’essai du 20 novembre 2026',
    url: 'https://www.legifrance.gouv.fr/essai',
    checked: '2026-11-23',
    reason: 'Revalorisation exceptionnelle'
  });
  if (!done.ok) throw new Error(JSON.stringify(done.why));
  const published = await publishRevision(second, { id: done.value, publishedOn: '2026-11-24' });
  if (!published.ok) throw new Error(published.why.code);
  return done.value;
}

const newsOf = async (caseId: CaseId) => {
  const rows = await db().superuserSql`select * from aid_news where case_id = ${caseId} order by found_at`;
  return rows.map((row) => ({
    gain: row.gain_cents === null ? null : Number(row.gain_cents),
    state: row.state as string
  }));
};
/** What her page marks as new. */
const newTo = async (caseId: CaseId) => [...(await loadOwnAids({ kind: 'debtor', caseId }, caseId)).news];
const lettersTo = async (caseId: CaseId) => {
  const rows = await db().superuserSql`select * from deliveries where case_id = ${caseId}`;
  return rows.map((row) => ({
    subject: row.subject as string,
    body: vault().open(row.body_sealed as string, `deliveries.body:${caseId}`)
  }));
};

let gains: CaseId;
let below: CaseId;
let silent: CaseId;
let unreached: CaseId;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  second = (await aTeam(db())).supervisor;
  gains = await person('0');
  below = await person('3 000');
  silent = await person('0', { wantsNews: false });
  unreached = await person('0', { email: null });
  revision = await publish(700);
});
afterAll(() => clock.close());

describe('stored profiles after a publication', () => {
  it('are screened once, those of people who agreed only', async () => {
    expect(await rescreenDue(here)).toBe(1);
    expect(await rescreenDue(here)).toBe(0);
    const page = await loadRevision(team.supervisor, revision);
    expect(page).toMatchObject({ value: { passes: [{ seen: 3, gained: 2, unreadable: 0 }] } });
    expect(await newsOf(gains)).toEqual([{ gain: 4251, state: 'to_tell' }]);
    expect(await newTo(gains)).toEqual([]);
    expect(await newsOf(below)).toEqual([]);
    expect(await newsOf(silent)).toEqual([]);
  });

  it('bring one calm message to who gains, without any amount', async () => {
    expect(await tellAidNews(ORIGIN)).toBe(1);
    expect(await newsOf(gains)).toMatchObject([{ state: 'told' }]);
    const [letter, ...more] = await lettersTo(gains);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Des nouvelles de vos aides');
    expect(letter?.body).toContain(`${ORIGIN}/mes-aides`);
    expect(letter?.body).not.toMatch(/€|dette|\d{2},\d{2}/);
    expect(await lettersTo(below)).toEqual([]);
    expect(await newsOf(unreached)).toMatchObject([{ state: 'to_tell' }]);
    expect(await newTo(gains)).toEqual([['rsa', '2026-11-24']]);
    expect(await newTo(unreached)).toEqual([]);
    // hers alone
    await expect(loadOwnAids({ kind: 'debtor', caseId: below }, gains)).rejects.toThrow(NotYours);
    await expect(loadOwnAids(second, gains)).rejects.toThrow(NotYours);
  });

  it('are screened again by hand without anybody being told twice', async () => {
    const late = await person('0');
    const started = await startRescreening(second, revision);
    expect(started).toMatchObject({ ok: true });
    expect(await startRescreening(second, revision)).toMatchObject({ why: { code: 'already_running' } });
    await rescreenDue(here);
    // a Sunday: the rules of contact say no, and she is told the next working day
    clock.set('2026-11-29T10:00:00Z');
    expect(await tellAidNews(ORIGIN)).toBe(0);
    clock.set('2026-11-30T10:00:00Z');
    expect(await tellAidNews(ORIGIN)).toBe(1);
    expect(await newsOf(late)).toMatchObject([{ state: 'told' }]);
    expect(await lettersTo(gains)).toHaveLength(1);
  });

  it('go on where a killed worker left them', async () => {
    clock.set('2026-11-24T09:30:00Z');
    const many: CaseId[] = [];
    for (let index = 0; index < 3; index++) many.push(await person('0'));
    const started = await startRescreening(second, revision);
    if (!started.ok) throw new Error(started.why.code);
    // killed in the middle of a batch: nothing of it is kept, nothing of it is lost
    const broken = screenPart(started.value, 0, () => {
      throw new Error('killed');
    });
    await expect(broken).rejects.toThrow('killed');
    await db().superuserSql`update aid_rescreening_parts set finished_at = null, seen = 2,
      cursor = ${many[0]!} where rescreening_id = ${started.value}`;
    await rescreenDue(here);
    const [part] = await db().superuserSql`
      select seen, finished_at from aid_rescreening_parts where rescreening_id = ${started.value}`;
    expect(Number(part?.seen)).toBe(4);
    expect(part?.finished_at).not.toBeNull();
    for (const caseId of many) expect(await newsOf(caseId)).toHaveLength(1);
  });

  it('wait for the day from which the value applies', async () => {
    const coming = await publish(720, '2027-02-01');
    expect(await rescreenDue(here)).toBe(0);
    expect(await startRescreening(second, coming)).toMatchObject({
      why: { code: 'not_yet', from: '2027-02-01' }
    });
  });

  it('follow the threshold a supervisor set', async () => {
    await setNewsThreshold(second, { cents: 5_000, reason: 'Moins ne vaut pas un message' });
    const fresh = await person('0');
    const started = await startRescreening(second, revision);
    expect(started.ok).toBe(true);
    await rescreenDue(here);
    expect(await newsOf(fresh)).toEqual([]);
  });

  it('are of nobody but the job: a referent cannot start it, nor read who gains', async () => {
    await expect(startRescreening(team.referent, revision)).rejects.toThrow(NotYours);
    await db().appSql.begin(async (tx) => {
      await tx`select app.enter('supervisor', null, ${second.staffId})`;
      expect(await tx`select from aid_news`).toHaveLength(0);
      expect(await tx`select from aid_profiles`).toHaveLength(0);
    });
  });

  it('told to somebody who stopped the news in between are not told', async () => {
    clock.set('2026-11-24T10:30:00Z');
    await setNewsThreshold(second, { cents: 1_000, reason: 'Comme avant, dix euros' });
    const changed = await person('0');
    await startRescreening(second, revision);
    await rescreenDue(here);
    const debtor = { kind: 'debtor', caseId: changed } as const;
    const consents = { tellsReferent: false, wantsNews: false };
    await saveProfile(debtor, changed, { kept: answers('0'), consents });
    await tellAidNews(ORIGIN);
    expect(await newsOf(changed)).toMatchObject([{ state: 'not_told' }]);
    expect(await lettersTo(changed)).toEqual([]);
  });
});

describe('stored profiles after a right opened', () => {
  const aid = (wishes: Partial<Right> = {}) => ({
    name: 'Aide de Rennes',
    kind: 'aid',
    theme: 'energy',
    who: 'Habitant de Rennes aux ressources modestes',
    what: 'Une part des factures',
    ask: { place: 'CCAS de Rennes' },
    source: 'Ville de Rennes',
    url: 'https://rennes.exemple/aide',
    checked: 'yes',
    when: { monthlyIncome: { bySize: { 1: 1_500 } } },
    scope: { communes: ['35238'] },
    ...wishes
  });

  async function publishRight(id: string, right: ReturnType<typeof aid> | null, isNew = true) {
    const change = { id, right, isNew, from: '2026-11-24', reason: 'Aide votée par la ville' };
    const done = await proposeRightChange(team.supervisor, change);
    if (!done.ok) throw new Error(JSON.stringify(done.why));
    const published = await publishRevision(second, { id: done.value, publishedOn: '2026-11-24' });
    if (!published.ok) throw new Error(published.why.code);
    return done.value;
  }

  it('bring one message to who has it newly, where she lives', async () => {
    clock.set('2026-11-24T11:00:00Z');
    const here_ = { place: RENNES };
    const [hers, richer] = [await person('1 200', here_), await person('3 000', here_)];
    const [elsewhere, refuses] = [
      await person('1 200', { place: LILLE }),
      await person('1 200', { ...here_, wantsNews: false })
    ];
    const id = await publishRight('aide-de-rennes', aid());
    expect(await rescreenDue(here)).toBe(1);
    expect(await rescreenDue(here)).toBe(0);
    expect(await newsOf(hers)).toEqual([{ gain: null, state: 'to_tell' }]);
    for (const other of [richer, elsewhere, refuses]) expect(await newsOf(other)).toEqual([]);
    await tellAidNews(ORIGIN);
    await tellAidNews(ORIGIN);
    expect(await newTo(hers)).toEqual([['aide-de-rennes', '2026-11-24']]);
    const letters = await lettersTo(hers);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain('ou une nouvelle vous revenir');
    expect(letters[0]?.body).not.toMatch(/€|dette|Rennes/);
    // asked again by hand: she was told
    expect(await startRescreening(second, id)).toMatchObject({ ok: true });
    await rescreenDue(here);
    await tellAidNews(ORIGIN);
    expect(await lettersTo(hers)).toHaveLength(1);
    // what was worked out from her answers goes with them
    await eraseProfile({ kind: 'debtor', caseId: hers }, hers);
    const kept = await db().superuserSql`select about from aid_news where case_id = ${hers}`;
    expect(kept.map(({ about }) => about as string[])).toEqual([[]]);
  });

  it('follow the threshold where the sum is known', async () => {
    const [hers, richer] = [
      await person('1 200', { place: RENNES }),
      await person('1 200', { place: RENNES })
    ];
    await publishRight('petite-aide', aid({ pays: { most: 120, per: 'year' } }));
    await rescreenDue(here);
    expect(await newsOf(hers)).toEqual([]);
    await publishRight('aide-utile', aid({ pays: { most: 121, per: 'year' } }));
    await rescreenDue(here);
    expect(await newsOf(richer)).toEqual([{ gain: 1_008, state: 'to_tell' }]);
  });

  it('are left alone by a loan, by what is meant for others, by other words and by an end', async () => {
    const hers = await person('1 200', { place: RENNES });
    for (const [id, wishes] of [
      ['un-pret', { loan: 'loan' }],
      ['pour-bailleurs', { audience: 'landlord' }]
    ] as const)
      await publishRight(id, aid(wishes));
    await publishRight('aide-utile', aid({ pays: { most: 121, per: 'year' }, who: 'Autres mots' }), false);
    const end = await publishRight('petite-aide', null, false);
    await rescreenDue(here);
    expect(await newsOf(hers)).toEqual([]);
    expect(await startRescreening(second, end)).toMatchObject({ why: { code: 'nothing_computed' } });
  });

  it('hear nothing of a right that ended before its pass', async () => {
    await publishRight('breve-aide', aid());
    await publishRight('breve-aide', null, false);
    const hers = await person('1 200', { place: RENNES });
    await rescreenDue(here);
    expect(await newsOf(hers)).toEqual([]);
  });

  it('are shown as whole tens before somebody decides', async () => {
    const counted = async (id: string) => {
      const change = { id, right: aid(), isNew: true };
      const more = { from: '2026-11-24', reason: 'Aide votée par la ville' };
      const done = await proposeRightChange(team.supervisor, { ...change, ...more });
      if (!done.ok) throw new Error(JSON.stringify(done.why));
      const page = await loadRevision(second, done.value);
      return page.ok ? page.value.profiles : null;
    };
    expect((await counted('essai-un'))?.gain).toBe(0);
    for (let index = 0; index < 10; index++) await person('1 200', { place: RENNES });
    expect((await counted('essai-deux'))?.gain).toBe(10);
  });
});

describe('outcomes of claims', () => {
  const claimed = async (state: 'granted' | 'refused', amountCents: number | null, aid = 'rsa') => {
    const caseId = await person('0');
    const debtor = { kind: 'debtor', caseId } as const;
    const news = {
      aid,
      state,
      askedOn: localDate('2026-11-02'),
      decidedOn: localDate('2026-11-20')
    } as const;
    const amount = amountCents === null ? null : cents(amountCents);
    const done = await followClaim(debtor, caseId, {
      ...news,
      amountCents: amount,
      reason: null,
      remindOn: null,
      remindByPost: false
    });
    if (!done.ok) throw new Error(done.why.code);
  };
  const rsa = async () => (await countClaimOutcomes(second)).find(({ aid }) => aid === 'rsa')?.groups;

  it('are not shown under ten, and shown in groups from ten on', async () => {
    for (let index = 0; index < 9; index++) await claimed('refused', null);
    expect(await rsa()).toBeNull();
    await claimed('refused', null);
    expect(await rsa()).toMatchObject([{ count: 10 }]);
    // what was estimated, to the euro, then another amount
    for (let index = 0; index < 10; index++) await claimed('granted', 61_700);
    for (let index = 0; index < 10; index++) await claimed('granted', 50_000);
    expect(await rsa()).toMatchObject([
      { outcomes: ['granted'], count: 10 },
      { outcomes: ['other_amount'], count: 10 },
      { outcomes: ['refused', 'no_answer'], count: 10 }
    ]);
  });

  it('of a local aid stand apart, a grant without an amount being no other amount', async () => {
    const fsl = async () => (await countClaimOutcomes(second, ['fsl-35']))[0]?.groups;
    for (let index = 0; index < 9; index++) await claimed('granted', null, 'fsl-35');
    expect(await fsl()).toBeNull();
    await claimed('granted', null, 'fsl-35');
    // no complement can be told: the ten stand for all outcomes together
    expect(await fsl()).toMatchObject([{ count: 10 }]);
    for (let index = 0; index < 10; index++) await claimed('refused', null, 'fsl-35');
    expect(await fsl()).toMatchObject([
      { outcomes: ['granted'], count: 10 },
      { outcomes: ['other_amount', 'refused', 'no_answer'], count: 10 }
    ]);
  });

  it('are for supervisors', async () => {
    await expect(countClaimOutcomes(team.referent)).rejects.toThrow(NotYours);
  });
});

it('a zero kept before there was nothing to say of a sum becomes none, and gains stay; no zero is kept since', async () => {
  const sql = db().superuserSql;
  const [zero, gained] = [await person('3 000'), await person('3 000')];
  await sql`alter table aid_news drop constraint aid_news_gain_is_one`;
  for (const [caseId, gain] of [
    [zero, 0],
    [gained, 1]
  ] as const)
    await sql`insert into aid_news (case_id, id, revision_id, gain_cents, state, found_at)
      values (${caseId}, gen_random_uuid(), gen_random_uuid(), ${gain}, 'told', now())`;
  await db().ownerSql.begin(async (tx) => {
    await tx.unsafe(readFileSync('drizzle/0021_aid_news_zeros.sql', 'utf8'));
    // whoever migrates acts for nobody afterwards
    expect(await tx`select from aid_news`).toHaveLength(0);
  });
  expect(await newsOf(zero)).toEqual([{ gain: null, state: 'told' }]);
  expect(await newsOf(gained)).toEqual([{ gain: 1, state: 'told' }]);
  const [, added = ''] = readFileSync('drizzle/0022_aid_news_about.sql', 'utf8').split(
    '--> statement-breakpoint'
  );
  await sql.unsafe(added);
  const back = sql`update aid_news set gain_cents = 0 where case_id = ${gained}`;
  await expect(back).rejects.toThrow('aid_news_gain_is_one');
});
