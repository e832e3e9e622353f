import { and, eq, sql } from 'drizzle-orm';
import { localDate, type CaseId, type LocalDate } from '$lib/kernel';
import type { Transaction } from '../db';
import { caseFiles, caseSituations, debtors } from '../db/schema/cases';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';
import { situationContexts } from './situations-repository';

/** Whether the right person is there. */
export type IdentityState = 'unconfirmed' | 'confirmed' | 'not_me' | 'deceased' | 'represented' | 'helped';

/** What somebody says at the door instead of coming in. */
export type Situation = Exclude<IdentityState, 'unconfirmed' | 'confirmed'>;

/** What confirms that the right person is there, and how she can be reached. */
export interface Identity {
  readonly birthDate: LocalDate;
  readonly postcode: string;
  readonly state: IdentityState;
  readonly email: string | null;
  readonly phone: string | null;
  readonly emailConfirmed: boolean;
  readonly phoneConfirmed: boolean;
}

/** Reads who the person of a case is; null when the case cannot be seen. */
export async function readIdentity(tx: Transaction, caseId: CaseId): Promise<Identity | null> {
  const [row] = await tx
    .select({
      birthDate: debtors.birthDate,
      postcode: debtors.postcode,
      email: debtors.email,
      phone: debtors.phone,
      emailConfirmedAt: debtors.emailConfirmedAt,
      phoneConfirmedAt: debtors.phoneConfirmedAt,
      state: caseFiles.identity
    })
    .from(debtors)
    .innerJoin(caseFiles, and(eq(caseFiles.id, debtors.caseId), eq(caseFiles.id, caseId)))
    .where(eq(debtors.caseId, caseId));
  if (!row) return null;
  const { birthDate, emailConfirmedAt, phoneConfirmedAt, ...rest } = row;
  return {
    ...rest,
    birthDate: localDate(birthDate),
    emailConfirmed: emailConfirmedAt !== null,
    phoneConfirmed: phoneConfirmedAt !== null
  };
}

/** The right person was there. What a human has to sort out first (not me, deceased...) stays as it is. */
export async function confirmIdentity(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  await tx
    .update(caseFiles)
    .set({
      identity: sql`case when identity = 'unconfirmed' then 'confirmed'::identity_state else identity end`,
      lastSeenAt: at
    })
    .where(eq(caseFiles.id, caseId));
}

/** Keeps an address or number she has just confirmed with a code: it may carry sign-in codes from now on. */
export async function keepConfirmedChannel(
  tx: Transaction,
  caseId: CaseId,
  channel: { readonly kind: 'email' | 'sms'; readonly recipient: string },
  at: Date
): Promise<void> {
  const columns =
    channel.kind === 'email'
      ? { email: channel.recipient, emailConfirmedAt: at }
      : { phone: channel.recipient, phoneConfirmedAt: at };
  await tx
    .update(debtors)
    .set({ ...columns, updatedAt: at })
    .where(eq(debtors.caseId, caseId));
}

/** What was said at the door. Words and the address for an answer are sealed. */
export interface ReportedSituation {
  readonly kind: Situation;
  readonly words: string;
  readonly replyTo: string;
}

/** Keeps what was said at the door and marks the case; who follows it is told by the caller. */
export async function keepSituation(
  tx: Transaction,
  caseId: CaseId,
  situation: ReportedSituation,
  at: Date
): Promise<void> {
  const sealed = (column: keyof typeof situationContexts, text: string) =>
    text === '' ? null : vault().seal(text, situationContexts[column](caseId));
  await tx.insert(caseSituations).values({
    caseId,
    id: newId(at),
    kind: situation.kind,
    wordsSealed: sealed('words', situation.words),
    replyToSealed: sealed('replyTo', situation.replyTo),
    reportedAt: at
  });
  await tx.update(caseFiles).set({ identity: situation.kind, updatedAt: at }).where(eq(caseFiles.id, caseId));
}

/** Whether somebody follows the case already: then she is told, otherwise whoever routes. */
export async function hasReferent(tx: Transaction, caseId: CaseId): Promise<boolean> {
  const [row] = await tx
    .select({ referentId: caseFiles.referentId })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  return row?.referentId != null;
}
