import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import type { InspectedFile } from './inspect-file';

/**
 * Why a file cannot be read on: a quote opens in this record and nothing closes it, or the record is longer than any
 * honest one (often for the same reason). The rest of the file cannot be told apart.
 */
export type RecordFault = 'quote_never_closed' | 'record_too_long';

/** One record of a file: its number (the head is 1), and its cells, or why reading had to stop there. */
export interface FileRecord {
  readonly record: number;
  readonly cells: readonly string[] | RecordFault;
  /** How much of the file was read so far. */
  readonly bytesRead: number;
}

/** No honest record has more bytes; a quote never closed would otherwise swallow the rest of the file. */
export const LONGEST_RECORD = 64 * 1024;

/** What is read from the disk at once: about a thousand records. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The records of a file, head included, as a stream of lists (a promise for each record would cost more than the
 * record): memory does not grow with the file. A quoted cell may hold separators, doubled quotes and line breaks; a
 * quote inside an unquoted cell is a character; empty lines are no records.
 */
export async function* readRecords(file: InspectedFile): AsyncGenerator<readonly FileRecord[]> {
  const source = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const decoder = file.encoding === 'utf-8' ? null : new TextDecoder(file.encoding);
  let record = 0;
  let found: FileRecord[] = [];
  let failure: unknown = null;
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    // taken here and not from the stream, which forgets the records before an error
    on_record: (cells: string[]) => {
      record += 1;
      found.push({ record, cells, bytesRead: source.bytesRead });
      return null;
    }
  });
  parser.on('error', (error) => (failure = error));
  parser.resume();
  for await (const chunk of source as AsyncIterable<Buffer>) {
    if (failure !== null) break;
    parser.write(decoder ? decoder.decode(chunk, { stream: true }) : chunk);
    yield found;
    found = [];
  }
  if (failure === null) {
    // not events.once(), which would throw the very error that is looked at below
    const closed = new Promise((resolve) => parser.once('close', resolve));
    parser.end(decoder?.decode() ?? '');
    await closed;
  }
  if (failure !== null) found.push({ record: record + 1, cells: faultOf(failure), bytesRead: file.bytes });
  yield found;
}

function faultOf(failure: unknown): RecordFault {
  const code = failure instanceof CsvError ? failure.code : null;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'quote_never_closed';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'record_too_long';
  throw failure;
}
