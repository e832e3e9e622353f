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
  closed_on: LocalDate | null;
};

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
  const [debtors, debtRows] = await Promise.all([
    tx.execute<DebtorRow>(sql`
      select p.case_id, p.title, p.last_name, p.first_name, p.birth_date, p.address, p.postcode, p.city, p.email,
        p.phone, p.email_confirmed_at is not null as email_confirmed,
        p.phone_confirmed_at is not null as phone_confirmed,
        (f.closed_at at time zone f.time_zone)::date::text as closed_on
      from debtors p join case_files f on f.id = p.case_id
      where p.case_id = ${ids} and f.id = ${ids}`),
    tx.execute<DebtRow>(sql`
      select case_id, id, creditor_name, contract_reference, kind, mandate_reference, contract_on, first_unpaid_on,
        principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference, letter_sent_on
      from debts where case_id = ${ids}`)
  ]);
  const personOf = new Map(debtors.map((row) => [row.case_id, row]));
  const debtsOf = new Map<CaseId, Map<string, KnownDebt>>();
  for (const row of debtRows) {
    const own = debtsOf.get(row.case_id) ?? new Map<string, KnownDebt>();
    debtsOf.set(row.case_id, own.set(debtKey(row.creditor_name, row.contract_reference), debtFrom(row)));
  }
  const known = new Map<string, KnownCase>();
  for (const [reference, id] of caseIds) {
    const row = personOf.get(id);
    if (!row) continue;
    const debts = debtsOf.get(id) ?? new Map<string, KnownDebt>();
    known.set(reference, { id, closedOn: row.closed_on, debtor: debtorFrom(row), debts });
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
