import { systemActor, type Actor } from '$lib/access';
import type { ImportTally } from '$lib/cases';
import type { CaseId, Id, TeamId } from '$lib/kernel';
import { findCasesByReferences, receivingTeam } from '../../access';
import { recordAudits, type CaseAuditLine } from '../../audit';
import { enter, type Transaction } from '../../db';
import { newId } from '../../platform/ids';
import { now } from '../../platform/runtime';
import {
  insertDebts,
  moveDebtors,
  openCases,
  takeImportTurn,
  touchCases,
  updateDebts
} from './batch-repository';
import { CreditorRegister } from './creditors-repository';
import { Findings } from './findings';
import { ImportMemory } from './import-memory';
import { advanceRun } from './import-runs-repository';
import { refusalMessage, warningMessage } from './import-words';
import { judgeLines, type JudgedLines } from './judge-lines';
import { findKnownCases } from './known-cases-repository';
import { planBatch, type BatchPlan } from './plan-batch';
import type { PortfolioLine } from './read-portfolio-file';

/** What one run is given. */
export interface RunSettings {
  /** Null in a dry run: nothing is written then. */
  readonly runId: Id<'import'> | null;
  /** Who asked for it: named in the journal of each case. */
  readonly actor: Actor;
  /** The team of new cases; null for the oldest team. */
  readonly teamId: TeamId | null;
}

/** The permission under which cases come in, and the actor whose view is wide enough to find them again. */
export const IMPORT_ERRAND = { permission: 'portfolio.import' } as const;
/** Whoever asked, an import sees all cases: the same reference may be another team's. */
export const IMPORTER = systemActor('portfolio_import');

/**
 * One import under way. Each batch is one transaction that reads what it needs, decides, and writes: a run that is
 * killed leaves whole batches, and running the file again finds them unchanged.
 */
export class ImportRun {
  readonly refused = new Findings();
  readonly warnings = new Findings();
  readonly #settings: RunSettings;
  readonly #memory = new ImportMemory();
  readonly #creditors = new CreditorRegister();
  readonly #debts = { created: 0, updated: 0, unchanged: 0 };
  #rows = 0;
  #teamId: TeamId | null;

  constructor(settings: RunSettings) {
    this.#settings = settings;
    this.#teamId = settings.teamId;
  }

  /** How many lines were dealt with. */
  get rows(): number {
    return this.#rows;
  }

  /** What became of the cases so far. */
  get cases(): ImportTally {
    return { ...this.#memory.caseCounts };
  }

  /** What became of the debts so far. */
  get debts(): ImportTally {
    return { ...this.#debts };
  }

  /** Deals with the next lines of the file. Batches must follow one another. */
  async take(lines: readonly PortfolioLine[]): Promise<void> {
    const at = now();
    const { judged, plan, keep } = await enter(IMPORTER, IMPORT_ERRAND, async (tx) => {
      await takeImportTurn(tx);
      const known = await findKnownCases(tx, await findCasesByReferences(tx, referencesOf(lines)));
      const judgedLines = judgeLines(lines, known, this.#memory);
      const planned = planBatch(judgedLines.accepted, known, this.#memory, () => newId(at));
      const written = this.#settings.runId === null ? null : await this.#write(tx, planned, lines.length, at);
      return { judged: judgedLines, plan: planned, keep: written };
    });
    keep?.();
    this.#rows += lines.length;
    this.#debts.created += plan.newDebts.length;
    this.#debts.updated += plan.updates.length;
    this.#debts.unchanged += plan.unchangedDebts;
    this.#report(judged, plan);
  }

  async #write(tx: Transaction, plan: BatchPlan, lineCount: number, at: Date): Promise<() => void> {
    const { runId, actor } = this.#settings;
    if (runId === null) throw new Error('A dry run writes nothing');
    const rows = [...plan.newDebts, ...plan.updates].map(({ row }) => row);
    const { ids, keep } = await this.#creditors.idsFor(tx, rows, at);
    const teamId = (this.#teamId ??= await receivingTeam(tx, at));
    await openCases(tx, plan.openedCases, teamId, at);
    await moveDebtors(tx, plan.movedDebtors, at);
    await insertDebts(tx, plan.newDebts, ids, at);
    await updateDebts(tx, plan.updates, runId, at);
    const opened = new Set(plan.openedCases.map(({ caseId }) => caseId));
    const journal = journalOf(plan, opened, runId);
    const changed = journal.map(({ caseId }) => caseId).filter((caseId) => !opened.has(caseId));
    await touchCases(tx, changed, at);
    await recordAudits(tx, actor, journal, at);
    await advanceRun(tx, runId, this.#rows + lineCount, at);
    return keep;
  }

  #report(judged: JudgedLines, plan: BatchPlan): void {
    for (const { record, reference, said } of judged.refused) {
      const [first] = said;
      if (!first) continue;
      const { column, code } = first;
      this.refused.add({ record, case: reference, column, reason: code, message: refusalMessage(said) });
    }
    const referenceOf = new Map(judged.accepted.map(({ record, row }) => [record, row.reference as string]));
    const kept = plan.warnings.map(({ record, warning }) => ({
      record,
      reference: referenceOf.get(record) ?? '',
      said: warning
    }));
    const remarks = [...judged.warnings, ...judged.repeated, ...kept].sort((a, b) => a.record - b.record);
    for (const { record, reference, said } of remarks) {
      const { column, code } = said;
      this.warnings.add({ record, case: reference, column, reason: code, message: warningMessage(said) });
    }
  }
}

function referencesOf(lines: readonly PortfolioLine[]): string[] {
  const references = new Set<string>();
  for (const { outcome } of lines) if (outcome.taken) references.add(outcome.row.reference);
  return [...references];
}

/** One line of the journal for each case that was opened or changed, with numbers and names of columns only. */
function journalOf(plan: BatchPlan, opened: ReadonlySet<CaseId>, runId: Id<'import'>): CaseAuditLine[] {
  const sums = new Map<CaseId, { debtsAdded: number; debtsChanged: number; fields: Set<string> }>();
  const sumOf = (caseId: CaseId) => {
    const sum = sums.get(caseId) ?? { debtsAdded: 0, debtsChanged: 0, fields: new Set<string>() };
    sums.set(caseId, sum);
    return sum;
  };
  for (const { caseId } of plan.newDebts) sumOf(caseId).debtsAdded += 1;
  for (const { caseId, changes } of plan.updates) {
    const sum = sumOf(caseId);
    sum.debtsChanged += 1;
    for (const { column } of changes) sum.fields.add(column);
  }
  for (const { caseId, fields } of plan.movedDebtors)
    for (const field of fields) sumOf(caseId).fields.add(field);
  return [...sums].map(([caseId, { debtsAdded, debtsChanged, fields }]) => ({
    caseId,
    action: opened.has(caseId) ? 'case.opened' : 'case.reimported',
    detail: { importRunId: runId, debtsAdded, debtsChanged, fields: [...fields] }
  }));
}
