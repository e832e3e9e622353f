import { and, eq, gt, isNull } from 'drizzle-orm';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';
import { accessLinks } from '../db/schema/access';
import { randomSecret, sha256Hex } from '../platform/crypto';

/** How long a link may be exchanged. */
export const LINK_HOURS = 72;

/** Makes a link for a case and answers its secret (128 bits), of which only the hash is kept. */
export async function createLink(tx: Transaction, caseId: CaseId, at: Date): Promise<string> {
  const secret = randomSecret(128);
  await tx.insert(accessLinks).values({
    tokenHash: sha256Hex(secret),
    caseId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + LINK_HOURS * 3_600_000)
  });
  return secret;
}

/** The case a link would open now, without using it up: pages opened by scanners change nothing. */
export async function peekLink(tx: Transaction, secret: string, at: Date): Promise<CaseId | null> {
  const [row] = await tx.select({ caseId: accessLinks.caseId }).from(accessLinks).where(isAlive(secret, at));
  return (row?.caseId as CaseId | undefined) ?? null;
}

/** Uses up a link; null when it is unknown, used or too old. One statement: of two twins one wins. */
export async function useLink(tx: Transaction, secret: string, at: Date): Promise<CaseId | null> {
  const [row] = await tx
    .update(accessLinks)
    .set({ usedAt: at })
    .where(isAlive(secret, at))
    .returning({ caseId: accessLinks.caseId });
  return (row?.caseId as CaseId | undefined) ?? null;
}

function isAlive(secret: string, at: Date) {
  return and(
    eq(accessLinks.tokenHash, sha256Hex(secret)),
    isNull(accessLinks.usedAt),
    gt(accessLinks.expiresAt, at)
  );
}
