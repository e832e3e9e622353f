import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import type { CommandId } from '../../src/lib/kernel';
import {
  closeCase,
  decideTrack,
  handOver,
  listMyCases,
  listMyDay,
  loadCaseFile
} from '../../src/lib/server/backoffice';
import { listRegister, logCall } from '../../src/lib/server/contact-policy';
import { NotYours } from '../../src/lib/server/db';
import { inviteDebtor } from '../../src/lib/server/entry';
import { postMessage } from '../../src/lib/server/messaging';
import { newId } from '../../src/lib/server/platform/ids';
import { loadPlans } from '../../src/lib/server/plans';
import { disputeDebt } from '../../src/lib/server/requests';
import { aTeam, TUESDAY, useTestRuntime, type TestTeam } from '../support/cases';
import { closingActs } from '../support/closing-acts';
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

const { followed, close, reopen, propose, planOf, agreed, fileOf, loadOf } = closingActs(db, () => team);

describe('closing a case', () => {
  it('keeps the reason, its words and its author, in the decisions and in the journal', async () => {
    const person = await followed();
    expect(await close(person, 'other', 'Mandat rendu par lettre.')).toEqual({ ok: true, value: null });
    const { head, decisions, journal } = await loadCaseFile(team.referent, person.caseId);
    expect(head).toMatchObject({ closedAt: TUESDAY, closingReason: 'other' });
    expect(decisions[0]).toMatchObject({
      kind: 'closing',
      after: 'other',
      reason: 'Mandat rendu par lettre.',
      by: 'Leïla Amrani',
      decidedAt: TUESDAY
    });
    const line = journal.find(({ action }) => action === 'case.closed');
    expect(line).toMatchObject({ actorName: 'Leïla Amrani', detail: { reason: 'other' }, at: TUESDAY });
    // words are sealed with the decision and never in the journal
    expect(JSON.stringify(journal)).not.toContain('Mandat');
  });

  it('is hers who follows the case, and of the supervisor of the team; of nobody else', async () => {
    const [hers, ofTeam] = [await followed(), await followed()];
    await expect(close(hers, 'given_back', '', team.otherReferent)).rejects.toThrow(NotYours);
    await expect(close(hers, 'given_back', '', hers.debtor)).rejects.toThrow(NotYours);
    await expect(close(hers, 'given_back', '', systemActor('end-of-day'))).rejects.toThrow(NotYours);
    const elsewhere = await aTeam(db());
    await expect(close(hers, 'given_back', '', elsewhere.supervisor)).rejects.toThrow(NotYours);
    expect((await fileOf(hers)).open).toBe(true);
    expect((await close(hers)).ok).toBe(true);
    expect((await close(ofTeam, 'given_back', '', team.supervisor)).ok).toBe(true);
    await expect(reopen(hers, 'Essai.', team.otherReferent)).rejects.toThrow(NotYours);
    await expect(reopen(hers, 'Essai.', hers.debtor)).rejects.toThrow(NotYours);
  });

  it('happens once: the same command answers the same, another one is told it is closed already', async () => {
    const person = await followed();
    const input = { reason: 'not_owed' as const, words: '' };
    const command = { id: newId<'command'>() as CommandId, input };
    const before = await loadOf(team.referent.staffId);
    expect(await closeCase(team.referent, person.caseId, input, command)).toEqual({ ok: true, value: null });
    expect(await closeCase(team.referent, person.caseId, input, command)).toEqual({ ok: true, value: null });
    expect(await close(person)).toEqual({ ok: false, why: { code: 'already_closed' } });
    expect(await loadOf(team.referent.staffId)).toBe(Math.max(before - 1, 0));
  });

  it('is refused, and changes nothing, while the file says that something is left and no words say more', async () => {
    const person = await followed();
    expect(await close(person, 'paid')).toEqual({
      ok: false,
      why: { code: 'words_missing', leftCents: 62_640 }
    });
    expect(await close(person, 'plan_kept', 'Tout versé.')).toEqual({
      ok: false,
      why: { code: 'no_agreement' }
    });
    expect((await fileOf(person)).open).toBe(true);
    expect((await close(person, 'paid', 'Virement vu ce matin.')).ok).toBe(true);
  });
});

