import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { CaseId, Id } from '$lib/kernel';
import type { Transaction } from '../db';
import { oneTimeCodes } from '../db/schema/access';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';
import { randomDigits } from './random-code';
import { slowHash } from './slow-hash';

/** How long a code sent by e-mail or SMS opens. */
export const ONE_TIME_CODE_MINUTES = 10;
const TRIES = 5;

/** What a one-time code is for. */
export type CodePurpose = 'sign_in' | 'confirm_channel';

/** Where a one-time code goes. */
export type CodeChannel = 'email' | 'sms';

/** A code taken for one try. */
export interface TriedCode {
  readonly id: Id<'one-time-code'>;
  readonly codeHash: string;
  readonly channel: CodeChannel;
  /** The address or number being confirmed; null for a sign-in. */
  readonly recipient: string | null;
  readonly triesLeft: number;
}

const context = (caseId: CaseId) => `one_time_codes.recipient:${caseId}`;

/** Six digits and their hash, made before it is known whether anyone will get them: it takes as long for nobody. */
export async function drawOneTimeCode(): Promise<{ code: string; codeHash: string }> {
  const code = randomDigits();
  return { code, codeHash: await slowHash(code) };
}

/** Keeps a code; those sent before for the same purpose are void. */
export async function keepOneTimeCode(
  tx: Transaction,
  caseId: CaseId,
  code: {
    readonly purpose: CodePurpose;
    readonly channel: CodeChannel;
    readonly codeHash: string;
    readonly recipient?: string;
  },
  at: Date
): Promise<void> {
  await tx
    .update(oneTimeCodes)
    .set({ triesLeft: 0 })
    .where(and(eq(oneTimeCodes.caseId, caseId), eq(oneTimeCodes.purpose, code.purpose)));
  await tx.insert(oneTimeCodes).values({
    caseId,
    id: newId(at),
    purpose: code.purpose,
    channel: code.channel,
    recipientSealed: code.recipient === undefined ? null : vault().seal(code.recipient, context(caseId)),
    codeHash: code.codeHash,
    triesLeft: TRIES,
    createdAt: at,
    expiresAt: new Date(at.getTime() + ONE_TIME_CODE_MINUTES * 60_000)
  });
}

/** Takes one try from the living code of a case; null when there is none. One statement: no try is given twice. */
export async function takeCodeTry(
  tx: Transaction,
  caseId: CaseId,
  purpose: CodePurpose,
  at: Date
): Promise<TriedCode | null> {
  const newest = tx
    .select({ id: oneTimeCodes.id })
    .from(oneTimeCodes)
    .where(
      and(
        eq(oneTimeCodes.caseId, caseId),
        eq(oneTimeCodes.purpose, purpose),
        isNull(oneTimeCodes.usedAt),
        gt(oneTimeCodes.expiresAt, at),
        gt(oneTimeCodes.triesLeft, 0)
      )
    )
    .orderBy(desc(oneTimeCodes.id))
    .limit(1);
  const [row] = await tx
    .update(oneTimeCodes)
    .set({ triesLeft: sql`${oneTimeCodes.triesLeft} - 1` })
    .where(and(eq(oneTimeCodes.caseId, caseId), eq(oneTimeCodes.id, newest), gt(oneTimeCodes.triesLeft, 0)))
    .returning();
  if (!row) return null;
  return {
    id: row.id as Id<'one-time-code'>,
    codeHash: row.codeHash,
    channel: row.channel as CodeChannel,
    recipient: row.recipientSealed === null ? null : vault().open(row.recipientSealed, context(caseId)),
    triesLeft: row.triesLeft
  };
}

/** Uses up a code that was typed right; false when a twin was faster. */
export async function useOneTimeCode(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'one-time-code'>,
  at: Date
): Promise<boolean> {
  const used = await tx
    .update(oneTimeCodes)
    .set({ usedAt: at })
    .where(and(eq(oneTimeCodes.caseId, caseId), eq(oneTimeCodes.id, id), isNull(oneTimeCodes.usedAt)))
    .returning({ id: oneTimeCodes.id });
  return used.length > 0;
}
