import { appendFileSync, createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ImportFinding } from '$lib/cases';

/** How many findings are held in memory. */
const HELD = 2_000;

/**
 * What an import has to say, line by line. A file may be wrong a million times: the first findings are held in
 * memory, the others wait in a temporary file that only this account reads and that `close` deletes.
 */
export class Findings {
  #total = 0;
  readonly #first: ImportFinding[] = [];
  #waiting: string[] = [];
  #folder: string | null = null;

  /** How many there are. */
  get total(): number {
    return this.#total;
  }

  /** Adds one. */
  add(finding: ImportFinding): void {
    this.#total += 1;
    if (this.#first.length < HELD) this.#first.push(finding);
    else this.#waiting.push(oneLine(finding));
    if (this.#waiting.length >= HELD) this.#flush();
  }

  /** The first ones, at most `count`. */
  first(count: number): readonly ImportFinding[] {
    return this.#first.slice(0, count);
  }

  /** All of them, in the order they were added. */
  async *all(): AsyncGenerator<ImportFinding> {
    yield* this.#first;
    if (this.#waiting.length > 0) this.#flush();
    if (this.#folder === null) return;
    const lines = createInterface({ input: createReadStream(this.#file()), crlfDelay: Infinity });
    for await (const line of lines) yield JSON.parse(line) as ImportFinding;
  }

  /** Deletes the temporary file. To be called once nobody reads them any more. */
  close(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  #flush(): void {
    this.#folder ??= mkdtempSync(path.join(tmpdir(), 'oxygene-import-'));
    appendFileSync(this.#file(), `${this.#waiting.join('\n')}\n`, { mode: 0o600 });
    this.#waiting = [];
  }

  #file(): string {
    return path.join(this.#folder ?? '', 'findings.jsonl');
  }
}

/** JSON without the two separators that a reader of lines takes for the end of one. */
function oneLine(finding: ImportFinding): string {
  return JSON.stringify(finding).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