describe('what stops with the case', () => {
  it('a proposal that waits ends, and no answer is owed on anything', async () => {
    const person = await followed();
    await propose(person);
    await postMessage(person.debtor, person.caseId, { text: 'Bonjour' });
    expect((await fileOf(person)).promised_at).not.toBeNull();
    await close(person);
    expect((await planOf(person)).state).toBe('ended');
    expect(await fileOf(person)).toMatchObject({
      promised_at: null,
      awaiting_reply_since: null,
      proposal_pending_since: null,
      routing_requested_at: null
    });
    expect((await listMyDay(team.referent)).map(({ id }) => id)).not.toContain(person.caseId);
    expect((await listMyCases(team.referent)).map(({ id }) => id)).not.toContain(person.caseId);
    expect((await listRegister(team.referent, person.caseId)).pause).toBeNull();
  });

  it.each([
    ['plan_kept', 'completed'],
    ['paid', 'completed'],
    ['erased_by_decision', 'ended']
  ] as const)('an agreement, closed as %s, is %s', async (reason, state) => {
    const person = await agreed();
    expect((await close(person, reason, 'Vérifié.')).ok).toBe(true);
    expect((await planOf(person)).state).toBe(state);
  });

  it('what waited for its hour is stopped, and her register says by which rule; the closing word leaves', async () => {
    clock.set('2026-11-24T20:30:00Z');
    const person = await agreed();
    const waiting = await listRegister(person.debtor, person.caseId);
    expect(waiting.lines.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['plan_confirmation', 'waiting']
    ]);
    await close(person);
    const { lines } = await listRegister(person.debtor, person.caseId);
    expect(lines.map(({ purpose, state, ruleCode }) => [purpose, state, ruleCode]).sort()).toEqual([
      ['case_closed', 'waiting', 'outside_hours'],
      ['plan_confirmation', 'refused', 'case_closed']
    ]);
    const states = await db().superuserSql`
      select state::text from deliveries where case_id = ${person.caseId} order by state::text`;
    expect(states.map(({ state }) => state)).toEqual(['stopped', 'waiting']);
  });

  it('nobody calls, invites or follows up any more; a call she asks for is made', async () => {
    const person = await followed();
    await close(person);
    const invitation = { caseId: person.caseId, channel: 'email', origin: 'http://localhost' } as const;
    expect(await inviteDebtor(team.referent, invitation)).toMatchObject({
      value: { state: 'refused', nextAt: null }
    });
    const { lines } = await listRegister(team.referent, person.caseId);
    expect(lines.find(({ purpose }) => purpose === 'invitation')?.ruleCode).toBe('case_closed');
    const call = (asked: boolean) => logCall(team.referent, person.caseId, { asked, outcome: 'spoke' });
    expect(await call(false)).toMatchObject({ value: { allowed: false, why: { code: 'case_closed' } } });
    expect(await call(true)).toMatchObject({ value: { allowed: true } });
  });

  it('nothing is proposed, disputed, routed or given on any more', async () => {
    const person = await followed();
    await close(person);
    const closed = { ok: false, why: { code: 'case_closed' } };
    expect(await propose(person)).toEqual(closed);
    const dispute = { debtId: person.debtIds[0]!, words: '' };
    expect(await disputeDebt(person.debtor, person.caseId, dispute)).toEqual(closed);
    const reason = 'Essai.';
    expect(await decideTrack(team.supervisor, person.caseId, { track: 'classic', reason })).toEqual(closed);
    const to = team.otherReferent.staffId;
    expect(await handOver(team.supervisor, person.caseId, { to, reason })).toEqual(closed);
  });

  it('a proposal and a closing at the same instant leave no live plan on a closed case', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await followed();
      await Promise.all([propose(person), close(person)]);
      const plans = (await loadPlans(person.debtor, person.caseId)).plans;
      expect(plans.every(({ state }) => state === 'ended')).toBe(true);
      expect((await fileOf(person)).promised_at).toBeNull();
    }
  });
});
