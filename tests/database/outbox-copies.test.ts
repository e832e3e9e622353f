import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimNews } from '../../src/lib/aids';
import { addDays, localDate, type CommandId, type Result } from '../../src/lib/kernel';
import type { QuestionId, Reply } from '../../src/lib/questionnaire';
import { followClaim } from '../../src/lib/server/aids';
import type { Command } from '../../src/lib/server/audit';
import { setPreferences } from '../../src/lib/server/contact-policy';
import { listThread, postMessage } from '../../src/lib/server/messaging';
import { newId } from '../../src/lib/server/platform/ids';
import { loadQuestionnaire, saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';
import { seededRandom, type Random } from '../support/seeded-random';

const db = testDatabase();
/** More at leisure: `SEEDS=2000`. */
const SEEDS = Number(process.env.SEEDS ?? 8);
const COMMANDS = 20;
const MOST_COPIES = 5;
const MOST_AT_ONCE = 3;

let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

/** A command of an outbox: what it changes, to what, and how it is sent. */
interface Sent {
  readonly id: CommandId;
  /** Of several that change the same, the last one holds; null when each adds something of its own. */
  readonly changes: string | null;
  readonly to: string;
  readonly action: string;
  send(): Promise<Result<unknown, { readonly code: string }>>;
}

const QUESTIONS: readonly QuestionId[] = ['card_withdrawn', 'unexpected_expense'];
const RULES = { floorOf: () => null, wordsDueAt: (_kind: string, at: Date) => at };

function anAnswer({ debtor, caseId }: TestCase, random: Random, command: Command): Omit<Sent, 'id'> {
  const questionId = random.oneOf(QUESTIONS);
  const to = random.oneOf(['yes', 'no']);
  const reply: Reply = { disposition: 'answered', value: { kind: 'one_choice', choice: to } };
  const send = () => saveAnswer(debtor, caseId, { questionId, reply }, RULES, command);
  return { changes: questionId, to, action: 'questionnaire.answered', send };
}

function aMessage({ debtor, caseId }: TestCase, _random: Random, command: Command): Omit<Sent, 'id'> {
  const to = `Message ${command.id}`;
  return {
    changes: null,
    to,
    action: 'message.posted',
    send: () => postMessage(debtor, caseId, { text: to }, command)
  };
}

function aWish({ debtor, caseId }: TestCase, random: Random, command: Command): Omit<Sent, 'id'> {
  const refused = random.oneOf(['email', 'sms'] as const);
  const send = () =>
    setPreferences(debtor, caseId, { refusedChannels: [refused], saturdayCalls: false }, command);
  return { changes: 'wishes', to: refused, action: 'preferences.changed', send };
}

function aClaim({ debtor, caseId }: TestCase, random: Random, command: Command): Omit<Sent, 'id'> {
  const askedOn = addDays(localDate('2026-11-01'), random.below(20));
  const nothing = { decidedOn: null, amountCents: null, reason: null, remindOn: null, remindByPost: false };
  const news: ClaimNews = { aid: 'rsa', state: 'asked', askedOn, ...nothing };
  return {
    changes: 'rsa',
    to: askedOn,
    action: 'aids.claim_followed',
    send: () => followClaim(debtor, caseId, news, command)
  };
}

function anOutbox(person: TestCase, random: Random): Sent[] {
  return Array.from({ length: COMMANDS }, () => {
    const id = newId<'command'>() as CommandId;
    return { id, ...random.oneOf([anAnswer, aMessage, aWish, aClaim])(person, random, { id, input: id }) };
  });
}

/** Sends all, each once at least, in any order and some at the same moment; answers what took effect, in order. */
async function deliver(outbox: readonly Sent[], random: Random): Promise<Sent[][]> {
  const waiting = random.shuffled(
    outbox.flatMap((sent) => Array.from({ length: 1 + random.below(MOST_COPIES) }, () => sent))
  );
  const answers = new Map<CommandId, unknown>();
  const tookEffect: Sent[][] = [];
  while (waiting.length > 0) {
    const together = waiting.splice(0, 1 + random.below(MOST_AT_ONCE));
    const said = await Promise.all(together.map((sent) => sent.send()));
    tookEffect.push([...new Set(together.filter(({ id }) => !answers.has(id)))]);
    for (const [index, { id }] of together.entries()) {
      expect(said[index]).toMatchObject({ ok: true });
      if (answers.has(id)) expect(said[index], 'another answer for a copy').toEqual(answers.get(id));
      answers.set(id, said[index]);
    }
  }
  return tookEffect;
}

/** What each thing that was changed may be in the end: what was said last, any of those said at the same moment. */
function lastSaid(tookEffect: readonly Sent[][]): Map<string, string[]> {
  const last = new Map<string, string[]>();
  for (const together of tookEffect) {
    const changed = new Set(together.flatMap(({ changes }) => changes ?? []));
    for (const one of changed)
      last.set(
        one,
        together.filter(({ changes }) => changes === one).map(({ to }) => to)
      );
  }
  return last;
}

/** What is there in the end, by the names the commands use. */
async function found({ debtor, caseId }: TestCase): Promise<Record<string, string | undefined>> {
  const { entries } = (await loadQuestionnaire(debtor, caseId)).answers;
  const answered = QUESTIONS.map((id) => [
    id,
    (entries[id] as { value?: { choice: string } })?.value?.choice
  ]);
  const [wishes] = await db().superuserSql`
    select body -> 'refusedChannels' ->> 0 as refused from contact_preferences where case_id = ${caseId}`;
  const [claim] = await db().superuserSql`select asked_on::text from aid_claims where case_id = ${caseId}`;
  return { ...Object.fromEntries(answered), wishes: wishes?.refused, rsa: claim?.asked_on };
}

/** How often each action stands in the journal. */
async function journalOf({ caseId }: TestCase): Promise<Record<string, number>> {
  const rows = await db().superuserSql`
    select action, count(*)::int as n from audit_events where case_id = ${caseId} group by action`;
  return Object.fromEntries(rows.map(({ action, n }) => [action, n]));
}

function countedByAction(outbox: readonly Sent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { action } of outbox) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

describe('an outbox whose commands arrive doubled, late and in any order', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => 7_001 + index))(
    'ends as it would in some order, each command once (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
      const outbox = anOutbox(person, random);
      const last = lastSaid(await deliver(outbox, random));

      const state = await found(person);
      for (const [name, possible] of last) expect(possible, name).toContain(state[name]);
      expect(await journalOf(person)).toEqual(countedByAction(outbox));
      const { lines } = await listThread(person.debtor, person.caseId);
      const written = outbox.filter(({ changes }) => changes === null).map(({ to }) => to);
      expect(lines.map(({ body }) => body).sort()).toEqual(written.sort());
    }
  );
});
