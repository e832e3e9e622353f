import { randomUUID } from 'node:crypto';
import type { DebtorActor, StaffActor, StaffRole } from '$lib/access';
import type { CaseId, StaffId, TeamId } from '$lib/kernel';
import { vault } from '../../src/lib/server/platform/runtime';
import type { TestProduct } from './product';

/** A case as tests need it: who it is, and what she would type at the door. */
export interface TestCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly birthDate: string;
  readonly postcode: string;
  readonly actor: DebtorActor;
}

/** What a test may choose about a case; the rest is invented. */
export interface CaseWishes {
  readonly reference?: string;
  readonly teamId?: TeamId;
  readonly referentId?: StaffId | null;
  readonly birthDate?: string;
  readonly postcode?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly emailConfirmed?: boolean;
  readonly phoneConfirmed?: boolean;
}

let count = 0;

/** A team. */
export async function aTeam(product: TestProduct): Promise<TeamId> {
  const id = randomUUID() as TeamId;
  await product.sql`insert into teams (id, name, created_at) values (${id}, ${`Équipe ${id}`}, ${product.clock.now()})`;
  return id;
}

/** A member of staff who cannot sign in (see addStaff for one who can). */
export async function aStaff(
  product: TestProduct,
  wishes: { role?: StaffRole; teamId?: TeamId; firstName?: string } = {}
): Promise<StaffActor> {
  const staffId = randomUUID() as StaffId;
  const teamId = wishes.teamId ?? (await aTeam(product));
  const role = wishes.role ?? 'referent';
  const firstName = wishes.firstName ?? 'Leïla';
  const sealed = vault().seal('JBSWY3DPEHPK3PXP', `staff.totp_secret:${staffId}`);
  await product.sql`
    insert into staff (id, team_id, role, email, first_name, last_name, password_hash, totp_secret_sealed,
      totp_confirmed_at, created_at)
    values (${staffId}, ${teamId}, ${role}, ${`${staffId}@exemple.fr`}, ${firstName}, 'Amrani', 'none', ${sealed},
      ${product.clock.now()}, ${product.clock.now()})`;
  return { kind: 'staff', staffId, teamId, role, firstName, name: `${firstName} Amrani` };
}

/** A case with its person, its reference and one debt of 626,40 €. */
export async function aCase(product: TestProduct, wishes: CaseWishes = {}): Promise<TestCase> {
  const caseId = randomUUID() as CaseId;
  const teamId = wishes.teamId ?? (await aTeam(product));
  const reference = wishes.reference ?? `OX26-${String(900_000 + ++count)}`;
  const { birthDate = '1990-05-02', postcode = '35000' } = wishes;
  const email = wishes.email === undefined ? 'nadia.morel@exemple.fr' : wishes.email;
  const phone = wishes.phone === undefined ? '+33612345678' : wishes.phone;
  const at = product.clock.now();
  const { sql } = product;
  await sql`
    insert into case_files (id, reference, team_id, referent_id, display_name, first_name, city, territory, time_zone,
      track, created_at, updated_at)
    values (${caseId}, ${reference}, ${teamId}, ${wishes.referentId ?? null}, 'Nadia Morel', 'Nadia', 'Rennes', '35',
      'Europe/Paris', ${wishes.referentId ? 'oxygene' : 'classic'}, ${at}, ${at})`;
  await sql`
    insert into debtors (case_id, id, last_name, first_name, birth_date, address, postcode, city, email, phone,
      email_confirmed_at, phone_confirmed_at, created_at, updated_at)
    values (${caseId}, ${randomUUID()}, 'Morel', 'Nadia', ${birthDate}, '3 rue des Lilas', ${postcode}, 'Rennes',
      ${email}, ${phone}, ${wishes.emailConfirmed ? at : null}, ${wishes.phoneConfirmed ? at : null}, ${at}, ${at})`;
  await sql`insert into case_references (reference, case_id) values (${reference}, ${caseId})`;
  await sql`
    insert into debts (case_id, id, creditor_id, creditor_name, mandate_reference, contract_reference, kind,
      first_unpaid_on, principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference,
      letter_sent_on, limitation, created_at, updated_at)
    values (${caseId}, ${randomUUID()}, ${randomUUID()}, 'Mobilis', 'M-106', 'C50892188', 'telecom', '2025-05-18',
      62640, 0, 0, 0, ${`L-${reference}`}, '2026-09-19', 'ok', ${at}, ${at})`;
  return { caseId, reference, birthDate, postcode, actor: { kind: 'debtor', caseId } };
}
