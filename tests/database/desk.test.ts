import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents, localDate, type CaseId } from '../../src/lib/kernel';
import { CURRENT_WARNING, type PlanTerms } from '../../src/lib/plans';
import type { Reply } from '../../src/lib/questionnaire';
import {
  loadAnswersAtDesk,
  loadCaseDesk,
  loadCaseFile,
  loadFigures,
  loadKeptPost,
  listKeptPost,
  searchCases,
  startImport,
  tryImport
} from '../../src/lib/server/backoffice';
import { getImportRun } from '../../src/lib/server/cases';
import { askWhetherToWrite } from '../../src/lib/server/contact-policy';
import { NotYours } from '../../src/lib/server/db';
import { postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { decidePlan, proposePlan, questionnaireRules } from '../../src/lib/server/plans';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const SAMPLES = path.resolve(import.meta.dirname, '../samples');
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let folder: string;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  folder = mkdtempSync(path.join(tmpdir(), 'oxygene-desk-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await clock.close();
});

const say = (person: TestCase, questionId: 'feeling' | 'tell_referent' | 'recent_change', choice: string) =>
  saveAnswer(
    person.debtor,
    person.caseId,
    {
      questionId,
      reply: { disposition: 'answered', value: { kind: 'one_choice', choice } } as Reply,
      answeredOn: localDate('2026-11-24')
    },
    { floorOf: () => null, wordsDueAt: (_kind, at) => new Date(at.getTime() + 86_400_000) }
  );
const followed = () => aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });

describe('a case at the desk', () => {
  it('keeps to herself what she did not agree to tell, and what may be known is shown', async () => {
    const person = await followed();
    await say(person, 'recent_change', 'separation');
    await say(person, 'feeling', 'too_much');
    const desk = await loadCaseDesk(team.referent, person.caseId);
    expect(desk.signals.map(({ signal }) => signal.kind)).toEqual(['evenement']);
    expect(Object.keys(desk.answers.entries)).toEqual(['recent_change']);
    await say(person, 'tell_referent', 'yes');
    const told = await loadCaseDesk(team.referent, person.caseId);
    expect(told.signals.map(({ signal }) => signal.kind).sort()).toEqual(['detresse', 'evenement']);
  });

  it('shows a supervisor, who does not follow her, less than her referent', async () => {
    const person = await followed();
    await say(person, 'recent_change', 'separation');
    expect((await loadAnswersAtDesk(team.referent, person.caseId)).viewer).toBe('referent');
    const seen = await loadAnswersAtDesk(team.supervisor, person.caseId);
    expect(seen).toMatchObject({ viewer: 'team' });
    expect(Object.keys(seen.answers.entries)).toEqual([]);
  });

  it('is not there for another referent', async () => {
    const person = await followed();
    await expect(loadCaseDesk(team.otherReferent, person.caseId)).rejects.toThrow(NotYours);
    await expect(loadAnswersAtDesk(team.otherReferent, person.caseId)).rejects.toThrow(NotYours);
    await expect(askWhetherToWrite(team.otherReferent, person.caseId)).rejects.toThrow(NotYours);
  });

  it('several pages within a quarter of an hour are one reading, a later one is another', async () => {
    const person = await followed();
    const opened = async () => {
      const rows = await db()
        .superuserSql`select 1 from audit_events where case_id = ${person.caseId} and action = 'case.opened'`;
      return rows.length;
    };
    await loadCaseFile(team.referent, person.caseId);
    clock.set('2026-11-24T09:44:00Z');
    await loadCaseFile(team.referent, person.caseId);
    expect(await opened()).toBe(1);
    await loadCaseFile(team.supervisor, person.caseId);
    expect(await opened()).toBe(2);
    clock.set('2026-11-24T09:46:00Z');
    await loadCaseFile(team.referent, person.caseId);
    expect(await opened()).toBe(3);
    clock.set('2026-11-24T09:30:00Z');
  });
});

describe('before a reply is sent', () => {
  it('says that the notice leaves now at office hours, in the morning at night, or that no address is confirmed', async () => {
    const person = await followed();
    expect(await askWhetherToWrite(team.referent, person.caseId)).toMatchObject({
      state: 'now',
      channel: 'email'
    });
    clock.set('2026-11-24T22:00:00Z');
    const night = await askWhetherToWrite(team.referent, person.caseId);
    expect(night).toMatchObject({ state: 'later', rule: { code: 'outside_hours' } });
    clock.set('2026-11-24T09:30:00Z');
    const unconfirmed = await aCase(db(), team.teamId, {
      referentId: team.referent.staffId,
      emailConfirmed: false
    });
    expect(await askWhetherToWrite(team.referent, unconfirmed.caseId)).toEqual({ state: 'no_channel' });
  });
});

