/**
 * A program of the browser tests: puts invented people into the product under test (DATA_DIR) and signs them in.
 * Answers each PersonRequest of its parent with a PersonReply, and leaves with it. A program of its own, since the use
 * cases need the runtime that the browser tests do not have; one for many people, since starting it takes seconds.
 */
import postgres from 'postgres';
import { openHouse } from '../../../src/bin/start/open-house';
import { systemActor } from '../../../src/lib/access';
import { addDays, cents, dayInZone, type CaseId, type Id } from '../../../src/lib/kernel';
import { CURRENT_WARNING } from '../../../src/lib/plans';
import type { ClosingReason } from '../../../src/lib/cases';
import { createLink, openSession } from '../../../src/lib/server/access';
import { saveProfile } from '../../../src/lib/server/aids';
import { closeCase } from '../../../src/lib/server/backoffice';
import { selectCaseHead } from '../../../src/lib/server/cases';
import { enter, openDatabase, useDatabase } from '../../../src/lib/server/db';
import { makeVault } from '../../../src/lib/server/platform/crypto';
import { newId } from '../../../src/lib/server/platform/ids';
import { useVault } from '../../../src/lib/server/platform/runtime';
import { decidePlan, proposePlan } from '../../../src/lib/server/plans';
import { answerSignal, listSignalsAtDesk, saveAnswer } from '../../../src/lib/server/questionnaire';
import { insertInvitation } from '../../../src/lib/server/surveys/survey-repository';
import { makeSurveyToken } from '../../../src/lib/server/surveys/survey-token';
import type { LinkKind, MadePerson, PersonReply, PersonRequest, PersonWishes } from './person';

const house = await openHouse();
const owner = postgres(house.ownerUrl, { max: 1, onnotice: () => undefined });
const pool = openDatabase({ url: house.runtime.appUrl, poolSize: 2 });
useDatabase(pool);
useVault(makeVault(house.runtime.dataKeys));

process.on('message', (request: PersonRequest) => {
  answer(request)
    .catch((error: unknown) => ({
      id: request.id,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error)
    }))
    .then((reply: PersonReply) => process.send?.(reply));
});
process.once('disconnect', () => void leave());

async function leave(): Promise<void> {
  await Promise.all([owner.end({ timeout: 1 }), pool.close(1)]);
  await house.close();
  process.exit(0);
}

async function answer(request: PersonRequest): Promise<PersonReply> {
  const { id } = request;
  if ('wishes' in request) return { id, made: await makePerson(request.wishes) };
  if ('link' in request) return { id, secret: await makeLink(request.link, request.caseId as CaseId) };
  const [staff] = await owner<{ id: Id<'staff'> }[]>`
    select s.id from staff s, app.say('system', null, null, null) where s.email = ${request.staffEmail}`;
  if (!staff) throw new Error(`Nobody has the address ${request.staffEmail}`);
  return { id, secret: await sessionOf(staff.id) };
}

function makeLink(kind: LinkKind, caseId: CaseId): Promise<string> {
  const at = new Date();
  return enter(systemActor('seed'), { permission: 'system.seed', caseId }, async (tx) => {
    if (kind === 'lien') return createLink(tx, caseId, at);
    const { teamId, referentId } = await selectCaseHead(tx, caseId);
    const { secret, hash, sealedCase } = makeSurveyToken(caseId);
    const expiresOn = addDays(dayInZone(at, 'Europe/Paris'), 30);
    const occasion = 'answer_given';
    const invitation = { tokenHash: hash, sealedCase, teamId, referentId, occasion, expiresOn } as const;
    await insertInvitation(tx, caseId, invitation, at);
    return secret;
  });
}

async function sessionOf(staffId: Id<'staff'>): Promise<string> {
  return (await openSession({ kind: 'staff', id: staffId }, 'Essai')).secret;
}

