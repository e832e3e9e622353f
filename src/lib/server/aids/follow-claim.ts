import type { Actor } from '$lib/access';
import {
  amountOf,
  checkClaim,
  isAidKey,
  readMonth,
  type ClaimNews,
  type ClaimRefusal,
  type ClaimSubject
} from '$lib/aids';
import { dayInZone, ok, refused, type CaseId, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { selectCaseHead } from '../cases';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { deleteClaim, selectProfile, writeClaim } from './aids-repository';
import { claimedRight } from './claimed-right';
import { keepLawFresh } from './law/keep-law-fresh';

/** There is no such aid, nor such a right in the catalogue. */
export interface ClaimedUnknown {
  readonly code: 'aid_unknown';
}

/** Writes what she says of a claim for an aid or a right: to do, asked, granted, refused, no answer. */
export async function followClaim(
  actor: Actor,
  caseId: CaseId,
  news: ClaimNews,
  command?: Command
): Promise<Result<ClaimNews, ClaimRefusal | ClaimedUnknown | CommandReused>> {
  const at = now();
  await keepLawFresh();
  if (!isAidKey(news.aid) && !(await claimedRight(news.aid))) return refused({ code: 'aid_unknown' });
  const asked = { act: 'followClaim', command };
  return enter(actor, { permission: 'own_case.follow_aids', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<ClaimNews, ClaimRefusal>> => {
      const { timeZone } = await selectCaseHead(tx, caseId);
      const checked = checkClaim(news, dayInZone(at, timeZone));
      if (!checked.ok) return checked;
      const estimatedCents = await estimateOf(tx, caseId, checked.value);
      await writeClaim(tx, caseId, { ...checked.value, estimatedCents }, at);
      const { aid, state } = checked.value;
      await recordAudit(tx, actor, caseId, { action: 'aids.claim_followed', detail: { aid, state } }, at);
      return ok(checked.value);
    })
  );
}

/** What her saved answers give for an aid that was granted, to know whether the amount is another one. */
async function estimateOf(
  tx: Transaction,
  caseId: CaseId,
  { aid, state, decidedOn }: ClaimNews
): Promise<number | null> {
  const month = readMonth((decidedOn ?? '').slice(0, 7));
  if (state !== 'granted' || !month.ok || !isAidKey(aid)) return null;
  const profile = await selectProfile(tx, caseId);
  return profile && amountOf(profile.kept, aid, month.value);
}

/** Stops following a claim. Whether it was followed. */
export async function forgetClaim(actor: Actor, caseId: CaseId, aid: ClaimSubject): Promise<boolean> {
  const at = now();
  return enter(actor, { permission: 'own_case.follow_aids', caseId }, async (tx) => {
    const isGone = await deleteClaim(tx, caseId, aid);
    if (isGone) await recordAudit(tx, actor, caseId, { action: 'aids.claim_forgotten', detail: { aid } }, at);
    return isGone;
  });
}
