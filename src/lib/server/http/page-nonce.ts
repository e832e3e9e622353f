const BYTES = 16;

/** What chance gave for the nonces to come; those that are used are written over. */
const pool = new Uint8Array(256 * BYTES);
let next = pool.length;

/**
 * A fresh nonce for the content policy of one page: 128 random bits as base64. Takes the place of the framework's own in the
 * build (src/bin/start/changed-libraries.ts), which asks the system for each: 25 µs a page.
 */
export function pageNonce(): string {
  if (next === pool.length) {
    crypto.getRandomValues(pool);
    next = 0;
  }
  const bytes = pool.subarray(next, next + BYTES);
  next += BYTES;
  const nonce = Buffer.from(bytes).toString('base64');
  bytes.fill(0);
  return nonce;
}
