import { once } from 'node:events';
import type { ImportFinding } from '../../lib/cases';
import type { ImportedPortfolio } from '../../lib/server/cases';

/** What a report is printed from. */
export type PrintedImport = Pick<ImportedPortfolio, 'totals'> & {
  readonly refused: { all(): AsyncIterable<ImportFinding> };
  readonly warnings: { all(): AsyncIterable<ImportFinding> };
};

/** Prints the report as one JSON object, finding by finding: there may be a million of them. */
export async function printAsJson({ totals, refused, warnings }: PrintedImport): Promise<void> {
  const { file, rows, cases, debts } = totals;
  await write(JSON.stringify({ file, rows, cases, debts }).slice(0, -1));
  await writeList(',"refused":[', refused.all());
  await writeList('],"warnings":[', warnings.all());
  await write(']}\n');
}

/** The report of a file of which nothing could be read: one refusal that says why. */
export function refusedFileReport(file: string, reason: string, message: string): PrintedImport {
  const none = { created: 0, updated: 0, unchanged: 0 };
  const finding: ImportFinding = { record: 1, case: '', column: '*', reason, message };
  return {
    totals: { file, rows: 0, cases: none, debts: none },
    refused: { all: () => listed([finding]) },
    warnings: { all: () => listed([]) }
  };
}

async function* listed<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function writeList(before: string, findings: AsyncIterable<ImportFinding>): Promise<void> {
  await write(before);
  let separator = '';
  for await (const finding of findings) {
    await write(`${separator}${JSON.stringify(finding)}`);
    separator = ',';
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
