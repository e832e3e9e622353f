import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../src/lib/kernel';
import type { QuestionId, Reply } from '../../src/lib/questionnaire';
import { NotYours } from '../../src/lib/server/db';
import {
  answerSignal,
  listSignalsAtDesk,
  loadOwnSignals,
  loadQuestionnaire,
  removeSignal,
  saveAnswer,
  type QuestionnaireRules
} from '../../src/lib/server/questionnaire';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

const WORDS_DUE = new Date('2026-11-25T17:00:00Z');
const rules: QuestionnaireRules = { floorOf: () => null, wordsDueAt: () => WORDS_DUE };
const today = localDate('2026-11-24');
const choice = (code: string): Reply => ({
  disposition: 'answered',
  value: { kind: 'one_choice', choice: code }
});
const say = (person: TestCase, questionId: QuestionId, reply: Reply) =>
  saveAnswer(person.debtor, person.caseId, { questionId, reply, answeredOn: today }, rules);
const deskOf = async (person: TestCase) => {
  const [row] = await db().superuserSql`select * from case_files where id = ${person.caseId}`;
  return row!;
};
const signalsOf = async ({ debtor, caseId }: TestCase) => (await loadOwnSignals(debtor, caseId)).signals;
const followed = () => aCase(db(), team.teamId, { referentId: team.referent.staffId });

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

describe('saving an answer', () => {
  it('keeps it sealed and answers the next question', async () => {
    const person = await followed();
    const saved = await say(person, 'first_need', choice('pay_smaller'));
    expect(saved).toEqual({ ok: true, value: { next: 'channel', unseen: 'channel', removed: [] } });
    const [row] = await db()
      .superuserSql`select answers_sealed from questionnaires where case_id = ${person.caseId}`;
    expect(row?.answers_sealed).not.toContain('pay_smaller');
    const { answers } = await loadQuestionnaire(person.debtor, person.caseId);
    expect(answers.entries.first_need).toMatchObject(choice('pay_smaller'));
  });

  it('changing an earlier answer prunes what it makes stale, and the signal it carried ends', async () => {
    const person = await followed();
    await say(person, 'recent_change', choice('separation'));
    expect(await signalsOf(person)).toMatchObject([{ signal: { kind: 'evenement' }, endedWhy: null }]);
    const changed = await say(person, 'first_need', choice('contest'));
    expect(changed).toMatchObject({ ok: true, value: { removed: ['recent_change'] } });
    expect(await signalsOf(person)).toMatchObject([
      { signal: { kind: 'evenement' }, endedWhy: 'answer_changed' }
    ]);
  });

  it('a signal shows its need, its promise and the asked decision on the worklist', async () => {
    const person = await followed();
    await say(person, 'going_without', choice('often'));
    expect(await deskOf(person)).toMatchObject({
      need: 'vital_urgency',
      need_rank: 1,
      recommended_track: 'oxygene',
      signal_words_due_at: WORDS_DUE,
      promised_at: WORDS_DUE,
      routing_requested_at: clock.now()
    });
  });

  it('"c’est trop" stays hers until she agrees that it is told', async () => {
    const person = await followed();
    await say(person, 'feeling', choice('too_much'));
    expect(await listSignalsAtDesk(team.referent, person.caseId)).toEqual([]);
    expect(await deskOf(person)).toMatchObject({ need: 'none', signal_words_due_at: null });
    await say(person, 'tell_referent', choice('yes'));
    expect(await listSignalsAtDesk(team.referent, person.caseId)).toMatchObject([
      { signal: { kind: 'detresse' } }
    ]);
    expect(await deskOf(person)).toMatchObject({ need: 'distress', signal_words_due_at: WORDS_DUE });
  });

  it('two devices at once lose no answer', async () => {
    const person = await followed();
    await Promise.all([
      say(person, 'first_need', choice('pay_smaller')),
      say(person, 'recent_change', choice('work')),
      say(person, 'rejected_payments', choice('none')),
      say(person, 'going_without', choice('no'))
    ]);
    const { answers } = await loadQuestionnaire(person.debtor, person.caseId);
    expect(Object.keys(answers.entries).sort()).toEqual([
      'first_need',
      'going_without',
      'recent_change',
      'rejected_payments'
    ]);
  });
});

