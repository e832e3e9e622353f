import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AdviserNote } from '../../src/lib/contact-policy';
import type { CommandId } from '../../src/lib/kernel';
import { closeCase } from '../../src/lib/server/backoffice';
import { askWhetherToCall, listRegister, noteDebtAdviser } from '../../src/lib/server/contact-policy';
import { NotYours } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, aTeam, TUESDAY, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(() => clock.set(TUESDAY));
afterAll(() => clock.close());

const aPerson = () => aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
const note = ({ caseId }: TestCase, what: AdviserNote, id?: CommandId) =>
  noteDebtAdviser(team.referent, caseId, { note: what }, id && { id, input: { note: what } });
const pauseOf = async ({ debtor, caseId }: TestCase) => (await listRegister(debtor, caseId)).pause;
const journalOf = async ({ caseId }: TestCase) =>
  (
    await db().superuserSql<{ action: string }[]>`
      select action from audit_events where case_id = ${caseId} and action like 'contacts.%' order by action`
  ).map(({ action }) => action);

describe('a person of advice who accompanies her', () => {
  it('is thirty days of silence, which both sides read, prolonged by as many, and ended', async () => {
    const hers = await aPerson();
    expect(await note(hers, 'begin')).toEqual({ ok: true, value: { untilOn: '2026-12-24' } });
    expect(await pauseOf(hers)).toMatchObject({ pause: { reason: 'debt_adviser' }, resumesOn: '2026-12-24' });
    expect(await askWhetherToCall(team.referent, hers.caseId, false)).toMatchObject({
      why: { code: 'paused' }
    });

    expect(await note(hers, 'begin')).toEqual({
      ok: false,
      why: { code: 'pause_runs', untilOn: '2026-12-24' }
    });
    expect(await note(hers, 'prolong')).toEqual({ ok: true, value: { untilOn: '2027-01-23' } });
    expect(await listRegister(team.referent, hers.caseId)).toMatchObject({ adviserPauseUntil: '2027-01-23' });

    expect(await note(hers, 'end')).toMatchObject({ ok: true });
    expect(await pauseOf(hers)).toBeNull();
    expect(await askWhetherToCall(team.referent, hers.caseId, false)).toMatchObject({ ok: true });
    expect(await note(hers, 'end')).toEqual({ ok: false, why: { code: 'no_pause' } });
    expect(await note(hers, 'prolong')).toEqual({ ok: false, why: { code: 'no_pause' } });
    expect(await journalOf(hers)).toEqual(['contacts.paused', 'contacts.prolonged', 'contacts.resumed']);
  });

  it('sent twice with one command is one note, and the same answer', async () => {
    const hers = await aPerson();
    await note(hers, 'begin');
    const id = newId<'command'>() as CommandId;
    const [first, second] = await Promise.all([note(hers, 'prolong', id), note(hers, 'prolong', id)]);
    expect(first).toEqual({ ok: true, value: { untilOn: '2027-01-23' } });
    expect(second).toEqual(first);
    expect(await journalOf(hers)).toEqual(['contacts.paused', 'contacts.prolonged']);
    expect(await note(hers, 'end', id)).toMatchObject({ why: { code: 'command_reused' } });
  });

  it('may be noted again once it is over, and leaves the silence of her own answer alone', async () => {
    const hers = await aPerson();
    await saveAnswer(
      hers.debtor,
      hers.caseId,
      {
        questionId: 'overindebtedness_file',
        reply: { disposition: 'answered', value: { kind: 'one_choice', choice: 'preparing' } }
      },
      { floorOf: () => null, wordsDueAt: () => TUESDAY }
    );
    expect(await note(hers, 'end')).toEqual({ ok: false, why: { code: 'no_pause' } });
    await note(hers, 'begin');
    await note(hers, 'end');
    expect(await pauseOf(hers)).toMatchObject({ pause: { reason: 'debt_adviser' } });
    clock.set('2026-12-24T09:30:00Z');
    expect(await pauseOf(hers)).toBeNull();
    expect(await note(hers, 'begin')).toEqual({ ok: true, value: { untilOn: '2027-01-23' } });
  });

  it('beyond sixty days ahead waits, and beyond 120 days in twelve months a supervisor confirms', async () => {
    const hers = await aPerson();
    await note(hers, 'begin');
    await note(hers, 'prolong');
    expect(await note(hers, 'prolong')).toEqual({
      ok: false,
      why: { code: 'too_far_ahead', untilOn: '2027-01-23', days: 60, fromOn: '2026-12-24' }
    });
    clock.set('2026-12-24T09:30:00Z');
    expect(await note(hers, 'prolong')).toMatchObject({ value: { untilOn: '2027-02-22' } });
    clock.set('2027-01-23T09:30:00Z');
    expect(await note(hers, 'prolong')).toMatchObject({ value: { untilOn: '2027-03-24' } });
    clock.set('2027-02-22T09:30:00Z');
    const beyond = { ok: false, why: { code: 'supervisor_confirms', days: 120 } };
    expect(await note(hers, 'prolong')).toEqual(beyond);
    await note(hers, 'end');
    expect(await note(hers, 'begin'), '90 days and 30: as far as one may alone').toMatchObject({ ok: true });
    clock.set('2027-03-20T09:30:00Z');
    expect(await note(hers, 'prolong')).toEqual(beyond);
    const input = { note: 'prolong' } as const;
    expect(await noteDebtAdviser(team.supervisor, hers.caseId, input)).toMatchObject({
      value: { untilOn: '2027-04-23' }
    });
  });

  it('is not noted on a closed case', async () => {
    const hers = await aPerson();
    await closeCase(team.referent, hers.caseId, { reason: 'given_back', words: '' });
    expect(await note(hers, 'begin')).toEqual({ ok: false, why: { code: 'case_closed' } });
  });

  it('is noted by nobody but who follows her', async () => {
    const hers = await aPerson();
    for (const actor of [hers.debtor, team.otherReferent, (await aTeam(db())).supervisor]) {
      await expect(noteDebtAdviser(actor, hers.caseId, { note: 'begin' })).rejects.toThrow(NotYours);
    }
    expect(await pauseOf(hers)).toBeNull();
    expect(await journalOf(hers)).toEqual([]);
  });
});