async function makePerson(wishes: PersonWishes): Promise<MadePerson> {
  const made = await owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    return insertPerson(sql, wishes);
  });
  const actor = { kind: 'debtor', caseId: made.caseId } as const;
  const today = dayInZone(new Date(), 'Europe/Paris');
  for (const { questionId, value } of wishes.answers ?? []) {
    const reply = { disposition: 'answered', value } as Parameters<typeof saveAnswer>[2]['reply'];
    const input = { questionId, reply, answeredOn: today };
    const rules = { floorOf: () => cents(65_169), wordsDueAt: () => new Date() };
    const saved = await saveAnswer(actor, made.caseId, input, rules);
    if (!saved.ok) throw new Error(`${questionId}: ${saved.why.code}`);
  }
  if (wishes.aids) await saveAids(made.caseId, wishes.aids);
  if (wishes.signalWords) await answerSignals(made, wishes.signalWords);
  const planId = wishes.counter ? await counter(made) : wishes.agreed ? await agree(made) : null;
  if (wishes.closedFor) await close(made, wishes.closedFor);
  const { secret } = await openSession({ kind: 'debtor', id: made.caseId }, 'Essai');
  return {
    caseId: made.caseId,
    debtIds: made.debtIds,
    planId,
    reference: made.reference,
    secret,
    referentSecret: await sessionOf(made.staffId),
    supervisorSecret: await sessionOf(made.supervisorId)
  };
}

type Sql = postgres.TransactionSql;

async function insertPerson(sql: Sql, wishes: PersonWishes) {
  const [caseId, teamId] = [newId<'case'>(), newId<'team'>()];
  const reference = `E2E-${caseId.slice(-12).toUpperCase()}`;
  await sql`insert into teams (id, name, created_at) values (${teamId}, ${`Équipe ${teamId}`}, now())`;
  const staffId = await insertStaff(sql, teamId, 'referent');
  const supervisorId = await insertStaff(sql, teamId, 'supervisor');
  const { isFollowed = true } = wishes;
  await sql`
    insert into case_files (id, reference, team_id, track, referent_id, identity, display_name, first_name, city,
      territory, time_zone, created_at, updated_at)
    values (${caseId}, ${reference}, ${teamId}, ${isFollowed ? 'oxygene' : 'classic'}, ${isFollowed ? staffId : null},
      'confirmed', 'Nadia Ferrand', 'Nadia', 'Rennes', '35', 'Europe/Paris', now(), now())`;
  await sql`insert into case_references (reference, case_id) values (${reference}, ${caseId})`;
  await sql`
    insert into debtors (case_id, id, title, last_name, first_name, birth_date, address, postcode, city, email,
      email_confirmed_at, created_at, updated_at)
    values (${caseId}, ${newId()}, 'Mme', 'Ferrand', 'Nadia', '1990-04-12', '3 rue des Lices', '35000', 'Rennes',
      ${wishes.hasEmail ? 'nadia@exemple.fr' : null}, ${wishes.hasEmail ? new Date() : null}, now(), now())`;
  const debtIds: Id<'debt'>[] = [];
  for (const debt of wishes.debts ?? [{}]) debtIds.push(await insertDebt(sql, caseId, debt));
  return { caseId, teamId, staffId, supervisorId, debtIds, reference };
}

async function insertStaff(sql: Sql, teamId: string, role: 'referent' | 'supervisor'): Promise<Id<'staff'>> {
  const staffId = newId<'staff'>();
  const [firstName, lastName] = role === 'referent' ? ['Leïla', 'Amrani'] : ['Claire', 'Hamon'];
  await sql`
    insert into staff (id, team_id, role, email, first_name, last_name, password_hash, totp_secret_sealed, created_at)
    values (${staffId}, ${teamId}, ${role}, ${`${staffId}@exemple.fr`}, ${firstName}, ${lastName}, 'x', 'x', now())`;
  return staffId;
}

async function insertDebt(
  sql: Sql,
  caseId: CaseId,
  debt: NonNullable<PersonWishes['debts']>[number]
): Promise<Id<'debt'>> {
  const debtId = newId<'debt'>();
  const monthsAgo = debt.unpaidForMonths ?? 9;
  const [{ id: creditorId = '' } = {}] = await sql<{ id: string }[]>`
    insert into creditors (id, name, created_at)
    values (${newId()}, ${debt.creditor ?? 'Banque Hermine'}, now())
    on conflict (name) do update set name = excluded.name returning id`;
  await sql`
    insert into debts (case_id, id, creditor_id, creditor_name, mandate_reference, contract_reference, kind,
      contract_on, first_unpaid_on, principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference,
      letter_sent_on, limitation, created_at, updated_at)
    values (${caseId}, ${debtId}, ${creditorId}, ${debt.creditor ?? 'Banque Hermine'}, 'M-106', 'CR-2024-4471',
      'consumer_credit', '2024-03-12', current_date - make_interval(months => ${monthsAgo}),
      ${debt.principalCents ?? 84_000}, 4640, 0, 26000, ${`L-${debtId.slice(-6).toUpperCase()}`},
      current_date - make_interval(months => 2), 'ok', now(), now())`;
  return debtId;
}

