import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInZone, type LocalDate, type StaffId } from '../../src/lib/kernel';
import {
  decideTrack,
  endAbsence,
  handOver,
  listMyDay,
  loadCaseDesk,
  loadTeam,
  planAbsence
} from '../../src/lib/server/backoffice';
import { NotYours } from '../../src/lib/server/db';
import { openThread, postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
// the end of an absence is judged by the clock of the database too, so these tests live today
const NOW = new Date();
const TODAY = dayInZone(NOW, 'Europe/Paris');
const UNTIL = addDays(TODAY, 10);
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let person: TestCase;

beforeAll(async () => {
  clock = useTestRuntime(db(), NOW);
  team = await aTeam(db());
  person = await followed(team);
});
afterAll(() => clock.close());

const followed = ({ teamId, referent }: TestTeam) =>
  aCase(db(), teamId, { referentId: referent.staffId, track: 'oxygene' });
const plan = ({ supervisor, referent, otherReferent }: TestTeam, until: LocalDate = UNTIL) =>
  planAbsence(supervisor, { memberId: referent.staffId, until, standInId: otherReferent.staffId });
const standInOf = async ({ caseId }: TestCase) => {
  const [row] = await db().superuserSql`
    select stand_in_id, stand_in_until::text from case_files where id = ${caseId}`;
  return [row!.stand_in_id as StaffId | null, row!.stand_in_until as string | null];
};
const auditLines = async (action: string, memberId: StaffId) => {
  const [row] = await db().superuserSql`
    select count(*)::int as n from staff_audit_events where action = ${action} and detail->>'staffId' = ${memberId}`;
  return row!.n as number;
};

describe('an absence', () => {
  it('is planned by the supervisor of the team, and by nobody else', async () => {
    await expect(plan({ ...team, supervisor: team.referent })).rejects.toThrow(NotYours);
    await expect(endAbsence(team.otherReferent, team.referent.staffId)).rejects.toThrow(NotYours);
    const elsewhere = await aTeam(db());
    expect(await plan({ ...team, supervisor: elsewhere.supervisor })).toMatchObject({
      why: { faults: [{ code: 'member_missing' }, { code: 'stand_in_missing' }] }
    });
    expect(await endAbsence(elsewhere.supervisor, team.referent.staffId)).toMatchObject({
      why: { code: 'nobody_there' }
    });
    expect(await standInOf(person)).toEqual([null, null]);
  });

  it('lets the stand-in open and answer during it, neither before nor after, and another referent never', async () => {
    const fresh = await aTeam(db());
    const hers = await followed(fresh);
    const third = await aTeam(db());
    await db().superuserSql`update staff set team_id = ${fresh.teamId} where id = ${third.referent.staffId}`;
    const reply = (who = fresh.otherReferent) => replyToPerson(who, hers.caseId, { text: 'Bonjour' });
    await postMessage(hers.debtor, hers.caseId, { text: 'Bonsoir' });
    await expect(reply()).rejects.toThrow(NotYours);
    expect(await listMyDay(fresh.otherReferent)).toEqual([]);

    expect(await plan(fresh, TODAY)).toEqual({
      ok: true,
      value: { name: 'Leïla Amrani', standInName: 'Thomas Le Goff', until: TODAY }
    });
    expect(await listMyDay(fresh.otherReferent)).toMatchObject([
      { id: hers.caseId, standsInFor: 'Leïla Amrani' }
    ]);
    expect(await listMyDay(fresh.referent)).toMatchObject([{ id: hers.caseId, standsInFor: null }]);
    const desk = await loadCaseDesk(fresh.otherReferent, hers.caseId);
    expect(desk).toMatchObject({ viewer: 'referent', head: { referentId: fresh.referent.staffId } });
    expect((await openThread(hers.debtor)).referent?.name).toBe('Thomas Le Goff');
    await expect(reply(third.referent)).rejects.toThrow(NotYours);
    expect(await reply()).toMatchObject({ ok: true });
    expect((await openThread(hers.debtor)).lines.at(-1)).toMatchObject({ authorName: 'Thomas Le Goff' });

    // the next day has come: nothing else is written
    await postMessage(hers.debtor, hers.caseId, { text: 'Merci' });
    const yesterday = addDays(TODAY, -1);
    await db().superuserSql`update case_files set stand_in_until = ${yesterday} where id = ${hers.caseId}`;
    await db().superuserSql`update staff set away_until = ${yesterday} where id = ${fresh.referent.staffId}`;
    await expect(reply()).rejects.toThrow(NotYours);
    expect(await listMyDay(fresh.otherReferent)).toEqual([]);
    expect((await openThread(hers.debtor)).referent?.name).toBe('Leïla Amrani');
    expect((await loadTeam(fresh.supervisor)).members.map(({ away }) => away)).not.toContainEqual(
      expect.anything()
    );
  });

  it('writes one line of the journal, however often it is sent, and no message to anybody', async () => {
    await plan(team);
    await plan(team);
    expect(await standInOf(person)).toEqual([team.otherReferent.staffId, UNTIL]);
    expect(await auditLines('staff.absence_planned', team.referent.staffId)).toBe(1);
    expect((await openThread(person.debtor)).lines).toEqual([]);
    expect((await loadTeam(team.supervisor)).members).toContainEqual(
      expect.objectContaining({
        id: team.referent.staffId,
        away: { until: UNTIL, standInName: 'Thomas Le Goff' }
      })
    );
  });

  it('follows another day, and ends on all her cases when she is back', async () => {
    await plan(team);
    await plan(team, addDays(UNTIL, 3));
    expect(await standInOf(person)).toEqual([team.otherReferent.staffId, addDays(UNTIL, 3)]);
    expect(await endAbsence(team.supervisor, team.referent.staffId)).toEqual({
      ok: true,
      value: { name: 'Leïla Amrani' }
    });
    await endAbsence(team.supervisor, team.referent.staffId);
    expect(await standInOf(person)).toEqual([null, null]);
    expect(await auditLines('staff.absence_ended', team.referent.staffId)).toBe(1);
    await expect(loadCaseDesk(team.otherReferent, person.caseId)).rejects.toThrow(NotYours);
  });

  it('touches only the cases she follows', async () => {
    const other = await aCase(db(), team.teamId, { referentId: team.otherReferent.staffId });
    await plan(team);
    expect(await standInOf(other)).toEqual([null, null]);
  });
});

describe('a case given while somebody is away', () => {
  it('goes to whoever is there, unless she is chosen: her stand-in answers then', async () => {
    const fresh = await aTeam(db());
    await plan(fresh);
    const [routed, chosen] = [await aCase(db(), fresh.teamId), await aCase(db(), fresh.teamId)];
    const input = { track: 'oxygene', reason: 'Besoin' } as const;
    await db().superuserSql`update staff set open_cases = 9 where id = ${fresh.otherReferent.staffId}`;
    expect(await decideTrack(fresh.supervisor, routed.caseId, input)).toMatchObject({
      value: { referentName: 'Thomas Le Goff' }
    });
    await decideTrack(fresh.supervisor, chosen.caseId, { ...input, referentId: fresh.referent.staffId });
    expect(await standInOf(routed)).toEqual([null, null]);
    expect(await standInOf(chosen)).toEqual([fresh.otherReferent.staffId, UNTIL]);
  });

  it('loses its stand-in when it is given on, for good', async () => {
    const fresh = await aTeam(db());
    const hers = await followed(fresh);
    await plan(fresh);
    await handOver(fresh.supervisor, hers.caseId, { to: fresh.otherReferent.staffId, reason: 'Congé long' });
    expect(await standInOf(hers)).toEqual([null, null]);
  });
});
