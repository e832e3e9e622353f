import type { Actor } from '../../src/lib/access';
import type { ClosingReason } from '../../src/lib/cases';
import { cents } from '../../src/lib/kernel';
import { CURRENT_WARNING, type PlanTerms } from '../../src/lib/plans';
import { closeCase, reopenCase } from '../../src/lib/server/backoffice';
import { decidePlan, loadPlans, proposePlan } from '../../src/lib/server/plans';
import { aCase, type TestCase, type TestTeam } from './cases';
import type { testDatabase } from './database';

/** Terms that a person of the tests may propose. */
const MONTHLY: PlanTerms = {
  kind: 'instalments',
  instalmentCents: cents(3_500),
  rhythm: { kind: 'monthly', dayOfMonth: 5 }
};

/** What the tests of closing do, with the cases of a team that is there once the tests run. */
export function closingActs(db: ReturnType<typeof testDatabase>, team: () => TestTeam) {
  /** A case that the team's referent follows. */
  const followed = () =>
    aCase(db(), team().teamId, { referentId: team().referent.staffId, track: 'oxygene' });

  const close = (
    person: TestCase,
    reason: ClosingReason = 'given_back',
    words = '',
    actor: Actor = team().referent
  ) => closeCase(actor, person.caseId, { reason, words });

  const reopen = (person: TestCase, reason = 'Elle a écrit.', actor: Actor = team().referent) =>
    reopenCase(actor, person.caseId, { reason });

  const propose = (person: TestCase) =>
    proposePlan(person.debtor, person.caseId, {
      proposal: { debtIds: person.debtIds, terms: MONTHLY },
      acknowledged: CURRENT_WARNING.version
    });

  const planOf = async (person: TestCase) => (await loadPlans(person.debtor, person.caseId)).plans[0]!;

  /** A case that is followed, with a plan agreed. */
  async function agreed(): Promise<TestCase> {
    const person = await followed();
    await propose(person);
    const { id } = await planOf(person);
    await decidePlan(team().referent, person.caseId, { planId: id, decision: { kind: 'accept' } });
    return person;
  }

  async function fileOf({ caseId }: TestCase) {
    const [row] = await db().superuserSql`select * from case_files where id = ${caseId}`;
    return row!;
  }

  /** How many open cases a member of staff is counted for. */
  async function loadOf(staffId: string): Promise<number> {
    const [row] = await db().superuserSql`select open_cases from staff where id = ${staffId}`;
    return row!.open_cases as number;
  }

  return { followed, close, reopen, propose, planOf, agreed, fileOf, loadOf };
}
