import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_ANSWERED, type ClaimNews, type KeptAnswers } from '../../src/lib/aids';
import { cents, localDate, parseId } from '../../src/lib/kernel';
import {
  eraseProfile,
  followClaim,
  forgetClaim,
  listClaimsAtDesk,
  loadOwnAids,
  remindOfClaims,
  saveProfile
} from '../../src/lib/server/aids';
import { loadHome } from '../../src/lib/server/home';
import { NotYours } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { ASKED_CLAIM as asked } from '../support/asked-claim';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

const kept: KeptAnswers = {
  ...NOTHING_ANSWERED,
  passed: [{ screen: 'rent', raw: { rent: '521,37 €' } }],
  held: ['aide_logement']
};
const silent = { tellsReferent: false, wantsNews: false };
const open = { tellsReferent: true, wantsNews: true };
const followed = () => aCase(db(), team.teamId, { referentId: team.referent.staffId });

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

describe('a saved simulation', () => {
  it('comes back as it was, and is sealed at rest', async () => {
    const { debtor, caseId } = await followed();
    await saveProfile(debtor, caseId, { kept, consents: open });
    expect((await loadOwnAids(debtor, caseId)).profile).toMatchObject({ kept, ...open });
    const [row] = await db().superuserSql`select * from aid_profiles where case_id = ${caseId}`;
    expect(JSON.stringify(row)).not.toContain('521,37');
  });

  it('replaces the one before, with what she agrees to now', async () => {
    const { debtor, caseId } = await followed();
    await saveProfile(debtor, caseId, { kept, consents: open });
    await saveProfile(debtor, caseId, { kept: NOTHING_ANSWERED, consents: silent });
    expect((await loadOwnAids(debtor, caseId)).profile).toMatchObject({ kept: NOTHING_ANSWERED, ...silent });
  });

  it('is erased when she asks, and erasing twice changes nothing', async () => {
    const { debtor, caseId } = await followed();
    await saveProfile(debtor, caseId, { kept, consents: open });
    expect(await eraseProfile(debtor, caseId)).toBe(true);
    expect(await eraseProfile(debtor, caseId)).toBe(false);
    expect((await loadOwnAids(debtor, caseId)).profile).toBeNull();
  });
});

describe('her first page', () => {
  // answers enough for a result
  const whole: KeptAnswers = {
    ...NOTHING_ANSWERED,
    passed: [
      { screen: 'scope', raw: { scope: 'none' } },
      { screen: 'children', raw: { children: 'yes', ages: '6' } },
      { screen: 'income', raw: { net_salary_0: '1 478' } },
      ...(
        ['couple', 'age', 'activity', 'housing', 'rent', 'place', 'arrears', 'alimony', 'pregnant'] as const
      ).map((screen) => ({ screen, raw: null }))
    ]
  };
  const leftFor = async ({ debtor, caseId }: TestCase) => (await loadHome(debtor, caseId)).leftToClaim;

  it('says what she could ask for once she saved her answers, without what was granted since', async () => {
    const person = await followed();
    expect(await leftFor(person)).toBeNull();
    await saveProfile(person.debtor, person.caseId, { kept: whole, consents: silent });
    const before = await leftFor(person);
    expect(before?.first.map(({ key }) => key)).toContain('prime_activite');
    const granted: ClaimNews = {
      ...asked,
      aid: 'prime_activite',
      state: 'granted',
      decidedOn: localDate('2026-11-24'),
      amountCents: cents(20_000)
    };
    expect(await followClaim(person.debtor, person.caseId, granted)).toMatchObject({ ok: true });
    expect((await leftFor(person))?.monthly).toBeLessThan(before?.monthly ?? 0);
    expect(await leftFor(await followed())).toBeNull();
  });
});