/** She saved her answers, a rule changed, and she was told. */
async function saveAids(caseId: CaseId, { kept, news }: NonNullable<PersonWishes['aids']>): Promise<void> {
  const consents = { tellsReferent: false, wantsNews: true };
  await saveProfile({ kind: 'debtor', caseId }, caseId, { kept, consents });
  await owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    await sql`
      insert into aid_news (case_id, id, revision_id, about, state, found_at, settled_at)
      values (${caseId}, ${newId()}, ${newId()}, ${sql.array([...news])}, 'told', now(), now())`;
  });
}

/** 35 € on the 5th of each month, as if it had been agreed some weeks ago. */
async function agree(made: Made): Promise<Id<'plan'>> {
  const actor = { kind: 'debtor', caseId: made.caseId } as const;
  const rhythm = { kind: 'monthly', dayOfMonth: 5 } as const;
  const terms = { kind: 'instalments', instalmentCents: cents(3500), rhythm } as const;
  const input = { proposal: { debtIds: made.debtIds, terms }, acknowledged: CURRENT_WARNING.version };
  const proposed = await proposePlan(actor, made.caseId, input);
  if (!proposed.ok || proposed.value.outcome !== 'accepted_at_once') throw new Error('Not agreed at once');
  const { planId } = proposed.value;
  await owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    await sql`
      update plan_instalments set due_on = current_date - 2
      where case_id = ${made.caseId} and plan_id = ${planId} and position = 1`;
  });
  return planId;
}

/** She proposed longer than her creditor allows; her referent answers: two months of rest, then 20 €. */
async function counter(made: Made): Promise<Id<'plan'>> {
  const rhythm = { kind: 'monthly', dayOfMonth: 5 } as const;
  const own = { kind: 'instalments', instalmentCents: cents(1500), rhythm } as const;
  const actor = { kind: 'debtor', caseId: made.caseId } as const;
  const input = {
    proposal: { debtIds: made.debtIds, terms: own },
    acknowledged: CURRENT_WARNING.version
  };
  const proposed = await proposePlan(actor, made.caseId, input);
  if (!proposed.ok) throw new Error(proposed.why.code);
  const terms = {
    kind: 'rest_then_instalments',
    restMonths: 2,
    instalmentCents: cents(2000),
    rhythm
  } as const;
  const decision = { kind: 'counter', terms, words: 'Deux mois pour souffler, puis moins.' } as const;
  const decided = await decidePlan(referentOf(made), made.caseId, {
    planId: proposed.value.planId,
    decision
  });
  if (!decided.ok) throw new Error(decided.why.code);
  return proposed.value.planId;
}

/** Her referent opens her signals, and says something of each. */
async function answerSignals(made: Made, words: string): Promise<void> {
  const referent = referentOf(made);
  for (const { id } of await listSignalsAtDesk(referent, made.caseId)) {
    const input = { signalId: id as Id<'signal'>, words };
    const answered = await answerSignal(referent, made.caseId, input);
    if (!answered.ok) throw new Error(answered.why.code);
  }
}

/** Her referent closes her case. */
async function close(made: Made, reason: ClosingReason): Promise<void> {
  const closed = await closeCase(referentOf(made), made.caseId, { reason, words: 'Pour un essai.' });
  if (!closed.ok) throw new Error(closed.why.code);
}

/** A person put into the product, and who follows her. */
type Made = Awaited<ReturnType<typeof insertPerson>>;

function referentOf({ teamId, staffId }: Made) {
  return {
    kind: 'staff',
    role: 'referent',
    staffId,
    teamId,
    name: 'Leïla Amrani',
    firstName: 'Leïla'
  } as const;
}
