import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, type Id, type StaffId } from '../../src/lib/kernel';
import type { Reply } from '../../src/lib/questionnaire';
import {
  closeDispute,
  decideTrack,
  handOver,
  handleSituation,
  listKeptPost,
  listMyDay,
  loadCaseFile,
  loadTeam,
  reviewDebt
} from '../../src/lib/server/backoffice';
import { NotYours } from '../../src/lib/server/db';
import { listThread, postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { loadPlans } from '../../src/lib/server/plans';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { disputeDebt } from '../../src/lib/server/requests';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

const openCases = async (id: StaffId) => {
  const [row] = await db().superuserSql`select open_cases from staff where id = ${id}`;
  return row?.open_cases as number;
};
const answer = (person: TestCase, questionId: 'going_without' | 'recent_change', choice: string) =>
  saveAnswer(
    person.debtor,
    person.caseId,
    {
      questionId,
      reply: { disposition: 'answered', value: { kind: 'one_choice', choice } } as Reply,
      answeredOn: localDate('2026-11-24')
    },
    {
      floorOf: () => null,
      wordsDueAt: (kind, at) => new Date(at.getTime() + (kind === 'evenement' ? 2 : 1) * 86_400_000)
    }
  );

describe('deciding on a track', () => {
  it('names the least loaded referent at once, who writes first, and keeps reason and author', async () => {
    const fresh = await aTeam(db());
    await db().superuserSql`update staff set open_cases = 5 where id = ${fresh.referent.staffId}`;
    const person = await aCase(db(), fresh.teamId);
    await answer(person, 'going_without', 'often');
    expect((await loadTeam(fresh.supervisor)).toRoute.map((head) => head.id)).toEqual([person.caseId]);

    const decided = await decideTrack(fresh.supervisor, person.caseId, {
      track: 'oxygene',
      reason: 'Repas sautés'
    });
    expect(decided).toEqual({ ok: true, value: { track: 'oxygene', referentName: 'Thomas Le Goff' } });
    const { lines } = await listThread(person.debtor, person.caseId);
    expect(lines).toMatchObject([
      { author: 'system', systemLine: 'referent_named', authorName: 'Thomas Le Goff' },
      { author: 'staff', authorName: 'Thomas Le Goff' }
    ]);
    const file = await loadCaseFile(fresh.otherReferent, person.caseId);
    expect(file.decisions).toMatchObject([
      { kind: 'track', before: 'classic', after: 'oxygene', reason: 'Repas sautés', by: 'Claire Vasseur' }
    ]);
    expect((await loadTeam(fresh.supervisor)).toRoute).toEqual([]);
    expect(await openCases(fresh.otherReferent.staffId)).toBe(1);
  });

  it('two decisions at once on two cases do not both go to the same person', async () => {
    const fresh = await aTeam(db());
    const cases = await Promise.all([aCase(db(), fresh.teamId), aCase(db(), fresh.teamId)]);
    await Promise.all(
      cases.map((one) => decideTrack(fresh.supervisor, one.caseId, { track: 'oxygene', reason: 'Signal' }))
    );
    expect([await openCases(fresh.referent.staffId), await openCases(fresh.otherReferent.staffId)]).toEqual([
      1, 1
    ]);
  });

  it('wants a reason, and says when nobody is there', async () => {
    const fresh = await aTeam(db());
    const person = await aCase(db(), fresh.teamId);
    expect(
      await decideTrack(fresh.supervisor, person.caseId, { track: 'oxygene', reason: ' ' })
    ).toMatchObject({
      why: { code: 'reason_missing' }
    });
    await db().superuserSql`update staff set away_until = '2026-12-24' where team_id = ${fresh.teamId}`;
    expect(
      await decideTrack(fresh.supervisor, person.caseId, { track: 'oxygene', reason: 'x' })
    ).toMatchObject({
      why: { code: 'nobody_available', role: 'referent' }
    });
    expect((await loadCaseFile(fresh.supervisor, person.caseId)).decisions).toEqual([]);
  });

  it('a case keeps its referent whatever the track', async () => {
    const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
    await decideTrack(team.referent, person.caseId, {
      track: 'oxygene_plus',
      reason: 'Budget à revoir ensemble'
    });
    const { head } = await loadCaseFile(team.referent, person.caseId);
    expect(head).toMatchObject({ track: 'oxygene_plus', referentId: team.referent.staffId });
  });

  it('is for the supervisor of the team or the referent of the case, nobody else', async () => {
    const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
    const elsewhere = await aTeam(db());
    const input = { track: 'oxygene', reason: 'x' } as const;
    await expect(decideTrack(team.otherReferent, person.caseId, input)).rejects.toThrow(NotYours);
    await expect(decideTrack(elsewhere.supervisor, person.caseId, input)).rejects.toThrow(NotYours);
    await expect(decideTrack(person.debtor, person.caseId, input)).rejects.toThrow(NotYours);
  });
});

describe('my day', () => {
  it('is in the order of need and then of promised time, and ends when the promise is kept', async () => {
    const fresh = await aTeam(db());
    const wishes = { referentId: fresh.referent.staffId, track: 'oxygene' } as const;
    const [first, second, third] = [
      await aCase(db(), fresh.teamId, { ...wishes, principalCents: [1000] }),
      await aCase(db(), fresh.teamId, { ...wishes, principalCents: [900_000] }),
      await aCase(db(), fresh.teamId, wishes)
    ];
    await answer(second, 'recent_change', 'work');
    await answer(first, 'going_without', 'often');
    await answer(third, 'recent_change', 'work');
    await postMessage(third.debtor, third.caseId, { text: 'Bonjour' });
    const day = await listMyDay(fresh.referent);
    expect(day.map((head) => head.id)).toEqual([first.caseId, third.caseId, second.caseId]);
    expect(await listMyDay(fresh.otherReferent)).toEqual([]);

    const message = await aCase(db(), fresh.teamId, wishes);
    await postMessage(message.debtor, message.caseId, { text: 'Bonjour' });
    expect((await listMyDay(fresh.referent)).map((head) => head.id)).toContain(message.caseId);
    await replyToPerson(fresh.referent, message.caseId, { text: 'Bonjour' });
    expect((await listMyDay(fresh.referent)).map((head) => head.id)).not.toContain(message.caseId);
  });
});

describe('handing over', () => {
  it('is told in the thread with the name, and the former referent no longer sees the case', async () => {
    const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
    const done = await handOver(team.supervisor, person.caseId, {
      to: team.otherReferent.staffId,
      reason: 'Congé long'
    });
    expect(done).toEqual({ ok: true, value: { name: 'Thomas Le Goff' } });
    await expect(listThread(team.referent, person.caseId)).rejects.toThrow(NotYours);
    const { lines } = await listThread(team.otherReferent, person.caseId);
    expect(lines.at(-1)).toMatchObject({ systemLine: 'referent_changed', authorName: 'Thomas Le Goff' });
  });

  it.each([
    ['somebody of another team', async () => (await aTeam(db())).referent.staffId],
    ['a supervisor, who sees every case and follows none', () => Promise.resolve(team.supervisor.staffId)]
  ])('to %s is refused, and so is naming her, although a form may be forged', async (_who, whose) => {
    const to = await whose();
    const followed = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
    expect(await handOver(team.supervisor, followed.caseId, { to, reason: 'Congé long' })).toEqual({
      ok: false,
      why: { code: 'nobody_there' }
    });
    const waiting = await aCase(db(), team.teamId);
    const decision = { track: 'oxygene', reason: 'Elle le demande', referentId: to } as const;
    expect(await decideTrack(team.supervisor, waiting.caseId, decision)).toEqual({
      ok: false,
      why: { code: 'nobody_available', role: 'referent' }
    });
    expect((await listThread(team.referent, followed.caseId)).lines).toEqual([]);
  });

  it('to who follows the case already changes nothing: she reads of no change', async () => {
    const followed = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
    const again = { to: team.referent.staffId, reason: 'Congé long' };
    expect(await handOver(team.supervisor, followed.caseId, again)).toEqual({
      ok: false,
      why: { code: 'follows_already' }
    });
    expect((await listThread(team.referent, followed.caseId)).lines).toEqual([]);
  });
});

describe('debts and situations', () => {
  it('a human review opens plans on a debt that may be time-barred', async () => {
    const person = await aCase(db(), team.teamId, {
      referentId: team.referent.staffId,
      firstUnpaidOn: '2021-01-01',
      limitation: 'presumed_expired'
    });
    const debtId = person.debtIds[0] as Id<'debt'>;
    const review = { debtId, outcome: 'still_due', reason: 'Jugement vu' } as const;
    expect(await reviewDebt(team.referent, person.caseId, review)).toMatchObject({ ok: true });
    const { situation } = await loadPlans(person.debtor, person.caseId);
    expect(situation.context.debts[0]?.limitationReview).toBe('still_due');
  });

  it('a closed dispute lifts its pause only when no other is open', async () => {
    const person = await aCase(db(), team.teamId, {
      referentId: team.referent.staffId,
      principalCents: [1000, 2000]
    });
    const [one, two] = person.debtIds as [Id<'debt'>, Id<'debt'>];
    for (const debtId of [one, two]) await disputeDebt(person.debtor, person.caseId, { debtId, words: '' });
    const lifted = async () => {
      const [row] = await db()
        .superuserSql`select lifted_at from contact_pauses where case_id = ${person.caseId}`;
      return row?.lifted_at !== null;
    };
    await closeDispute(team.referent, person.caseId, { debtId: one, reason: 'Facture reçue' });
    expect(await lifted()).toBe(false);
    await closeDispute(team.referent, person.caseId, { debtId: two, reason: 'Facture reçue' });
    expect(await lifted()).toBe(true);
  });

  it('a handled situation keeps who decided and why', async () => {
    const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
    await handleSituation(team.referent, person.caseId, { identity: 'not_me', reason: 'Homonyme vérifié' });
    const file = await loadCaseFile(team.referent, person.caseId);
    expect(file.head.identity).toBe('not_me');
    expect(file.decisions).toMatchObject([{ kind: 'identity', after: 'not_me', reason: 'Homonyme vérifié' }]);
  });
});

describe('who opened my file', () => {
  it('each opening at the desk is written with its name', async () => {
    const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
    await loadCaseFile(team.referent, person.caseId);
    const rows = await db()
      .superuserSql`select actor_name, action from audit_events where case_id = ${person.caseId}`;
    expect(rows).toMatchObject([{ actor_name: 'Leïla Amrani', action: 'case.opened' }]);
  });

  it('once, however many of its pages are read at the same moment', async () => {
    // several times: the first connections open one after the other
    for (let round = 0; round < 4; round += 1) {
      const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
      await Promise.all(Array.from({ length: 4 }, () => loadCaseFile(team.referent, person.caseId)));
      const rows = await db()
        .superuserSql`select 1 from audit_events where case_id = ${person.caseId} and action = 'case.opened'`;
      expect(rows).toHaveLength(1);
    }
  });
});

describe('kept post', () => {
  it('is that of the cases one may see', async () => {
    const fresh = await aTeam(db());
    const person = await aCase(db(), fresh.teamId, { referentId: fresh.referent.staffId, track: 'oxygene' });
    await replyToPerson(fresh.referent, person.caseId, { text: 'Bonjour' });
    expect(await listKeptPost(fresh.referent)).toHaveLength(1);
    expect(await listKeptPost(fresh.supervisor)).toHaveLength(1);
    expect(await listKeptPost(fresh.otherReferent)).toHaveLength(0);
    await expect(listKeptPost(person.debtor)).rejects.toThrow(NotYours);
  });
});
