import {
  personKey,
  territoryOfPostcode,
  timeZoneOfPostcode,
  type PortfolioRow,
  type RowWarning
} from '$lib/cases';
import type { CaseId, Id } from '$lib/kernel';
import type { ImportMemory } from './import-memory';
import {
  DEBT_COLUMNS,
  DEBT_FIELDS,
  debtKey,
  type DebtFacts,
  type KnownCase,
  type KnownDebt,
  type KnownDebtor
} from './known-case';

/** One debt that moved: what was, by field, and what the file says now. */
export interface DebtUpdate {
  readonly caseId: CaseId;
  readonly debtId: Id<'debt'>;
  readonly row: PortfolioRow;
  readonly changes: readonly {
    readonly column: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** The kind or the first missed payment moved: its limitation has to be computed and reviewed anew. */
  readonly movesLimitation: boolean;
}

/** All that a batch writes, decided before anything is written; a dry run stops here. */
export interface BatchPlan {
  readonly openedCases: readonly { readonly caseId: CaseId; readonly row: PortfolioRow }[];
  readonly movedDebtors: readonly {
    readonly caseId: CaseId;
    readonly facts: Pick<KnownDebtor, 'title' | 'address' | 'postcode' | 'city' | 'email' | 'phone'>;
    readonly fields: readonly string[];
    readonly territory: string;
    readonly timeZone: string;
  }[];
  readonly newDebts: readonly {
    readonly caseId: CaseId;
    readonly debtId: Id<'debt'>;
    readonly row: PortfolioRow;
  }[];
  readonly updates: readonly DebtUpdate[];
  readonly unchangedDebts: number;
  readonly warnings: readonly { readonly record: number; readonly warning: RowWarning }[];
}

/** A line that was judged new in its file. */
export interface AcceptedLine {
  readonly record: number;
  readonly row: PortfolioRow;
  /** No line of its case was taken before in this file. */
  readonly isFirstOfCase: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/**
 * Decides what a batch of lines changes, from what is known of their cases. Only the first line of a case in the
 * file speaks for the person; an e-mail or phone missing there is taken from the next line that has one.
 */
export function planBatch(
  lines: readonly AcceptedLine[],
  known: ReadonlyMap<string, KnownCase>,
  memory: ImportMemory,
  makeId: <Kind extends string>() => Id<Kind>
): BatchPlan {
  const plan: Mutable<BatchPlan> = {
    openedCases: [],
    movedDebtors: [],
    newDebts: [],
    updates: [],
    unchangedDebts: 0,
    warnings: []
  };
  const opened = new Map<string, CaseId>();
  const contacts = contactsOf(lines);
  for (const line of lines) {
    const { row, record } = line;
    const there = known.get(row.reference);
    if (!there && line.isFirstOfCase) {
      const caseId = makeId<'case'>();
      opened.set(row.reference, caseId);
      plan.openedCases.push({ caseId, row: withContacts(row, contacts) });
      memory.settle(row.reference, 'created');
    } else if (there && line.isFirstOfCase) {
      const moved = moveDebtor(there, withContacts(row, contacts), record, plan.warnings);
      if (moved) plan.movedDebtors.push(moved);
      memory.settle(row.reference, moved ? 'updated' : 'unchanged');
    }
    planDebt(plan, line, there, opened.get(row.reference), memory, makeId);
  }
  plan.warnings.push(...remarksOnClosed(lines, known, plan));
  return plan;
}

/** The lines that change something of a case that is over: it stays over, and whoever imports is told. */
function remarksOnClosed(
  lines: readonly AcceptedLine[],
  known: ReadonlyMap<string, KnownCase>,
  plan: BatchPlan
): BatchPlan['warnings'] {
  const moved = new Set(plan.movedDebtors.map(({ caseId }) => caseId));
  const changed = new Set(plan.updates.map(({ row }) => row));
  return lines.flatMap(({ row, record, isFirstOfCase }) => {
    const there = known.get(row.reference);
    if (!there?.closedOn) return [];
    const isChange = changed.has(row) || (isFirstOfCase && moved.has(there.id));
    if (!isChange) return [];
    const { closedOn } = there;
    return [{ record, warning: { code: 'case_closed', column: 'reference_dossier', closedOn } as const }];
  });
}

function planDebt(
  plan: Mutable<BatchPlan>,
  { row }: AcceptedLine,
  there: KnownCase | undefined,
  openedId: CaseId | undefined,
  memory: ImportMemory,
  makeId: <Kind extends string>() => Id<Kind>
): void {
  const debt = there?.debts.get(debtKey(row.creditorName, row.contractReference));
  if (!there || !debt) {
    // in a dry run a case opened by an earlier batch has no id: nothing will be written of it
    const caseId = there?.id ?? openedId ?? makeId<'case'>();
    plan.newDebts.push({ caseId, debtId: makeId<'debt'>(), row });
    memory.settle(row.reference, 'updated');
    return;
  }
  const changes = changesOf(debt, row);
  if (changes.length === 0) {
    plan.unchangedDebts += 1;
    return;
  }
  const movesLimitation = debt.kind !== row.kind || debt.firstUnpaidOn !== row.firstUnpaidOn;
  plan.updates.push({ caseId: there.id, debtId: debt.id, row, changes, movesLimitation });
  memory.settle(row.reference, 'updated');
}

function changesOf(debt: KnownDebt, row: DebtFacts): DebtUpdate['changes'] {
  return DEBT_FIELDS.filter((field) => debt[field] !== row[field]).map((field) => ({
    column: DEBT_COLUMNS[field],
    before: debt[field] === null ? null : String(debt[field]),
    after: row[field] === null ? null : String(row[field])
  }));
}

type Contacts = Pick<PortfolioRow, 'email' | 'phone'>;

/** The first e-mail and the first phone that the lines of each case give. */
function contactsOf(lines: readonly AcceptedLine[]): ReadonlyMap<string, Contacts> {
  const contacts = new Map<string, Contacts>();
  for (const { row } of lines) {
    const { email, phone } = contacts.get(row.reference) ?? { email: null, phone: null };
    contacts.set(row.reference, { email: email ?? row.email, phone: phone ?? row.phone });
  }
  return contacts;
}

function withContacts(row: PortfolioRow, contacts: ReadonlyMap<string, Contacts>): PortfolioRow {
  return { ...row, ...contacts.get(row.reference) };
}

/**
 * What the file changes of a person we know. Her names stay as they are (they are the same but for accents and
 * case), an empty cell takes nothing away, and a contact that she confirmed herself is hers: sign-in codes go there.
 */
function moveDebtor(
  { id, debtor }: KnownCase,
  row: PortfolioRow,
  record: number,
  warnings: { record: number; warning: RowWarning }[]
): BatchPlan['movedDebtors'][number] | null {
  const keepsEmail = debtor.hasConfirmedEmail || row.email === null;
  const keepsPhone = debtor.hasConfirmedPhone || row.phone === null;
  if (debtor.hasConfirmedEmail && row.email !== null && row.email !== debtor.email)
    warnings.push({ record, warning: { code: 'contact_kept', column: 'email' } });
  if (debtor.hasConfirmedPhone && row.phone !== null && row.phone !== debtor.phone)
    warnings.push({ record, warning: { code: 'contact_kept', column: 'telephone' } });
  const facts = {
    title: row.title ?? debtor.title,
    address: row.address,
    postcode: row.postcode,
    city: row.city,
    email: keepsEmail ? debtor.email : row.email,
    phone: keepsPhone ? debtor.phone : row.phone
  };
  const fields = (Object.keys(facts) as (keyof typeof facts)[]).filter(
    (name) => facts[name] !== debtor[name]
  );
  if (fields.length === 0) return null;
  return {
    caseId: id,
    facts,
    fields,
    territory: territoryOfPostcode(row.postcode),
    timeZone: timeZoneOfPostcode(row.postcode)
  };
}

/** The key of the person of a known case; null when the case is new. */
export function knownPersonKey(there: KnownCase | undefined): string | null {
  return there ? personKey(there.debtor) : null;
}
