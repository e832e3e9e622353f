import type { Actor } from '$lib/access';
import type { KeptAnswers } from '$lib/aids';
import { ok, type CaseId, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { deleteProfile, writeProfile, type AidConsents } from './aids-repository';
import { forgetWhatGained } from './law/news-repository';

/** Keeps her simulation in her file, sealed, with what she agrees to. */
export async function saveProfile(
  actor: Actor,
  caseId: CaseId,
  input: { readonly kept: KeptAnswers; readonly consents: AidConsents },
  command?: Command
): Promise<Result<null, CommandReused>> {
  const at = now();
  const { tellsReferent, wantsNews } = input.consents;
  const asked = { act: 'saveProfile', command };
  return enter(actor, { permission: 'own_case.follow_aids', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      await writeProfile(tx, caseId, input.kept, input.consents, at);
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'aids.saved', detail: { tellsReferent, wantsNews } },
        at
      );
      return ok(null);
    })
  );
}

/** Erases her simulation and what she agreed to; her claims stay. Whether there was one. */
export async function eraseProfile(actor: Actor, caseId: CaseId): Promise<boolean> {
  const at = now();
  return enter(actor, { permission: 'own_case.follow_aids', caseId }, async (tx) => {
    const isGone = await deleteProfile(tx, caseId);
    await forgetWhatGained(tx, caseId);
    if (isGone) await recordAudit(tx, actor, caseId, { action: 'aids.erased' }, at);
    return isGone;
  });
}
