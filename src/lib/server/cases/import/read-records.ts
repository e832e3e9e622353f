import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { InspectedFile } from './inspect-file';

/** One record of a file: its number (the head is 1), and its cells, or null where reading had to stop. */
export interface FileRecord {
  readonly record: number;
  /** Null: a quote opens in this record and nothing closes it; the rest of the file cannot be told apart. */
  readonly cells: readonly string[] | null;
  /** How much of the file was read so far. */
  readonly bytesRead: number;
}

/** No honest line is longer; a quote never closed would otherwise swallow the rest of the file. */
const LONGEST_RECORD = 64 * 1024;

/**
 * The records of a file, head included, as a stream: memory does not grow with the file. A quoted cell may hold
 * separators, doubled quotes and line breaks; a quote inside an unquoted cell is a character; empty lines are no
 * records.
 */
export async function* readRecords(file: InspectedFile): AsyncGenerator<FileRecord> {
  const source = createReadStream(file.path, { highWaterMark: 1 << 18 });
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD
  });
  const text = file.encoding === 'utf-8' ? source : source.pipe(recoded(file.encoding));
  source.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let record = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      record += 1;
      yield { record, cells, bytesRead: source.bytesRead };
    }
  } catch (error) {
    if (!isUnclosedQuote(error)) throw error;
    yield { record: record + 1, cells: null, bytesRead: file.bytes };
  } finally {
    source.destroy();
  }
}

function isUnclosedQuote(error: unknown): boolean {
  return (
    error instanceof CsvError &&
    (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
  );
}

function recoded(encoding: string): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8'));
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode(), 'utf8'));
    }
  });
}
