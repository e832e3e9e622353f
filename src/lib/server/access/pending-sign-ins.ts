import { and, eq, gt } from 'drizzle-orm';
import type { CaseId, Id } from '$lib/kernel';
import { database } from '../db';
import { pendingSignIns } from '../db/schema/access';
import { randomSecret, sha256Hex } from '../platform/crypto';
import { now, vault } from '../platform/runtime';

/** How long a sign-in under way stays open. */
export const PENDING_MINUTES = 30;

/** What was given so far: a code is on its way, or one of the three secrets was given. */
export type PendingStage = 'code_sent' | 'link' | 'letter_code' | 'one_time_code';

/** A sign-in under way. */
export interface PendingSignIn {
  /** Null for a decoy: the reference does not exist, and nothing may show it. */
  readonly caseId: CaseId | null;
  readonly stage: PendingStage;
  readonly letterCodeId: Id<'letter-code'> | null;
  /** What tries are counted by: the same for a decoy. */
  readonly subject: string;
  readonly expiresAt: Date;
}

/** Opens a sign-in under way and answers its secret, for the cookie. */
export async function openPending(pending: {
  readonly caseId: CaseId | null;
  readonly stage: PendingStage;
  readonly letterCodeId?: Id<'letter-code'>;
  /** What was typed or the id of the case; only its fingerprint is kept. */
  readonly subject: string;
}): Promise<string> {
  const secret = randomSecret(256);
  const at = now();
  await database()
    .orm.insert(pendingSignIns)
    .values({
      tokenHash: sha256Hex(secret),
      pendingCaseId: pending.caseId,
      stage: pending.stage,
      letterCodeId: pending.letterCodeId ?? null,
      subject: vault().fingerprint(pending.subject, 'pending'),
      createdAt: at,
      expiresAt: endOf(at)
    });
  return secret;
}

/** The sign-in under way of this secret; null when there is none or its time is over. */
export async function readPending(secret: string): Promise<PendingSignIn | null> {
  const [row] = await database()
    .orm.select()
    .from(pendingSignIns)
    .where(and(eq(pendingSignIns.tokenHash, sha256Hex(secret)), gt(pendingSignIns.expiresAt, now())));
  if (!row) return null;
  return {
    caseId: row.pendingCaseId as CaseId | null,
    stage: row.stage as PendingStage,
    letterCodeId: row.letterCodeId as Id<'letter-code'> | null,
    subject: row.subject,
    expiresAt: row.expiresAt
  };
}

/** Keeps a sign-in open for its usual time after an instant: who was asked to wait finds her place again. */
export async function extendPending(secret: string, from: Date): Promise<void> {
  await database()
    .orm.update(pendingSignIns)
    .set({ expiresAt: endOf(from) })
    .where(eq(pendingSignIns.tokenHash, sha256Hex(secret)));
}

/** Ends a sign-in under way; says whether it was still there, so that of two twins only one gets in. */
export async function closePending(secret: string): Promise<boolean> {
  const gone = await database()
    .orm.delete(pendingSignIns)
    .where(eq(pendingSignIns.tokenHash, sha256Hex(secret)))
    .returning({ tokenHash: pendingSignIns.tokenHash });
  return gone.length > 0;
}

function endOf(from: Date): Date {
  return new Date(from.getTime() + PENDING_MINUTES * 60_000);
}
