import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents, type CaseId } from '../../src/lib/kernel';
import { CURRENT_WARNING, type PlanTerms } from '../../src/lib/plans';
import { NotYours } from '../../src/lib/server/db';
import {
  listCreditorsToTell,
  listProposalsFor,
  passProposalsOn,
  proposePlan,
  setTellsProposals
} from '../../src/lib/server/plans';
import { newId } from '../../src/lib/server/platform/ids';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let otherTeam: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  otherTeam = await aTeam(db());
});
afterAll(() => clock.close());

const rest: PlanTerms = { kind: 'rest', restMonths: 1 };
const propose = ({ debtor, caseId, debtIds }: TestCase, terms: PlanTerms = rest) =>
  proposePlan(debtor, caseId, { proposal: { debtIds, terms }, acknowledged: CURRENT_WARNING.version });
const HERMINE = newId<'creditor'>();

/** A person somebody follows, whose debt is one creditor's, known to the house. */
async function followed(): Promise<TestCase> {
  const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
  const sql = db().superuserSql;
  await sql`
    insert into creditors (id, name, created_at) values (${HERMINE}, 'Banque Hermine', now()) on conflict do nothing`;
  await sql`update debts set creditor_id = ${HERMINE} where case_id = ${person.caseId}`;
  return person;
}
const rowsOf = (caseId: CaseId) =>
  db().superuserSql`select * from creditor_notices where case_id = ${caseId} order by id`;
const waitingOf = async (caseId: CaseId) =>
  (await listCreditorsToTell(team.supervisor)).flatMap(({ waiting }) =>
    waiting.filter((notice) => notice.caseId === caseId)
  );

describe('a proposal to pay otherwise than at once (CPCE R124-5)', () => {
  it('leaves an event for its creditor in the same transaction, with the reference, the day and the terms', async () => {
    const person = await followed();
    expect((await propose(person)).ok).toBe(true);
    const [row] = await rowsOf(person.caseId);
    expect(row).toMatchObject({ event: 'proposal_received', rest_months: 1, passed_on_at: null });
    expect(row!.received_at).toEqual(clock.now());
    const journal = await db().superuserSql`
      select action from audit_events where case_id = ${person.caseId} and action like 'creditor.%'`;
    expect(journal).toEqual([{ action: 'creditor.proposal_received' }]);
  });

  it('leaves none when the proposal is refused', async () => {
    const person = await followed();
    const terms = {
      kind: 'instalments',
      instalmentCents: cents(1),
      rhythm: { kind: 'monthly', dayOfMonth: 40 }
    };
    expect((await propose(person, terms as PlanTerms)).ok).toBe(false);
    expect(await rowsOf(person.caseId)).toEqual([]);
  });

  it('holds nothing of the person: no name, no answer, no word of hers', async () => {
    const person = await followed();
    await propose(person);
    const [{ text = '' } = {}] = await db().superuserSql<{ text: string }[]>`
      select row_to_json(creditor_notices)::text as text from creditor_notices where case_id = ${person.caseId}`;
    const [debtor] = await db().superuserSql<
      { last_name: string; first_name: string; email: string | null }[]
    >`
      select last_name, first_name, email from debtors where case_id = ${person.caseId}`;
    for (const personal of [debtor!.last_name, debtor!.first_name, debtor!.email]) {
      if (personal) expect(text).not.toContain(personal);
    }
  });

  it('sent twice under one command is told once', async () => {
    const person = await followed();
    const input = {
      proposal: { debtIds: person.debtIds, terms: rest },
      acknowledged: CURRENT_WARNING.version
    };
    const command = { id: newId<'command'>(clock.now()), input };
    await proposePlan(person.debtor, person.caseId, input, command);
    await proposePlan(person.debtor, person.caseId, input, command);
    expect(await rowsOf(person.caseId)).toHaveLength(1);
  });
});

describe('what waits to be passed on', () => {
  it('is seen by the supervisor of the team, and by nobody else', async () => {
    const person = await followed();
    await propose(person);
    expect(await waitingOf(person.caseId)).toHaveLength(1);
    const elsewhere = await listCreditorsToTell(otherTeam.supervisor);
    expect(elsewhere.flatMap(({ waiting }) => waiting)).toEqual([]);
    await expect(listCreditorsToTell(team.referent)).rejects.toThrow(NotYours);
    await expect(listCreditorsToTell(person.debtor)).rejects.toThrow(NotYours);
  });

  it('is passed on as it was shown: what came since waits, even when it began before the list was read', async () => {
    const first = await followed();
    await propose(first);
    const creditorId = HERMINE;
    const [shown] = await waitingOf(first.caseId);
    // a transaction that began a minute ago ends only now: its id is older than the last one shown
    const later = await followed();
    const present = clock.now();
    clock.set(new Date(present.getTime() - 60_000));
    await propose(later);
    clock.set(present);
    const ids = [shown!.id];
    expect(await passProposalsOn(otherTeam.supervisor, { creditorId, ids })).toBe(0);
    expect(await passProposalsOn(team.supervisor, { creditorId: newId(present), ids })).toBe(0);
    expect(await passProposalsOn(team.supervisor, { creditorId, ids })).toBe(1);
    expect(await waitingOf(first.caseId)).toEqual([]);
    expect(await waitingOf(later.caseId)).toHaveLength(1);
    const [row] = await rowsOf(first.caseId);
    expect(row).toMatchObject({ passed_on_at: present, passed_on_by: team.supervisor.staffId });
    const journal = await db().superuserSql`
      select actor_kind from audit_events where case_id = ${first.caseId}
        and action = 'creditor.proposal_passed_on'`;
    expect(journal).toEqual([{ actor_kind: 'staff' }]);
    expect(await passProposalsOn(team.supervisor, { creditorId, ids })).toBe(0);
    expect(await passProposalsOn(team.supervisor, { creditorId, ids: [] })).toBe(0);
    await expect(passProposalsOn(team.referent, { creditorId, ids })).rejects.toThrow(NotYours);
  });

  it('is nothing any more for a creditor whose convention says so', async () => {
    const person = await followed();
    const creditorId = HERMINE;
    expect(await setTellsProposals(team.supervisor, creditorId, false)).toMatchObject({ ok: true });
    await propose(person);
    expect(await rowsOf(person.caseId)).toEqual([]);
    await setTellsProposals(team.supervisor, creditorId, true);
    expect(await setTellsProposals(team.supervisor, newId(clock.now()), false)).toMatchObject({
      why: { code: 'creditor_not_there' }
    });
    await expect(setTellsProposals(team.referent, creditorId, false)).rejects.toThrow(NotYours);
    expect(await listProposalsFor(team.supervisor, newId(clock.now()))).toMatchObject({ ok: false });
  });
});
