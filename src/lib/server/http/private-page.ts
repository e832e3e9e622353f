import { transcode } from 'node:buffer';
import { randomUUID } from 'node:crypto';

/** Doors and everything behind them: kept by no cache. */
const PRIVATE = /^\/(\((access|debtor|staff)\)|avis)\//;

/** Whether pages of this route may be kept by no cache. */
export function isPrivateRoute(route: string | null): boolean {
  return PRIVATE.test(route ?? '');
}

/** Stands in a private page where its styles belong; nobody who writes something that a page shows can know it. */
export const STYLES_HERE = randomUUID();

/** The styles that stand in a page, by their file. They are the same in each answer of a route. */
export type PageStyles = ReadonlyMap<string, string>;

/**
 * The answer that holds a page that may not be kept: `page` with `styles` put in for {@link STYLES_HERE}; what they say depends
 * on where `assets` are from this page, and on nothing else. The framework would write the styles anew into each page, two
 * thirds of what it says, hash all to its last character for an etag, which is of use to a cache only, and make its answer
 * twice over: a sixth of the processor time of her first page. In the build, it asks this in place of that
 * (src/bin/start/changed-libraries.ts).
 */
export function privatePage(
  page: string,
  { status, headers }: { readonly status: number; readonly headers: Headers },
  styles: PageStyles,
  assets: string
): Response {
  const bytes = bytesOf(page, styles, assets);
  headers.set('content-length', String(bytes.byteLength));
  return new WholePage(bytes, { status, headers });
}

/**
 * An answer that is there as a whole. The platform's own copies what it is given and makes a stream of it, which is then read
 * in several turns: a twenty-fifth of the processor time of her first page. What sends answers asks for a reader of the body, or
 * for its text, and for nothing else; whoever makes another answer of this body is told that it cannot be.
 */
class WholePage extends Response {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>, init: ResponseInit) {
    super(null, init);
    this.#bytes = bytes;
  }

  override get body() {
    // what sends an answer asks nothing of it that a WholeBody has not
    return new WholeBody(this.#bytes) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  }

  override text() {
    return Promise.resolve(new TextDecoder().decode(this.#bytes));
  }

  override clone(): never {
    throw new Error(ONCE);
  }
}

const ONCE = 'A private page is sent as it is: no other answer is made of it';

/** As much of a stream as what sends an answer asks of it: everything in one piece, then the end. */
class WholeBody {
  readonly locked = false;
  #left: Uint8Array | undefined;

  constructor(bytes: Uint8Array) {
    this.#left = bytes;
  }

  getReader() {
    return this;
  }

  read() {
    const value = this.#left;
    this.#left = undefined;
    return { done: value === undefined, value };
  }

  cancel() {
    this.#left = undefined;
    return Promise.resolve();
  }

  toString(): never {
    throw new Error(ONCE);
  }
}

function bytesOf(page: string, styles: PageStyles, assets: string): Uint8Array<ArrayBuffer> {
  const at = page.indexOf(STYLES_HERE);
  if (at === -1) return utf8(page);
  const parts = [
    utf8(page.slice(0, at)),
    writtenStyles(styles, assets),
    utf8(page.slice(at + STYLES_HERE.length))
  ];
  return Buffer.concat(parts);
}

const written = new Map<string, Uint8Array>();

function writtenStyles(styles: PageStyles, assets: string): Uint8Array {
  const key = [assets, ...styles.keys()].join('\n');
  const known = written.get(key);
  if (known) return known;
  const bytes = new TextEncoder().encode([...styles.values()].join('\n'));
  written.set(key, bytes);
  return bytes;
}

/**
 * A page is built of hundreds of pieces and has letters beyond Latin-1, which encoders take one by one: 90 µs for 31,000
 * letters, 30 by way of UTF-16.
 */
function utf8(text: string): Uint8Array<ArrayBuffer> {
  try {
    return transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8') as Buffer<ArrayBuffer>;
  } catch {
    // half of a character that was cut in two stops it; the encoder puts a mark in its place
    return new TextEncoder().encode(text);
  }
}
