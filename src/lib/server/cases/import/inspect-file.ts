import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ok, refused, type Result } from '$lib/kernel';
import { Utf8Check } from './utf8-check';

/** What one look at a whole file tells, before any line of it is read. */
export interface InspectedFile {
  readonly path: string;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: ';' | ',' | '\t';
  readonly bytes: number;
  readonly sha256: string;
  /** Line breaks after the first line: about the number of rows, to show how far an import is. */
  readonly linesAbout: number;
}

/** Why a file cannot be a portfolio at all. `cause` is the system's code, for the rare ones. */
export type FileRefusal =
  | { readonly code: 'file_not_found' }
  | { readonly code: 'file_is_a_folder' }
  | { readonly code: 'file_forbidden' }
  | { readonly code: 'file_unreadable'; readonly cause: string }
  | { readonly code: 'file_empty' }
  /** Bytes of zero: a spreadsheet's own format, an archive, a picture, UTF-16. */
  | { readonly code: 'file_binary' }
  /** Neither UTF-8 nor Windows-1252 throughout: names would be garbled. */
  | { readonly code: 'file_mixed_encoding' };

const CHUNK_BYTES = 1 << 20;
const FIRST_LINE_BYTES = 1 << 16;
const LINE_FEED = 10;
/** One name in ten or more in the other encoding is two files joined; fewer were garbled before they came to us. */
const TOO_MANY_OTHERS = 10;

/**
 * Reads a file once from end to end, without keeping it: UTF-8 throughout is UTF-8, anything else Windows-1252
 * (every byte means something in it). A file that breaks somewhere although it has a UTF-8 mark, more good UTF-8
 * letters than bad ones, or accents that only UTF-8 writes so (two files joined) is refused rather than garbled.
 */
export async function inspectFile(path: string): Promise<Result<InspectedFile, FileRefusal>> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let bytes = 0;
  let lineFeeds = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, {
      highWaterMark: CHUNK_BYTES
    }) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return refused({ code: 'file_binary' });
      if (head.length < FIRST_LINE_BYTES) head = Buffer.concat([head, chunk.subarray(0, FIRST_LINE_BYTES)]);
      hash.update(chunk);
      utf8.add(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lineFeeds += 1;
    }
  } catch (error) {
    return refused(unreadable(error));
  }
  if (bytes === 0) return refused({ code: 'file_empty' });
  utf8.end();
  const encoding = encodingOf(utf8, head);
  if (encoding === null) return refused({ code: 'file_mixed_encoding' });
  const linesAbout = Math.max(lineFeeds - 1, 0);
  return ok({ path, encoding, delimiter: delimiterOf(head), bytes, sha256: hash.digest('hex'), linesAbout });
}

function encodingOf(utf8: Utf8Check, head: Buffer): InspectedFile['encoding'] | null {
  if (utf8.broken === 0) return 'utf-8';
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const isHalf = utf8.accents * TOO_MANY_OTHERS >= utf8.broken;
  return isMarked || utf8.good > utf8.broken || isHalf ? null : 'windows-1252';
}

/** The separator that the first line holds most of: names of columns hold none. */
function delimiterOf(head: Buffer): InspectedFile['delimiter'] {
  const [line = ''] = head.toString('latin1').split(/\r|\n/, 1);
  const count = (delimiter: string) => line.split(delimiter).length;
  const delimiters = [';', ',', '\t'] as const;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function unreadable(error: unknown): FileRefusal {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (cause === null) throw error;
  if (cause === 'ENOENT') return { code: 'file_not_found' };
  if (cause === 'EISDIR') return { code: 'file_is_a_folder' };
  return cause === 'EACCES' ? { code: 'file_forbidden' } : { code: 'file_unreadable', cause };
}
