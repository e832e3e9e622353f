import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { LETTER_CODE_LENGTH } from '$lib/access';
import type { CaseId, Id } from '$lib/kernel';
import type { Transaction } from '../db';
import { letterCodes } from '../db/schema/access';
import { newId } from '../platform/ids';
import { randomCode } from './random-code';
import { matchesSlowly, slowHash } from './slow-hash';

/** How long the code of a letter opens the door. */
export const LETTER_CODE_DAYS = 90;

/** A second letter may be on its way while the first is still on the table: the two newest codes open. */
const CODES_TRIED = 2;

/** A code as kept. */
export interface KeptLetterCode {
  readonly id: Id<'letter-code'>;
  readonly codeHash: string;
}

/** A code for a letter that is not printed yet: it opens nothing before it is kept. */
export interface FreshLetterCode {
  /** To be printed, and stored nowhere. */
  readonly code: string;
  readonly codeHash: string;
}

/** Makes a code for a letter; only its argon2id hash may be kept. */
export async function makeLetterCode(): Promise<FreshLetterCode> {
  const code = randomCode(LETTER_CODE_LENGTH);
  return { code, codeHash: await slowHash(code) };
}

/** Keeps the code of a letter that will leave: one of a letter that does not would take the place of one that did. */
export async function keepLetterCode(
  tx: Transaction,
  caseId: CaseId,
  { codeHash }: FreshLetterCode,
  at: Date
): Promise<void> {
  const expiresAt = new Date(at.getTime() + LETTER_CODE_DAYS * 86_400_000);
  await tx.insert(letterCodes).values({ caseId, id: newId(at), codeHash, createdAt: at, expiresAt });
}

/** Makes a code, keeps it and answers it, for a letter that leaves whatever the rules say. */
export async function createLetterCode(tx: Transaction, caseId: CaseId, at: Date): Promise<string> {
  const fresh = await makeLetterCode();
  await keepLetterCode(tx, caseId, fresh, at);
  return fresh.code;
}

/** The codes that open a case now, the newest first. */
export async function livingLetterCodes(
  tx: Transaction,
  caseId: CaseId,
  at: Date
): Promise<KeptLetterCode[]> {
  const rows = await tx
    .select({ id: letterCodes.id, codeHash: letterCodes.codeHash })
    .from(letterCodes)
    .where(and(eq(letterCodes.caseId, caseId), isNull(letterCodes.usedAt), gt(letterCodes.expiresAt, at)))
    .orderBy(desc(letterCodes.id))
    .limit(CODES_TRIED);
  return rows as KeptLetterCode[];
}

/** Which of the codes was typed. Always as many slow comparisons, however many codes there are. */
export async function matchLetterCode(
  kept: readonly KeptLetterCode[],
  code: string
): Promise<Id<'letter-code'> | null> {
  let found: Id<'letter-code'> | null = null;
  for (let index = 0; index < CODES_TRIED; index++) {
    const one = kept[index];
    if (await matchesSlowly(one?.codeHash, code)) found = one?.id ?? null;
  }
  return found;
}

/** Uses up a code: she is in. False when it was used meanwhile. */
export async function useLetterCode(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'letter-code'>,
  at: Date
): Promise<boolean> {
  const used = await tx
    .update(letterCodes)
    .set({ usedAt: at })
    .where(and(eq(letterCodes.caseId, caseId), eq(letterCodes.id, id), isNull(letterCodes.usedAt)))
    .returning({ id: letterCodes.id });
  return used.length > 0;
}