describe('a counter-proposal', () => {
  it('keeps the floor of the household as strictly as a proposal does', async () => {
    const person = await followed();
    const saved = await saveAnswer(
      person.debtor,
      person.caseId,
      {
        questionId: 'left_over',
        reply: {
          disposition: 'answered',
          value: { kind: 'left_over', bound: 'less_than', amountCents: cents(70_000) }
        },
        answeredOn: localDate('2026-11-24')
      },
      questionnaireRules(new Date('2026-11-24T09:30:00Z'))
    );
    expect(saved.ok).toBe(true);
    const monthly = (euros: number): PlanTerms => ({
      kind: 'instalments',
      instalmentCents: cents(euros * 100),
      rhythm: { kind: 'monthly', dayOfMonth: 5 }
    });
    const proposed = await proposePlan(person.debtor, person.caseId, {
      proposal: { debtIds: person.debtIds, terms: monthly(35) },
      acknowledged: CURRENT_WARNING.version
    });
    if (!proposed.ok) throw new Error(proposed.why.code);
    const { planId } = proposed.value;
    const counter = (euros: number) =>
      decidePlan(team.referent, person.caseId, {
        planId,
        decision: { kind: 'counter', terms: monthly(euros), words: 'Pour finir plus tôt.' }
      });
    // 700,00 − 651,69 leaves 48,31 a month
    expect(await counter(49)).toMatchObject({ ok: false, why: { code: 'left_to_live_below_floor' } });
    expect(await counter(40)).toMatchObject({ ok: true });
  });
});

describe('searching', () => {
  it('finds by reference or by a part of the name, in one’s own scope', async () => {
    const person = await followed();
    const ids = async (actor: TestTeam['referent'], text: string) => {
      const found = await searchCases(actor, text);
      return found.ok ? found.value.map(({ id }) => id) : found.why.code;
    };
    expect(await ids(team.referent, person.reference.toLowerCase())).toEqual([person.caseId]);
    expect(await ids(team.referent, ' ferr ')).toContain(person.caseId);
    expect(await ids(team.otherReferent, person.reference)).toEqual([]);
    expect(await ids(team.supervisor, person.reference)).toEqual([person.caseId]);
    const elsewhere = await aTeam(db());
    expect(await ids(elsewhere.supervisor, person.reference)).toEqual([]);
  });

  it('takes what was typed as text, and wants two letters', async () => {
    await followed();
    expect(await searchCases(team.referent, '%%')).toEqual({ ok: true, value: [] });
    expect(await searchCases(team.referent, 'N_dia')).toEqual({ ok: true, value: [] });
    expect(await searchCases(team.referent, ' n ')).toMatchObject({ why: { code: 'search_too_short' } });
  });
});

describe('post of a case', () => {
  it('is read by who follows it, and by nobody else', async () => {
    const person = await followed();
    await replyToPerson(team.referent, person.caseId, { text: 'Bonjour' });
    const post = (await listKeptPost(team.referent)).find(({ caseId }) => caseId === person.caseId)!;
    expect(await loadKeptPost(team.referent, person.caseId, post.id)).toMatchObject({
      ok: true,
      value: { subject: post.subject }
    });
    const other = await followed();
    expect(await loadKeptPost(team.referent, other.caseId, post.id)).toMatchObject({
      why: { code: 'post_not_there' }
    });
    await expect(loadKeptPost(team.otherReferent, person.caseId, post.id)).rejects.toThrow(NotYours);
  });
});