describe('a claim', () => {
  it('is followed from asked to refused, the reason sealed', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, asked);
    const refused: ClaimNews = {
      ...asked,
      state: 'refused',
      decidedOn: localDate('2026-11-24'),
      reason: 'Plafond'
    };
    expect(await followClaim(debtor, caseId, refused)).toEqual({ ok: true, value: refused });
    expect((await loadOwnAids(debtor, caseId)).claims).toMatchObject([refused]);
    const [row] = await db().superuserSql`select * from aid_claims where case_id = ${caseId}`;
    expect(JSON.stringify(row)).not.toContain('Plafond');
  });

  it('with dates that cannot be is refused and nothing is written', async () => {
    const { debtor, caseId } = await followed();
    const tomorrow = { ...asked, askedOn: localDate('2026-11-25') };
    expect(await followClaim(debtor, caseId, tomorrow)).toMatchObject({
      why: { code: 'asked_on_in_future' }
    });
    expect((await loadOwnAids(debtor, caseId)).claims).toEqual([]);
  });

  it('sent twice with one command is written once; the same command with other words is refused', async () => {
    const { debtor, caseId } = await followed();
    const id = parseId<'command'>(newId());
    if (!id) throw new Error('an id is an id');
    await followClaim(debtor, caseId, asked, { id, input: asked });
    expect((await followClaim(debtor, caseId, asked, { id, input: asked })).ok).toBe(true);
    const other = { ...asked, state: 'granted' as const, amountCents: cents(12_345) };
    expect(await followClaim(debtor, caseId, other, { id, input: other })).toMatchObject({
      why: { code: 'command_reused' }
    });
    expect((await loadOwnAids(debtor, caseId)).claims).toMatchObject([{ state: 'asked' }]);
  });

  it('is forgotten when she asks', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, asked);
    expect(await forgetClaim(debtor, caseId, 'rsa')).toBe(true);
    expect(await forgetClaim(debtor, caseId, 'rsa')).toBe(false);
  });
});

describe('a claim for a right of the catalogue', () => {
  const fsl = { ...asked, aid: 'fsl-35' };

  it('is followed under its name, may be granted without an amount, and is not another aid', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, asked);
    expect((await followClaim(debtor, caseId, fsl)).ok).toBe(true);
    const granted = { ...fsl, state: 'granted', decidedOn: localDate('2026-11-24') } as const;
    expect((await followClaim(debtor, caseId, granted)).ok).toBe(true);
    const { claims } = await loadOwnAids(debtor, caseId);
    expect(claims).toHaveLength(2);
    expect(claims.find(({ aid }) => aid === 'fsl-35')).toMatchObject({
      state: 'granted',
      amountCents: null,
      right: { name: expect.stringContaining('Fonds de solidarité pour le logement') }
    });
    expect(claims.find(({ aid }) => aid === 'rsa')).toMatchObject({ state: 'asked', right: null });
    expect(await forgetClaim(debtor, caseId, 'fsl-35')).toBe(true);
  });

  it('that nobody knows is refused and nothing is written', async () => {
    const { debtor, caseId } = await followed();
    expect(await followClaim(debtor, caseId, { ...asked, aid: 'fsl-999' })).toMatchObject({
      why: { code: 'aid_unknown' }
    });
    expect((await loadOwnAids(debtor, caseId)).claims).toEqual([]);
  });

  it('is seen by her referent only while she agrees, and reminded of on her home', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, { ...fsl, remindOn: localDate('2026-11-24') });
    expect((await loadHome(debtor, caseId)).reminders).toMatchObject([
      { aid: 'fsl-35', right: { name: expect.stringContaining('FSL') } }
    ]);
    expect(await listClaimsAtDesk(team.referent, caseId)).toEqual([]);
    await saveProfile(debtor, caseId, { kept, consents: open });
    expect(await listClaimsAtDesk(team.referent, caseId)).toMatchObject([
      { aid: 'fsl-35', right: { name: expect.stringContaining('FSL') } }
    ]);
  });

  it('is hers alone', async () => {
    const [mine, other] = [await followed(), await followed()];
    await expect(followClaim(other.debtor, mine.caseId, fsl)).rejects.toThrow(NotYours);
  });
});

