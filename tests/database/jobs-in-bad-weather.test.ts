import { expect, it } from 'vitest';
import { cents, localDate } from '../../src/lib/kernel';
import { CURRENT_WARNING } from '../../src/lib/plans';
import { followClaim, remindOfClaims } from '../../src/lib/server/aids';
import { deliverDue } from '../../src/lib/server/contact-policy';
import { useDatabase } from '../../src/lib/server/db';
import { replyToPerson } from '../../src/lib/server/messaging';
import type { MailOutcome, OutgoingMail } from '../../src/lib/server/platform/mailer';
import { chooseReminders, decidePlan, proposePlan, remindOfInstalments } from '../../src/lib/server/plans';
import { endOfDay } from '../../src/lib/server/privacy';
import { inviteAfterService } from '../../src/lib/server/surveys';
import { ASKED_CLAIM } from '../support/asked-claim';
import { aCase, TUESDAY, type TestCase } from '../support/cases';
import { testDatabase } from '../support/database';
import { failingHouse } from '../support/failing-house';
import { seededRandom, type Random } from '../support/seeded-random';

const db = testDatabase();
/** The weather is made anew each time; a failure says the seed that finds it again: `WEATHER_SEED=…`. */
const SEED = Number(process.env.WEATHER_SEED ?? Date.now() % 1_000_000);
/** How many times a job is begun; at leisure `BEGINNINGS=2000`. */
const BEGINNINGS = Number(process.env.BEGINNINGS ?? 90);
const ORIGIN = 'https://oxygene.exemple';
const [SECOND, HOUR, DAY] = [1_000, 3_600_000, 86_400_000];
/** How far the clock of the process may jump between two jobs, either way; most often it just goes on. */
const JUMPS = [SECOND, -SECOND, HOUR, HOUR, -HOUR, DAY, -DAY, 5 * HOUR, 11 * HOUR];
const LATEST = Date.parse('2026-12-17T10:00:00Z');

const house = failingHouse(db, 4);

const followed = () =>
  aCase(db(), house.team.teamId, { referentId: house.team.referent.staffId, track: 'oxygene' });

/** She has an agreement, and wants a word before each instalment: the first is due on 10 December. */
async function wantsReminders(): Promise<TestCase> {
  const person = await followed();
  const { debtor, caseId, debtIds } = person;
  const terms = {
    kind: 'instalments',
    instalmentCents: cents(3_500),
    rhythm: { kind: 'monthly', dayOfMonth: 10 }
  } as const;
  const proposal = { debtIds, terms };
  const proposed = await proposePlan(debtor, caseId, { proposal, acknowledged: CURRENT_WARNING.version });
  if (!proposed.ok) throw new Error(proposed.why.code);
  const { planId } = proposed.value;
  await decidePlan(house.team.referent, caseId, { planId, decision: { kind: 'accept' } });
  await chooseReminders(debtor, caseId, { planId, reminds: true });
  return person;
}

/** She asked to be reminded of a claim; and her referent answered her, so that she may be asked how it went. */
async function wasAnswered(): Promise<TestCase> {
  const person = await followed();
  const { debtor, caseId } = person;
  await followClaim(debtor, caseId, {
    ...ASKED_CLAIM,
    remindOn: localDate('2026-12-01'),
    remindByPost: true
  });
  await replyToPerson(house.team.referent, caseId, { text: 'Bonjour' });
  return person;
}

/** A mail server with moods, and what it was given: when, and how often each. */
function moodyMail(random: Random) {
  const given = new Map<string, number>();
  const hours: number[] = [];
  let isFine = false;
  const answer = (): MailOutcome => {
    const mood = isFine ? 9 : random.below(10);
    if (mood < 3) return { kind: 'unreachable', reason: 'ECONNREFUSED' };
    return mood === 3 ? { kind: 'unknown', reason: 'ECONNRESET' } : { kind: 'sent' };
  };
  const deliver = async ({ deliveryId }: OutgoingMail) => {
    const outcome = answer();
    if (outcome.kind === 'unreachable') return outcome;
    given.set(deliveryId, (given.get(deliveryId) ?? 0) + 1);
    hours.push(hourInParis(house.clock.now()));
    return outcome;
  };
  const ways = {
    mailer: { isReal: true, deliver, close: () => undefined },
    sms: { deliver: async (): Promise<MailOutcome> => ({ kind: 'kept' }) }
  };
  return { ways, given, hours, clearUp: () => (isFine = true) };
}

