import { sql, type SQL } from 'drizzle-orm';
import { territoryOfPostcode, timeZoneOfPostcode, type PortfolioRow } from '$lib/cases';
import type { CaseId, Id, TeamId } from '$lib/kernel';
import { registerCaseReferences } from '../../access';
import type { Transaction } from '../../db';
import { newId } from '../../platform/ids';
import type { BatchPlan, DebtUpdate } from './plan-batch';

/** One list of objects as a parameter: each statement below is sent once for a whole batch. */
const rowsOf = (rows: readonly object[], columns: string): SQL =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (${sql.raw(columns)})`;
const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** Names this lock among the advisory locks of the database: batches of two imports take turns. */
const IMPORT_LOCK = 6_992_904_714;

/** Waits until no other import is in the middle of a batch; let go with the transaction. */
export async function takeImportTurn(tx: Transaction): Promise<void> {
  // waiting for a turn is no slow query: the limit of the pool is for those that somebody waits for
  await tx.execute(sql`set local statement_timeout to '120s'`);
  await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
}

/** Opens cases: the file, its person, and the reference by which she comes in. */
export async function openCases(
  tx: Transaction,
  opened: BatchPlan['openedCases'],
  teamId: TeamId,
  at: Date
): Promise<void> {
  if (opened.length === 0) return;
  const cases = opened.map(({ caseId, row }) => ({
    id: caseId,
    reference: row.reference,
    display_name: `${row.firstName} ${row.lastName}`,
    first_name: row.firstName,
    city: row.city,
    territory: territoryOfPostcode(row.postcode),
    time_zone: timeZoneOfPostcode(row.postcode)
  }));
  await tx.execute(sql`
    insert into case_files (id, reference, team_id, display_name, first_name, city, territory, time_zone, created_at, updated_at)
    select id, reference, ${teamId}::uuid, display_name, first_name, city, territory, time_zone, ${instant(at)}, ${instant(at)}
    from ${rowsOf(cases, 'id uuid, reference text, display_name text, first_name text, city text, territory text, time_zone text')}`);
  await registerCaseReferences(
    tx,
    opened.map(({ caseId, row }) => ({ reference: row.reference, caseId }))
  );
  await insertDebtors(tx, opened, at);
}

async function insertDebtors(tx: Transaction, opened: BatchPlan['openedCases'], at: Date): Promise<void> {
  const debtors = opened.map(({ caseId, row }) => ({
    case_id: caseId,
    id: newId<'debtor'>(at),
    title: row.title,
    last_name: row.lastName,
    first_name: row.firstName,
    birth_date: row.birthDate,
    address: row.address,
    postcode: row.postcode,
    city: row.city,
    email: row.email,
    phone: row.phone
  }));
  await tx.execute(sql`
    insert into debtors (case_id, id, title, last_name, first_name, birth_date, address, postcode, city, email, phone, created_at, updated_at)
    select case_id, id, title, last_name, first_name, birth_date, address, postcode, city, email, phone, ${instant(at)}, ${instant(at)}
    from ${rowsOf(debtors, 'case_id uuid, id uuid, title text, last_name text, first_name text, birth_date date, address text, postcode text, city text, email text, phone text')}`);
}

/** Writes what the file says otherwise of people we know, on them and on what lists show of their cases. */
export async function moveDebtors(
  tx: Transaction,
  moved: BatchPlan['movedDebtors'],
  at: Date
): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ caseId, facts, territory, timeZone }) => ({
    case_id: caseId,
    ...facts,
    territory,
    time_zone: timeZone
  }));
  const given = rowsOf(
    rows,
    'case_id uuid, title text, address text, postcode text, city text, email text, phone text, territory text, time_zone text'
  );
  await tx.execute(sql`
    update debtors set title = given.title, address = given.address, postcode = given.postcode, city = given.city,
      email = given.email, phone = given.phone, updated_at = ${instant(at)}
    from ${given} where debtors.case_id = given.case_id`);
  await tx.execute(sql`
    update case_files set city = given.city, territory = given.territory, time_zone = given.time_zone,
      updated_at = ${instant(at)}
    from ${given} where case_files.id = given.case_id`);
}

const DEBT_SHAPE =
  'case_id uuid, id uuid, creditor_id uuid, creditor_name text, mandate_reference text, contract_reference text, kind debt_kind, contract_on date, first_unpaid_on date, principal_cents bigint, interest_cents bigint, accessories_cents bigint, paid_cents bigint, letter_reference text, letter_sent_on date, limitation limitation_status, limitation_ends_on date, moves_limitation boolean';

function debtRow(caseId: CaseId, debtId: Id<'debt'>, row: PortfolioRow) {
  return {
    case_id: caseId,
    id: debtId,
    creditor_name: row.creditorName,
    mandate_reference: row.mandateReference,
    contract_reference: row.contractReference,
    kind: row.kind,
    contract_on: row.contractOn,
    first_unpaid_on: row.firstUnpaidOn,
    principal_cents: row.principalCents,
    interest_cents: row.interestCents,
    accessories_cents: row.accessoriesCents,
    paid_cents: row.paidCents,
    letter_reference: row.letterReference,
    letter_sent_on: row.letterSentOn,
    limitation: row.limitation.status,
    limitation_ends_on: row.limitation.status === 'unknown' ? null : row.limitation.endsOn
  };
}

/** Adds debts to cases. `creditorIds` holds the creditor of every name in them. */
export async function insertDebts(
  tx: Transaction,
  debts: BatchPlan['newDebts'],
  creditorIds: ReadonlyMap<string, string>,
  at: Date
): Promise<void> {
  if (debts.length === 0) return;
  const rows = debts.map(({ caseId, debtId, row }) => ({
    ...debtRow(caseId, debtId, row),
    creditor_id: creditorIds.get(row.creditorName)
  }));
  await tx.execute(sql`
    insert into debts (case_id, id, creditor_id, creditor_name, mandate_reference, contract_reference, kind, contract_on,
      first_unpaid_on, principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference, letter_sent_on,
      limitation, limitation_ends_on, created_at, updated_at)
    select case_id, id, creditor_id, creditor_name, mandate_reference, contract_reference, kind, contract_on,
      first_unpaid_on, principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference, letter_sent_on,
      limitation, limitation_ends_on, ${instant(at)}, ${instant(at)}
    from ${rowsOf(rows, DEBT_SHAPE)}`);
}

/**
 * Writes what the file says otherwise of debts, and keeps what was. When the kind or the first missed payment moved,
 * the limitation is computed anew and a human has to look again; otherwise both stay as they are.
 */
export async function updateDebts(
  tx: Transaction,
  updates: readonly DebtUpdate[],
  runId: Id<'import'>,
  at: Date
): Promise<void> {
  if (updates.length === 0) return;
  const rows = updates.map(({ caseId, debtId, row, movesLimitation }) => ({
    ...debtRow(caseId, debtId, row),
    moves_limitation: movesLimitation
  }));
  await tx.execute(sql`
    update debts set kind = given.kind, mandate_reference = given.mandate_reference, contract_on = given.contract_on,
      first_unpaid_on = given.first_unpaid_on, principal_cents = given.principal_cents,
      interest_cents = given.interest_cents, accessories_cents = given.accessories_cents,
      paid_cents = given.paid_cents, letter_reference = given.letter_reference, letter_sent_on = given.letter_sent_on,
      limitation = case when moves_limitation then given.limitation else debts.limitation end,
      limitation_ends_on = case when moves_limitation then given.limitation_ends_on else debts.limitation_ends_on end,
      limitation_review = case when moves_limitation then null else limitation_review end,
      reviewed_by = case when moves_limitation then null else reviewed_by end,
      reviewed_at = case when moves_limitation then null else reviewed_at end,
      updated_at = ${instant(at)}
    from ${rowsOf(rows, DEBT_SHAPE)}
    where debts.case_id = given.case_id and debts.id = given.id`);
  const changes = updates.flatMap(({ caseId, debtId, changes: moved }) =>
    moved.map(({ column, before, after }) => ({
      case_id: caseId,
      id: newId<'debt-change'>(at),
      debt_id: debtId,
      field: column,
      before,
      after
    }))
  );
  await tx.execute(sql`
    insert into debt_changes (case_id, id, debt_id, field, before, after, import_run_id, changed_at)
    select case_id, id, debt_id, field, before, after, ${runId}::uuid, ${instant(at)}
    from ${rowsOf(changes, 'case_id uuid, id uuid, debt_id uuid, field text, before text, after text')}`);
}

/** Says on the cases of new or changed debts that something changed. */
export async function touchCases(tx: Transaction, caseIds: readonly CaseId[], at: Date): Promise<void> {
  if (caseIds.length === 0) return;
  await tx.execute(sql`
    update case_files set updated_at = ${instant(at)}
    where id = any (array(select json_array_elements_text(${JSON.stringify(caseIds)}::json)::uuid))`);
}
