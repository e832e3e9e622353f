import { sql } from 'drizzle-orm';
import type { DebtKind } from '$lib/cases';
import type { CaseId, Id, LocalDate } from '$lib/kernel';
import type { Transaction } from '../../db';
import { debtKey, type KnownCase, type KnownDebt, type KnownDebtor } from './known-case';

type DebtorRow = {
  case_id: CaseId;
  title: string | null;
  last_name: string;
  first_name: string;
  birth_date: LocalDate;
  address: string;
  postcode: string;
  city: string;
  email: string | null;
  phone: string | null;
  email_confirmed: boolean;
  phone_confirmed: boolean;
};

type ClosedRow = { id: CaseId; closed_on: LocalDate };

type DebtRow = {
  case_id: CaseId;
  id: Id<'debt'>;
  creditor_name: string;
  contract_reference: string;
  kind: DebtKind;
  mandate_reference: string;
  contract_on: LocalDate | null;
  first_unpaid_on: LocalDate;
  // bigint comes as text
  principal_cents: string;
  interest_cents: string;
  accessories_cents: string;
  paid_cents: string;
  letter_reference: string;
  letter_sent_on: LocalDate;
};

/** What we know of the cases of some references, each with its person and its debts. */
export async function findKnownCases(
  tx: Transaction,
  caseIds: ReadonlyMap<string, CaseId>
): Promise<ReadonlyMap<string, KnownCase>> {
  if (caseIds.size === 0) return new Map();
  const ids = sql`any (array(select json_array_elements_text(${JSON.stringify([...caseIds.values()])}::json)::uuid))`;
  // one table each: joined, an import into empty tables, of which Postgres knows nothing yet, grows as its square
  const [debtors, closed, debtRows] = await Promise.all([
    tx.execute<DebtorRow>(sql`
      select case_id, title, last_name, first_name, birth_date, address, postcode, city, email, phone,
        email_confirmed_at is not null as email_confirmed, phone_confirmed_at is not null as phone_confirmed
      from debtors where case_id = ${ids}`),
    tx.execute<ClosedRow>(sql`
      select id, (closed_at at time zone time_zone)::date::text as closed_on
      from case_files where id = ${ids} and closed_at is not null`),
    tx.execute<DebtRow>(sql`
      select case_id, id, creditor_name, contract_reference, kind, mandate_reference, contract_on, first_unpaid_on,
        principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference, letter_sent_on
      from debts where case_id = ${ids}`)
  ]);
  const debtorOf = new Map(debtors.map((row) => [row.case_id, debtorFrom(row)]));
  const closedOn = new Map(closed.map((row) => [row.id, row.closed_on]));
  const debtsOf = new Map<CaseId, Map<string, KnownDebt>>();
  for (const row of debtRows) {
    const own = debtsOf.get(row.case_id) ?? new Map<string, KnownDebt>();
    debtsOf.set(row.case_id, own.set(debtKey(row.creditor_name, row.contract_reference), debtFrom(row)));
  }
  const known = new Map<string, KnownCase>();
  for (const [reference, id] of caseIds) {
    const debtor = debtorOf.get(id);
    if (!debtor) continue;
    const debts = debtsOf.get(id) ?? new Map<string, KnownDebt>();
    known.set(reference, { id, closedOn: closedOn.get(id) ?? null, debtor, debts });
  }
  return known;
}

function debtorFrom(row: DebtorRow): KnownDebtor {
  return {
    title: row.title,
    lastName: row.last_name,
    firstName: row.first_name,
    birthDate: row.birth_date,
    address: row.address,
    postcode: row.postcode,
    city: row.city,
    email: row.email,
    phone: row.phone,
    hasConfirmedEmail: row.email_confirmed,
    hasConfirmedPhone: row.phone_confirmed
  };
}

function debtFrom(row: DebtRow): KnownDebt {
  return {
    id: row.id,
    kind: row.kind,
    mandateReference: row.mandate_reference,
    contractOn: row.contract_on,
    firstUnpaidOn: row.first_unpaid_on,
    principalCents: Number(row.principal_cents),
    interestCents: Number(row.interest_cents),
    accessoriesCents: Number(row.accessories_cents),
    paidCents: Number(row.paid_cents),
    letterReference: row.letter_reference,
    letterSentOn: row.letter_sent_on
  };
}