const hourInParis = (at: Date) =>
  Number(at.toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit' }).slice(0, 2));

it.each<[string, string, () => Promise<number>]>([
  ['the reminder of a claim', '2026-12-01T09:15:00Z', () => remindOfClaims(ORIGIN)],
  ['the question how it went', '2026-11-26T09:30:00Z', () => inviteAfterService(ORIGIN)]
])('%s is written once by two processes at the same moment', async (_, at, job) => {
  house.clock.set(TUESDAY);
  const people = await Promise.all(Array.from({ length: 5 }, wasAnswered));
  house.clock.set(at);
  await Promise.all([job(), job()]);
  const counts = await db().superuserSql`
    select count(*)::int as lines from contacts where channel <> 'app' and case_id in ${db().superuserSql(people.map(({ caseId }) => caseId))}
    group by case_id`;
  // the answer of her referent is the other one
  expect(counts.map(({ lines }) => lines)).toEqual(people.map(() => 2));
  house.clock.set(TUESDAY);
});

it('jobs stopped anywhere, begun twice, on a clock that jumps: each word leaves once at most, at a good hour', async () => {
  const random = seededRandom(SEED);
  const people = [await wantsReminders(), await wantsReminders(), await wasAnswered(), await wasAnswered()];
  const mail = moodyMail(random);
  const jobs: readonly (() => Promise<unknown>)[] = [
    () => deliverDue(mail.ways),
    () => remindOfInstalments(ORIGIN),
    () => remindOfClaims(ORIGIN),
    () => inviteAfterService(ORIGIN),
    endOfDay
  ];

  let [stopped, doubled] = [0, 0];
  useDatabase(house.failing.pool);
  for (let begun = 0; begun < BEGINNINGS; begun += 1) {
    const next = house.clock.now().getTime() + random.oneOf(JUMPS);
    house.clock.set(new Date(Math.min(Math.max(next, TUESDAY.getTime() - DAY), LATEST)));
    const job = random.oneOf(jobs);
    const isTwice = random.below(3) === 0;
    house.failing.failAt(random.below(2) === 0 ? 1 + random.below(40) : 0);
    const ends = await Promise.allSettled(isTwice ? [job(), job()] : [job()]);
    await house.failing.settled();
    stopped += ends.filter(({ status }) => status === 'rejected').length;
    if (isTwice) doubled += 1;
  }
  house.failing.failAt(0);
  useDatabase(house.whole);
  expect([stopped > 5, doubled > 5], 'the weather was bad').toEqual([true, true]);

  // it clears up: what is still to be done is done
  mail.clearUp();
  for (const at of ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-18', '2026-12-19', '2026-12-21']) {
    house.clock.set(`${at}T10:00:00Z`);
    for (const job of [...jobs, ...jobs]) await job();
  }

  const where = `WEATHER_SEED=${SEED}`;
  expect(
    [...mail.given.values()].filter((times) => times > 1),
    where
  ).toEqual([]);
  expect(mail.hours.length).toBeGreaterThan(3);
  expect(
    mail.hours.filter((hour) => hour < 8 || hour >= 20),
    where
  ).toEqual([]);
  const open = await db().superuserSql`
    select state::text, send_from from deliveries where state in ('waiting', 'sending') and send_from <= ${house.clock.now()}`;
  expect(open, where).toEqual([]);
  for (const { caseId } of people) {
    const lines = await db().superuserSql<{ what: string; times: number }[]>`
      select purpose || coalesce(' ' || instalment_due_on, '') as what, count(*)::int as times from contacts
      where case_id = ${caseId} and channel <> 'app' and state <> 'refused' group by 1`;
    for (const { what, times } of lines) {
      // the answer of her referent, and the reminder of her claim
      const most = what === 'answer_to_debtor' ? 2 : 1;
      expect(times, `${what}, ${where}`).toBeLessThanOrEqual(most);
    }
  }
});