describe('a signal raised by two devices at once', () => {
  it.each([
    ['of the first answer of all', []],
    ['of an answer among others', ['first_need']]
  ] as const)('stands once: %s', async (_, before) => {
    for (let time = 0; time < 5; time++) {
      const person = await followed();
      for (const questionId of before) await say(person, questionId, choice('pay_smaller'));
      await Promise.all(Array.from({ length: 4 }, () => say(person, 'recent_change', choice('separation'))));
      expect(await signalsOf(person)).toMatchObject([{ signal: { kind: 'evenement' }, endedWhy: null }]);
    }
  });
});

describe('two devices', () => {
  const first = (person: TestCase, code: string, basedOn?: string | null) =>
    saveAnswer(
      person.debtor,
      person.caseId,
      { questionId: 'first_need', reply: choice(code), basedOn },
      rules
    );
  const given = async (person: TestCase) =>
    (await loadQuestionnaire(person.debtor, person.caseId)).answers.entries.first_need;

  it('what was answered elsewhere meanwhile is kept and shown', async () => {
    const person = await followed();
    await first(person, 'aids', null);
    const entry = await given(person);
    expect(await first(person, 'be_heard', null)).toEqual({
      ok: false,
      why: { code: 'answered_elsewhere', entry }
    });
    expect(await given(person)).toEqual(entry);
    expect(await first(person, 'be_heard', entry!.answeredAt)).toMatchObject({ ok: true });
  });

  it('the same answer from both is no matter', async () => {
    const person = await followed();
    await first(person, 'aids', null);
    expect(await first(person, 'aids', null)).toMatchObject({ ok: true });
  });

  it('a question that went blank meanwhile takes the answer', async () => {
    const person = await followed();
    expect(await first(person, 'aids', '2026-11-24T09:00:00.000Z')).toMatchObject({ ok: true });
  });

  it('an answer kept offline has the day she gave it, on the clocks of her place', async () => {
    const person = await followed();
    await db().superuserSql`update case_files set time_zone = 'Indian/Reunion' where id = ${person.caseId}`;
    const givenAt = new Date('2026-11-22T21:30:00Z');
    await saveAnswer(
      person.debtor,
      person.caseId,
      { questionId: 'first_need', reply: choice('aids'), givenAt },
      rules
    );
    expect((await given(person))?.answeredOn).toBe('2026-11-23');
  });
});

describe('a signal', () => {
  it('is removed by the person for good: the same answer does not bring it back', async () => {
    const person = await followed();
    await say(person, 'card_withdrawn', choice('yes'));
    const [signal] = await signalsOf(person);
    expect(await removeSignal(person.debtor, person.caseId, signal!.id as never)).toMatchObject({ ok: true });
    await say(person, 'unexpected_expense', choice('no'));
    expect(await listSignalsAtDesk(team.referent, person.caseId)).toEqual([]);
    expect(await deskOf(person)).toMatchObject({ need: 'none', signal_words_due_at: null });
  });

  it('is answered in words the person reads, and the promise is kept', async () => {
    const person = await followed();
    await say(person, 'recent_change', choice('work'));
    const [signal] = await listSignalsAtDesk(team.referent, person.caseId);
    const words = 'Prenez le temps qu’il faut.';
    const answered = await answerSignal(team.referent, person.caseId, {
      signalId: signal!.id as never,
      words
    });
    expect(answered).toMatchObject({ ok: true });
    const [read] = await signalsOf(person);
    expect(read).toMatchObject({ words, wordsBy: team.referent.staffId });
    expect(read).toMatchObject({ seenBy: [{ name: 'Leïla Amrani' }], wordsFrom: 'Leïla' });
    expect(await deskOf(person)).toMatchObject({ signal_words_due_at: null });
  });

  it('is nobody else’s: another referent neither sees nor answers it', async () => {
    const person = await followed();
    await say(person, 'recent_change', choice('work'));
    await expect(listSignalsAtDesk(team.otherReferent, person.caseId)).rejects.toThrow(NotYours);
    const stranger = await followed();
    await expect(loadOwnSignals(stranger.debtor, person.caseId)).rejects.toThrow(NotYours);
    const [signal] = await signalsOf(person);
    expect(await removeSignal(stranger.debtor, stranger.caseId, signal!.id as never)).toMatchObject({
      ok: false,
      why: { code: 'signal_not_there' }
    });
  });
});
