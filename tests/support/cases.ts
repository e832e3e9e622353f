import { randomBytes } from 'node:crypto';
import type { DebtorActor, StaffActor, StaffRole } from '../../src/lib/access';
import type { CaseId, Id, StaffId, TeamId } from '../../src/lib/kernel';
import { openDatabase, useDatabase } from '../../src/lib/server/db';
import { makeVault } from '../../src/lib/server/platform/crypto';
import { newId } from '../../src/lib/server/platform/ids';
import { useClock, useVault } from '../../src/lib/server/platform/runtime';
import type { TestDatabase } from './database';

/** An ordinary Tuesday at half past ten in Paris. */
export const TUESDAY = new Date('2026-11-24T09:30:00Z');

/** A clock a test can move. */
export interface TestClock {
  set(instant: Date | string): void;
  now(): Date;
}

/**
 * Makes the process work on this test database, with fresh keys and a clock that stands still until it is moved.
 * Answers the clock, and how to let go at the end.
 */
export function useTestRuntime(
  database: TestDatabase,
  start: Date = TUESDAY
): TestClock & { close(): Promise<void> } {
  const pool = openDatabase({ url: database.appUrl, poolSize: 4 });
  let present = start;
  const clock = {
    now: () => present,
    set(instant: Date | string) {
      present = new Date(instant);
    }
  };
  useDatabase(pool);
  useVault(makeVault([{ id: 'test', bytes: randomBytes(32) }]));
  useClock(clock);
  return { ...clock, close: () => pool.close(1) };
}

/** A team and its people. */
export interface TestTeam {
  readonly teamId: TeamId;
  readonly referent: StaffActor;
  readonly otherReferent: StaffActor;
  readonly supervisor: StaffActor;
}

/** Creates a team with two referents and a supervisor. */
export async function aTeam({ superuserSql: sql }: TestDatabase): Promise<TestTeam> {
  const teamId = newId<'team'>();
  await sql`insert into teams (id, name, created_at) values (${teamId}, ${`Équipe ${teamId}`}, now())`;
  const member = async (role: StaffRole, firstName: string, lastName: string): Promise<StaffActor> => {
    const staffId: StaffId = newId<'staff'>();
    await sql`
      insert into staff (id, team_id, role, email, first_name, last_name, password_hash, totp_secret_sealed, created_at)
      values (${staffId}, ${teamId}, ${role}, ${`${staffId}@exemple.fr`}, ${firstName}, ${lastName}, 'x', 'x', now())`;
    return { kind: 'staff', staffId, role, teamId, name: `${firstName} ${lastName}`, firstName };
  };
  return {
    teamId,
    referent: await member('referent', 'Leïla', 'Amrani'),
    otherReferent: await member('referent', 'Thomas', 'Le Goff'),
    supervisor: await member('supervisor', 'Claire', 'Vasseur')
  };
}

/** A case as the tests know it. */
export interface TestCase {
  readonly caseId: CaseId;
  readonly debtor: DebtorActor;
  readonly reference: string;
  readonly debtIds: readonly Id<'debt'>[];
}

/** What a test may say of a case; the rest is ordinary. */
export interface CaseWishes {
  readonly referentId?: StaffId | null;
  readonly track?: 'classic' | 'oxygene' | 'oxygene_plus';
  readonly postcode?: string;
  readonly birthDate?: string;
  readonly email?: string | null;
  readonly emailConfirmed?: boolean;
  readonly principalCents?: readonly number[];
  readonly firstUnpaidOn?: string;
  readonly limitation?: 'ok' | 'soon' | 'presumed_expired' | 'unknown';
  readonly letterSentOn?: string;
}

/** Creates a case with its person and one debt for each principal. */
export async function aCase(
  database: TestDatabase,
  teamId: TeamId,
  wishes: CaseWishes = {}
): Promise<TestCase> {
  const sql = database.superuserSql;
  const caseId = newId<'case'>();
  const reference = `TEST-${caseId.slice(-12).toUpperCase()}`;
  const { referentId = null, track = 'classic', postcode = '35000', emailConfirmed = true } = wishes;
  await sql`
    insert into case_files (id, reference, team_id, track, referent_id, display_name, first_name, city, territory,
      time_zone, created_at, updated_at)
    values (${caseId}, ${reference}, ${teamId}, ${track}, ${referentId}, 'Nadia Ferrand', 'Nadia', 'Rennes', '35',
      'Europe/Paris', now(), now())`;
  await sql`insert into case_references (reference, case_id) values (${reference}, ${caseId})`;
  const email = wishes.email === undefined ? 'nadia@exemple.fr' : wishes.email;
  await sql`
    insert into debtors (case_id, id, title, last_name, first_name, birth_date, address, postcode, city, email,
      email_confirmed_at, created_at, updated_at)
    values (${caseId}, ${newId()}, 'Mme', 'Ferrand', 'Nadia', ${wishes.birthDate ?? '1990-04-12'}, '3 rue des Lices',
      ${postcode}, 'Rennes', ${email}, ${email && emailConfirmed ? new Date('2026-10-01') : null}, now(), now())`;
  const debtIds: Id<'debt'>[] = [];
  for (const [index, principal] of (wishes.principalCents ?? [62_640]).entries()) {
    const debtId = newId<'debt'>();
    debtIds.push(debtId);
    await sql`
      insert into debts (case_id, id, creditor_id, creditor_name, mandate_reference, contract_reference, kind,
        first_unpaid_on, principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference,
        letter_sent_on, limitation, created_at, updated_at)
      values (${caseId}, ${debtId}, ${newId()}, ${`Banque Hermine ${index}`}, 'M-1', ${`C-${index}`}, 'consumer_credit',
        ${wishes.firstUnpaidOn ?? '2026-01-15'}, ${principal}, 0, 0, 0, ${`L-${index}`},
        ${wishes.letterSentOn ?? '2026-09-01'}, ${wishes.limitation ?? 'ok'}, now(), now())`;
  }
  return { caseId, debtor: { kind: 'debtor', caseId }, reference, debtIds };
}