describe('a reminder she chose', () => {
  const chosen = { ...asked, remindOn: localDate('2026-12-08'), remindByPost: true };
  const messagesTo = (caseId: string) =>
    db().superuserSql<{ channel: string; purpose: string }[]>`
      select channel, purpose from contacts where case_id = ${caseId} and state <> 'refused'`;
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    const before = clock.now();
    clock.set(instant);
    try {
      return await work();
    } finally {
      clock.set(before);
    }
  };

  it('is nowhere before its day, and on her home from then on', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, chosen);
    const onHome = async () => (await loadHome(debtor, caseId)).reminders;
    expect(await at('2026-12-07T12:00:00Z', onHome)).toEqual([]);
    expect(await at('2026-12-08T06:00:00Z', onHome)).toEqual([{ aid: 'rsa', right: null }]);
  });

  it('is sent once, that day, only to who asked for a message, and names nothing', async () => {
    const [asks, doesNot] = [await followed(), await followed()];
    await followClaim(asks.debtor, asks.caseId, chosen);
    await followClaim(doesNot.debtor, doesNot.caseId, { ...chosen, remindByPost: false });
    await at('2026-12-07T09:15:00Z', () => remindOfClaims('https://oxygene.example'));
    expect(await messagesTo(asks.caseId)).toEqual([]);
    await at('2026-12-08T09:15:00Z', () => remindOfClaims('https://oxygene.example'));
    await at('2026-12-09T09:15:00Z', () => remindOfClaims('https://oxygene.example'));
    expect(await messagesTo(asks.caseId)).toEqual([{ channel: 'email', purpose: 'answer_to_debtor' }]);
    expect(await messagesTo(doesNot.caseId)).toEqual([]);
  });

  it('goes by SMS to who has no e-mail', async () => {
    const wishes = { referentId: team.referent.staffId, email: null };
    const { debtor, caseId } = await aCase(db(), team.teamId, wishes);
    await db().superuserSql`
      update debtors set phone = '+33612345678', phone_confirmed_at = now() where case_id = ${caseId}`;
    await followClaim(debtor, caseId, chosen);
    await at('2026-12-08T09:15:00Z', () => remindOfClaims('https://oxygene.example'));
    expect(await messagesTo(caseId)).toEqual([{ channel: 'sms', purpose: 'answer_to_debtor' }]);
  });

  it('without a confirmed channel sends nothing and is not tried for ever', async () => {
    const wishes = { referentId: team.referent.staffId, emailConfirmed: false };
    const { debtor, caseId } = await aCase(db(), team.teamId, wishes);
    await followClaim(debtor, caseId, chosen);
    await at('2026-12-08T09:15:00Z', () => remindOfClaims('https://oxygene.example'));
    expect(await messagesTo(caseId)).toEqual([]);
    const [row] = await db().superuserSql`select reminded_at from aid_claims where case_id = ${caseId}`;
    expect(row?.reminded_at).not.toBeNull();
  });

  it('ends with news of the claim that choose no other day', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, chosen);
    await followClaim(debtor, caseId, asked);
    expect((await loadOwnAids(debtor, caseId)).claims).toMatchObject([
      { remindOn: null, remindByPost: false }
    ]);
  });
});

describe('her referent', () => {
  it('sees her claims only while she agrees', async () => {
    const { debtor, caseId } = await followed();
    await followClaim(debtor, caseId, asked);
    expect(await listClaimsAtDesk(team.referent, caseId)).toEqual([]);
    await saveProfile(debtor, caseId, { kept, consents: open });
    expect(await listClaimsAtDesk(team.referent, caseId)).toMatchObject([{ aid: 'rsa', state: 'asked' }]);
    await saveProfile(debtor, caseId, { kept, consents: silent });
    expect(await listClaimsAtDesk(team.referent, caseId)).toEqual([]);
    await saveProfile(debtor, caseId, { kept, consents: open });
    await eraseProfile(debtor, caseId);
    expect(await listClaimsAtDesk(team.referent, caseId)).toEqual([]);
  });

  it('cannot read or write her simulation, nor can another person or another referent', async () => {
    const [mine, other] = [await followed(), await followed()];
    await saveProfile(mine.debtor, mine.caseId, { kept, consents: open });
    await expect(loadOwnAids(team.referent, mine.caseId)).rejects.toThrow(NotYours);
    await expect(loadOwnAids(other.debtor, mine.caseId)).rejects.toThrow(NotYours);
    await expect(followClaim(team.referent, mine.caseId, asked)).rejects.toThrow(NotYours);
    await expect(saveProfile(other.debtor, mine.caseId, { kept, consents: open })).rejects.toThrow(NotYours);
    await expect(listClaimsAtDesk(team.otherReferent, mine.caseId)).rejects.toThrow(NotYours);
    await expect(listClaimsAtDesk(other.debtor, other.caseId)).rejects.toThrow(NotYours);
  });
});
