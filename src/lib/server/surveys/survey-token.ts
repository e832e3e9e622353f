import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { parseId, type CaseId } from '$lib/kernel';
import { keyFromSecret, randomSecret, sha256Hex } from '../platform/crypto';

/** A fresh survey link: the secret goes to the person only, its hash and the sealed case stay here. */
export interface SurveyToken {
  readonly secret: string;
  readonly hash: string;
  readonly sealedCase: string;
}

const PURPOSE = 'survey';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes a link that knows its case without anybody else being able to tell: the case is sealed with a key derived from
 * the secret, and the secret is not kept. Only who opens the link and asks to be called back reveals it.
 */
export function makeSurveyToken(caseId: CaseId): SurveyToken {
  const secret = randomSecret(128);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFromSecret(secret, PURPOSE), nonce);
  const body = Buffer.concat([cipher.update(caseId, 'utf8'), cipher.final()]);
  const sealedCase = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  return { secret, hash: sha256Hex(secret), sealedCase };
}

/** The case a link was made for. Throws when the secret does not belong to the sealed case. */
export function caseBehind(secret: string, sealedCase: string): CaseId {
  const bytes = Buffer.from(sealedCase, 'base64url');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFromSecret(secret, PURPOSE),
    bytes.subarray(0, NONCE_BYTES)
  );
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text =
    decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  const caseId = parseId<'case'>(text);
  if (!caseId) throw new Error('A survey link that seals no case');
  return caseId;
}

/** What is kept of a link, from the secret in the address. */
export function hashOfSecret(secret: string): string {
  return sha256Hex(secret);
}
