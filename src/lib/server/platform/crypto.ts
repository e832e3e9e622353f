import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes
} from 'node:crypto';

/** Keys that seal sensitive columns: the first is used for writing, all for reading. 32 bytes each. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Seals and opens text of special category and free text (AES-256-GCM, key id beside the value). */
export interface Vault {
  /** The id of the key that seals. */
  readonly currentKeyId: string;
  /** Seals `plain` for one place (`context`, such as `answers.value:<case id>`): it cannot be opened elsewhere. */
  seal(plain: string, context: string): string;
  /** Opens what {@link seal} made for the same place. Throws when the key is unknown or the text was altered. */
  open(sealed: string, context: string): string;
  /** Whether the value is sealed with another key than the current one, so that rotation must seal it again. */
  isStale(sealed: string): boolean;
  /**
   * A keyed fingerprint of something that is not secret by itself (a network address, a reference), so that it can be
   * counted without being kept. Another purpose gives another one; so does another current key.
   */
  fingerprint(text: string, purpose: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A vault over one or more keys; the first is current. Throws when there is none or one is not 32 bytes. */
export function makeVault(keys: readonly DataKey[]): Vault {
  const current = keys[0];
  if (!current) throw new Error('No data key');
  for (const key of keys) {
    if (key.bytes.length !== 32) throw new Error(`Data key ${key.id} is not 32 bytes long`);
  }
  // made once: from bytes, each cipher would make its own, which costs three times the opening itself
  const byId = new Map(keys.map((key) => [key.id, createSecretKey(key.bytes)]));
  const currentKey = createSecretKey(current.bytes);
  return {
    currentKeyId: current.id,
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      const dot = sealed.indexOf('.');
      const key = byId.get(sealed.slice(0, dot));
      if (!key) throw new Error(`Sealed with an unknown data key: ${sealed.slice(0, dot)}`);
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return (
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    },
    isStale: (sealed) => !sealed.startsWith(`${current.id}.`),
    fingerprint(text, purpose) {
      const key = Buffer.from(hkdfSync('sha256', current.bytes, 'oxygene', `fingerprint:${purpose}`, 32));
      return createHmac('sha256', key).update(text).digest('base64url');
    }
  };
}

/** A key derived from a secret that only its holder knows (a survey link), for one use named by `purpose`. */
export function keyFromSecret(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'oxygene', purpose, 32));
}

/** The SHA-256 of a secret of high entropy (links, session ids), in hex: what is kept at rest. */
export function sha256Hex(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** A random secret of `bits` bits (128 by default), safe in an address. */
export function randomSecret(bits = 128): string {
  return randomBytes(Math.ceil(bits / 8)).toString('base64url');
}
