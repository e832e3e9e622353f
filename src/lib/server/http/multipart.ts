/** One piece of a multipart body, in order. */
export type MultipartEvent =
  | { readonly kind: 'part'; readonly name: string; readonly fileName: string | null }
  | { readonly kind: 'data'; readonly bytes: Buffer }
  | { readonly kind: 'end' };

/** The body is not what its content type says, or stops in the middle. */
export class BrokenMultipart extends Error {
  constructor() {
    super('broken_multipart');
    this.name = 'BrokenMultipart';
  }
}

const HEAD_END = Buffer.from('\r\n\r\n');
const MAX_HEAD_BYTES = 16 * 1024;

/** The boundary a content type announces; null when it is not a form with files. */
export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? ''
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Reads a form with files (RFC 7578) as a stream: no file is ever held in memory. Throws {@link BrokenMultipart} when
 * the body is cut short or is no such form.
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string
): AsyncGenerator<MultipartEvent> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // the first boundary has no line before it
  let held: Buffer = Buffer.from('\r\n');
  let state: 'preamble' | 'head' | 'data' | 'over' = 'preamble';
  for await (const chunk of body) {
    if (state === 'over') continue;
    held = Buffer.concat([held, chunk]);
    for (;;) {
      if (state === 'head') {
        const head = takeHead(held);
        if (head === null) break;
        if (head === 'over') {
          state = 'over';
          break;
        }
        yield { kind: 'part', ...describe(head.text) };
        held = held.subarray(head.length);
        state = 'data';
      }
      const at = held.indexOf(delimiter);
      if (at === -1) {
        // the end of what is held may be the beginning of a boundary
        const safe = Math.max(0, held.length - delimiter.length);
        if (state === 'data' && safe > 0) yield { kind: 'data', bytes: held.subarray(0, safe) };
        held = held.subarray(safe);
        break;
      }
      if (state === 'data') {
        if (at > 0) yield { kind: 'data', bytes: held.subarray(0, at) };
        yield { kind: 'end' };
      }
      held = held.subarray(at + delimiter.length);
      state = 'head';
    }
  }
  if (state !== 'over') throw new BrokenMultipart();
}

/** After a boundary: `--` ends the form, otherwise the head of a part; null when more bytes are needed. */
function takeHead(held: Buffer): { text: string; length: number } | 'over' | null {
  if (held.length < 2) return null;
  if (held.subarray(0, 2).toString('latin1') === '--') return 'over';
  const end = held.indexOf(HEAD_END);
  if (end === -1) {
    if (held.length > MAX_HEAD_BYTES) throw new BrokenMultipart();
    return null;
  }
  return { text: held.subarray(0, end).toString('utf8'), length: end + HEAD_END.length };
}

function describe(head: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = quotedValue(disposition, 'name');
  if (name === null) throw new BrokenMultipart();
  return { name, fileName: quotedValue(disposition, 'filename') };
}

/** Browsers write a quote inside a name as %22, and line ends as %0D%0A. */
function quotedValue(disposition: string, key: string): string | null {
  const found = new RegExp(`[;\\s]${key}="([^"]*)"`, 'i').exec(disposition);
  return found ? found[1]!.replaceAll('%22', '"').replace(/%0D|%0A/gi, ' ') : null;
}
