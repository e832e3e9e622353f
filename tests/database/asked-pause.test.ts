import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/lib/kernel';
import {
  askForPause,
  askWhetherToCall,
  endAskedPause,
  listRegister
} from '../../src/lib/server/contact-policy';
import { NotYours } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { aCase, aTeam, TUESDAY, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const DAY_MS = 24 * 60 * 60 * 1000;
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(() => clock.set(TUESDAY));
afterAll(() => clock.close());

const aPerson = () => aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
const untilOf = async ({ debtor, caseId }: TestCase) => (await listRegister(debtor, caseId)).askedPauseUntil;

describe('a pause she asks for', () => {
  it('stops contacts until the day it says, and her referent reads the same', async () => {
    const hers = await aPerson();
    const asked = await askForPause(hers.debtor, hers.caseId, { days: 14 });
    const until = await untilOf(hers);
    expect(asked).toEqual({ ok: true, value: { untilOn: until } });
    const atDesk = await listRegister(team.referent, hers.caseId);
    expect(atDesk.pause).toMatchObject({ pause: { reason: 'asked_by_person' }, resumesOn: until });
    const call = await askWhetherToCall(team.referent, hers.caseId, false);
    expect(call).toMatchObject({ ok: false, why: { code: 'paused' } });

    clock.set(new Date(TUESDAY.getTime() + 13 * DAY_MS));
    expect(await untilOf(hers)).toBe(until);
    clock.set(new Date(TUESDAY.getTime() + 14 * DAY_MS));
    expect(await untilOf(hers)).toBeNull();
  });

  it('asked again takes the place of the one that runs; a repeat of one command changes nothing', async () => {
    const hers = await aPerson();
    const once = { id: newId<'command'>() as CommandId, input: { days: 60 } };
    const first = await askForPause(hers.debtor, hers.caseId, { days: 60 }, once);
    expect(await askForPause(hers.debtor, hers.caseId, { days: 60 }, once)).toEqual(first);
    const shorter = await askForPause(hers.debtor, hers.caseId, { days: 14 });
    expect(shorter.ok && shorter.value.untilOn).toBe(await untilOf(hers));
    const rows = await db().superuserSql`
      select id from contact_pauses where case_id = ${hers.caseId} and lifted_at is null`;
    expect(rows).toHaveLength(1);
  });

  it('ends when she says so, on the day it began too, and may begin again', async () => {
    const hers = await aPerson();
    await askForPause(hers.debtor, hers.caseId, { days: 30 });
    expect(await endAskedPause(hers.debtor, hers.caseId)).toEqual({ ok: true, value: null });
    expect(await untilOf(hers)).toBeNull();
    expect((await listRegister(hers.debtor, hers.caseId)).pause).toBeNull();
    expect(await endAskedPause(hers.debtor, hers.caseId)).toEqual({ ok: true, value: null });
    await askForPause(hers.debtor, hers.caseId, { days: 14 });
    expect(await untilOf(hers)).not.toBeNull();
  });

  it('is hers alone: neither another person nor the desk begins or ends it', async () => {
    const [hers, another] = [await aPerson(), await aPerson()];
    for (const stranger of [another.debtor, team.referent, team.supervisor]) {
      await expect(askForPause(stranger, hers.caseId, { days: 14 })).rejects.toThrow(NotYours);
      await expect(endAskedPause(stranger, hers.caseId)).rejects.toThrow(NotYours);
    }
    expect(await untilOf(hers)).toBeNull();
  });
});