describe('an import from the desk', () => {
  const received = (name: string) => {
    const file = path.join(folder, `${Math.random()}.csv`);
    copyFileSync(path.join(SAMPLES, name), file);
    return { path: file, fileName: name };
  };
  const ended = async (runId: Parameters<typeof getImportRun>[1]) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const run = await getImportRun(team.supervisor, runId);
      if (run && !run.isUnderWay) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The import did not end');
  };

  it('a try says what would be done, writes nothing and forgets the file', async () => {
    const file = received('portfolio-with-faults.csv');
    const before = await db().superuserSql`select count(*)::int as n from case_files`;
    const tried = await tryImport(team.supervisor, file);
    expect(tried).toMatchObject({ ok: true, value: { file: 'portfolio-with-faults.csv' } });
    expect(tried.ok && tried.value.refusedTotal).toBeGreaterThan(0);
    expect(await db().superuserSql`select count(*)::int as n from case_files`).toEqual(before);
    expect(existsSync(file.path)).toBe(false);
  });

  it('answers with its run at once, ends by itself, and forgets the file', async () => {
    const file = received('portfolio.csv');
    const started = await startImport(team.supervisor, file);
    if (!started.ok) throw new Error(started.why.code);
    const run = await ended(started.value.runId);
    expect(run).toMatchObject({ fileName: 'portfolio.csv', failure: null });
    expect(run.report?.cases.created).toBe(500);
    expect(existsSync(file.path)).toBe(false);
  });

  it('refuses a file that is none, and a referent', async () => {
    const picture = received('portfolio-with-faults.faults.tsv');
    expect(await startImport(team.supervisor, picture)).toMatchObject({ ok: false });
    expect(existsSync(picture.path)).toBe(false);
    await expect(startImport(team.referent, received('portfolio.csv'))).rejects.toThrow(NotYours);
  });
});

describe('figures', () => {
  it('show nothing under ten, and count one team only', async () => {
    const fresh = await aTeam(db());
    const other = await aTeam(db());
    const people = [];
    for (let count = 0; count < 10; count += 1) people.push(await aCase(db(), fresh.teamId));
    const foreign = await aCase(db(), other.teamId);
    const stopped = async (caseId: CaseId, ruleCode: string) =>
      db().superuserSql`
        insert into contacts (case_id, id, channel, purpose, state, rule_code, policy_version, counted, occurred_at)
        values (${caseId}, gen_random_uuid(), 'call', 'follow_up', 'refused', ${ruleCode}, 'v1', 0,
          '2026-11-23T10:00:00Z')`;
    for (const { caseId } of people) await stopped(caseId, 'saturday');
    await stopped(people[0]!.caseId, 'paused');
    for (let count = 0; count < 12; count += 1) await stopped(foreign.caseId, 'cap_per_7_days');
    const figures = await loadFigures(fresh.supervisor);
    expect(figures.stopped).toEqual({ shown: [{ key: 'hours', count: 10 }], others: null, total: null });
    expect(figures.satisfaction).toEqual([]);
    expect(figures.replies).toBeNull();
    await expect(loadFigures(fresh.referent)).rejects.toThrow(NotYours);
  });

  it('half of the answers came within the median, a run of messages counting once', async () => {
    const fresh = await aTeam(db());
    for (let count = 0; count < 10; count += 1) {
      const person = await aCase(db(), fresh.teamId, { referentId: fresh.referent.staffId });
      clock.set('2026-11-24T09:00:00Z');
      await postMessage(person.debtor, person.caseId, { text: 'Bonjour' });
      clock.set('2026-11-24T09:10:00Z');
      await postMessage(person.debtor, person.caseId, { text: 'Encore moi' });
      clock.set(new Date(Date.parse('2026-11-24T10:00:00Z') + count * 60_000));
      await replyToPerson(fresh.referent, person.caseId, { text: 'Bonjour' });
    }
    const { replies } = await loadFigures(fresh.supervisor);
    expect(replies).toEqual({ answered: 10, medianMinutes: 65, shareInADay: 1 });
    clock.set('2026-11-24T09:30:00Z');
  });

  it('satisfaction comes by month, without the day that is not over', async () => {
    const fresh = await aTeam(db());
    const answer = (day: string, score: number) => db().superuserSql`
      insert into survey_answers (id, token_hash, team_id, score, answered_on)
      values (gen_random_uuid(), ${Math.random().toString()}, ${fresh.teamId}, ${score}, ${day}::date)`;
    for (let count = 0; count < 12; count += 1) await answer('2026-10-05', count < 9 ? 4 : 1);
    for (let count = 0; count < 9; count += 1) await answer('2026-11-03', 3);
    await answer('2026-11-24', 3);
    const { satisfaction } = await loadFigures(fresh.supervisor);
    expect(satisfaction).toMatchObject([
      { startsOn: '2026-10-01', endsOn: '2026-10-31', rate: { answers: 12, satisfied: 9 } },
      { startsOn: '2026-11-01', rate: null }
    ]);
    clock.set('2026-11-25T09:00:00Z');
    expect((await loadFigures(fresh.supervisor)).satisfaction[1]).toMatchObject({ rate: { answers: 10 } });
    clock.set('2026-11-24T09:30:00Z');
  });
});
