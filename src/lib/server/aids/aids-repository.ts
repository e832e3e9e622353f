import { and, eq } from 'drizzle-orm';
import { readKept, type ClaimNews, type ClaimSubject, type KeptAnswers } from '$lib/aids';
import { cents, localDate, type CaseId } from '$lib/kernel';
import { reading, type Read, type Transaction } from '../db';
import { aidClaims, aidProfiles } from '../db/schema/aids';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

/** Where sealed answers belong: they open nowhere else. */
export const answersContext = (caseId: CaseId) => `aid_profiles.answers:${caseId}`;
const reasonContext = (caseId: CaseId) => `aid_claims.reason:${caseId}`;

/** What she agreed to when she saved her answers. */
export interface AidConsents {
  /** Her referent sees her claims. */
  readonly tellsReferent: boolean;
  /** Her aids are computed again when the law changes, and she is told when she gains. */
  readonly wantsNews: boolean;
}

/** Her saved simulation. */
export interface AidProfile extends AidConsents {
  readonly kept: KeptAnswers;
  readonly updatedAt: Date;
}

/** A claim as kept. */
export interface AidClaim extends ClaimNews {
  readonly updatedAt: Date;
}

/** Her saved simulation; null when she saved none. */
export async function selectProfile(tx: Transaction, caseId: CaseId): Promise<AidProfile | null> {
  const [row] = await tx.select().from(aidProfiles).where(eq(aidProfiles.caseId, caseId));
  if (!row) return null;
  const kept = opened(caseId, row.answersSealed);
  const { tellsReferent, wantsNews, updatedAt } = row;
  return { kept, tellsReferent, wantsNews, updatedAt };
}

/** The answers she saved, for a page that shows more than aids; null when she saved none. */
export function keptAnswers(caseId: CaseId): Read<KeptAnswers | null> {
  return keptAnswersOf({ caseId }, ([row]) => (row ? opened(caseId, row.answersSealed) : null));
}

const keptAnswersOf = reading(
  { answersSealed: aidProfiles.answersSealed },
  ['caseId'],
  (select, { caseId }) => select.from(aidProfiles).where(eq(aidProfiles.caseId, caseId))
);

function opened(caseId: CaseId, sealed: string): KeptAnswers {
  const kept = readKept(vault().open(sealed, answersContext(caseId)));
  if (!kept) throw new Error('Stored aid answers cannot be read');
  return kept;
}

/** Writes her simulation over the one before. */
export async function writeProfile(
  tx: Transaction,
  caseId: CaseId,
  kept: KeptAnswers,
  consents: AidConsents,
  at: Date
): Promise<void> {
  const values = {
    answersSealed: vault().seal(JSON.stringify(kept), answersContext(caseId)),
    tellsReferent: consents.tellsReferent,
    wantsNews: consents.wantsNews,
    updatedAt: at
  };
  await tx
    .insert(aidProfiles)
    .values({ caseId, id: newId(at), ...values })
    .onConflictDoUpdate({ target: aidProfiles.caseId, set: values });
}

/** Erases her simulation; whether there was one. */
export async function deleteProfile(tx: Transaction, caseId: CaseId): Promise<boolean> {
  const gone = await tx
    .delete(aidProfiles)
    .where(eq(aidProfiles.caseId, caseId))
    .returning({ id: aidProfiles.id });
  return gone.length > 0;
}

/** Her claims, the newest change first. */
export async function selectClaims(tx: Transaction, caseId: CaseId): Promise<readonly AidClaim[]> {
  const rows = await tx.select().from(aidClaims).where(eq(aidClaims.caseId, caseId));
  return rows
    .map((row) => {
      const { aidKey, state, askedOn, decidedOn, amountCents, reasonSealed, remindByPost, updatedAt } = row;
      return {
        aid: aidKey,
        state,
        askedOn: askedOn === null ? null : localDate(askedOn),
        decidedOn: decidedOn === null ? null : localDate(decidedOn),
        amountCents: amountCents === null ? null : cents(amountCents),
        remindOn: row.remindOn === null ? null : localDate(row.remindOn),
        remindByPost,
        reason: reasonSealed === null ? null : vault().open(reasonSealed, reasonContext(caseId)),
        updatedAt
      };
    })
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}

/** Writes what she says of a claim over what was known of it. */
export async function writeClaim(
  tx: Transaction,
  caseId: CaseId,
  news: ClaimNews & { readonly estimatedCents: number | null },
  at: Date
): Promise<void> {
  const { aid, state, askedOn, decidedOn, amountCents, estimatedCents, reason, remindOn, remindByPost } =
    news;
  const values = {
    state,
    askedOn,
    decidedOn,
    amountCents,
    estimatedCents,
    reasonSealed: reason === null ? null : vault().seal(reason, reasonContext(caseId)),
    remindOn,
    remindByPost,
    remindedAt: null,
    updatedAt: at
  };
  await tx
    .insert(aidClaims)
    .values({ caseId, id: newId(at), aidKey: aid, ...values })
    .onConflictDoUpdate({ target: [aidClaims.caseId, aidClaims.aidKey], set: values });
}

/** Forgets a claim; whether there was one. */
export async function deleteClaim(tx: Transaction, caseId: CaseId, aid: ClaimSubject): Promise<boolean> {
  const gone = await tx
    .delete(aidClaims)
    .where(and(eq(aidClaims.caseId, caseId), eq(aidClaims.aidKey, aid)))
    .returning({ id: aidClaims.id });
  return gone.length > 0;
}
