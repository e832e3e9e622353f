import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayInZone, type Id } from '../../src/lib/kernel';
import type { QuestionId, Reply } from '../../src/lib/questionnaire';
import { decideTrack } from '../../src/lib/server/backoffice';
import { listRegister, setPreferences } from '../../src/lib/server/contact-policy';
import { replyToPerson } from '../../src/lib/server/messaging';
import { loadOwnSignals, removeSignal, saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, aTeam, TUESDAY, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let hers: TestCase;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
beforeEach(async () => {
  clock.set(TUESDAY);
  hers = await aCase(db(), team.teamId, {
    referentId: team.referent.staffId,
    track: 'oxygene',
    emailConfirmed: false
  });
  await db().superuserSql`update debtors set phone = '0612345678' where case_id = ${hers.caseId}`;
});
afterAll(() => clock.close());

const rules = { floorOf: () => null, wordsDueAt: () => new Date(TUESDAY) };
const say = (questionId: QuestionId, reply: Reply) =>
  saveAnswer(
    hers.debtor,
    hers.caseId,
    { questionId, reply, answeredOn: dayInZone(clock.now(), 'Europe/Paris') },
    rules
  );
const answered = (value: object) => ({ disposition: 'answered', value }) as Reply;
const several = (...choices: string[]) => answered({ kind: 'several_choices', choices });
const register = () => listRegister(hers.debtor, hers.caseId);
const removeSignals = async () => {
  const { signals } = await loadOwnSignals(hers.debtor, hers.caseId);
  for (const { id } of signals) await removeSignal(hers.debtor, hers.caseId, id as Id<'signal'>);
};

describe('what her referent writes stands in the register', () => {
  it('with the name of who wrote, without taking a place of her week', async () => {
    await replyToPerson(team.referent, hers.caseId, { text: 'Je m’en occupe.' });
    for (const actor of [hers.debtor, team.referent]) {
      const { lines, allowance } = await listRegister(actor, hers.caseId);
      expect(lines).toMatchObject([
        {
          channel: 'app',
          purpose: 'answer_to_debtor',
          state: 'sent',
          by: 'Leïla',
          ruleCode: 'allowed_answer'
        }
      ]);
      expect(allowance.sevenDays.used).toBe(0);
    }
  });

  it('beside the notice of it, when she confirmed a channel', async () => {
    await db().superuserSql`
      update debtors set email_confirmed_at = now() where case_id = ${hers.caseId}`;
    await replyToPerson(team.referent, hers.caseId, { text: 'Je m’en occupe.' });
    const { lines } = await register();
    expect(lines.map(({ channel }) => channel).sort()).toEqual(['app', 'email']);
  });

  it('the first words of the person just named as well', async () => {
    hers = await aCase(db(), team.teamId, { referentId: null, track: 'classic' });
    const decided = {
      track: 'oxygene',
      reason: 'Elle le demande.',
      referentId: team.referent.staffId
    } as const;
    expect(await decideTrack(team.supervisor, hers.caseId, decided)).toMatchObject({ ok: true });
    expect((await register()).lines).toMatchObject([{ channel: 'app', state: 'sent', by: 'Leïla' }]);
  });
});

describe('her own choices, and what her answers say of contacts', () => {
  it('are told apart: an answer that refuses the phone ends with its signal, and is never saved as a choice', async () => {
    await say('exchange_needs', several('no_phone'));
    const { ownChoices, answers } = await register();
    expect(ownChoices.refusedChannels).toEqual([]);
    expect(answers).toMatchObject({ noPhone: true, staysInSpace: false });

    await setPreferences(hers.debtor, hers.caseId, { refusedChannels: ['sms'], saturdayCalls: false });
    expect((await register()).ownChoices.refusedChannels).toEqual(['sms']);
    await removeSignals();
    expect((await register()).answers).toMatchObject({ noPhone: false });
  });

  it('a Saturday morning among her times is an answer as well', async () => {
    await say('channel', several('phone'));
    await say('times', answered({ kind: 'times', slots: ['sat_morning'], neverAtWork: false }));
    const { ownChoices, answers, callBack } = await register();
    expect(ownChoices.saturdayCalls).toBe(false);
    expect(answers.saturday).toBe(true);
    expect(callBack).toBe('her_times');
  });

  it('discreet exchanges stay in her space, and nobody calls, until she removes that signal', async () => {
    await say('money_control', answered({ kind: 'one_choice', choice: 'worries_me' }));
    expect(await register()).toMatchObject({ answers: { staysInSpace: true }, callBack: 'not_here' });
    await removeSignals();
    expect(await register()).toMatchObject({ answers: { staysInSpace: false }, callBack: 'office_hours' });
  });

  it('nobody can call without a number', async () => {
    await db().superuserSql`update debtors set phone = null where case_id = ${hers.caseId}`;
    expect((await register()).callBack).toBe('no_number');
  });
});
