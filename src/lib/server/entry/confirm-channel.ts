import { groupedCode, type DebtorActor } from '$lib/access';
import { m } from '$lib/i18n';
import { ok, refused, type Result } from '$lib/kernel';
import { recordAudit } from '../audit';
import {
  countTries,
  drawOneTimeCode,
  keepOneTimeCode,
  matchesSlowly,
  takeCodeTry,
  useOneTimeCode,
  type CalmWait,
  type CodeChannel
} from '../access';
import { keepConfirmedChannel, readIdentity } from '../cases';
import { sendContact } from '../contact-policy';
import { enter, mustBeAllowed } from '../db';
import { now } from '../platform/runtime';
import type { NotRecognised } from './give-letter-code';

/** The rules of contact, or her own wishes, do not let a code go there. */
export interface CodeNotSent {
  readonly code: 'code_not_sent';
}

/** Where she could be reached, to be offered for confirmation: what the file holds, and what is confirmed. */
export interface Reachability {
  readonly email: string | null;
  readonly phone: string | null;
  readonly emailConfirmed: boolean;
  readonly phoneConfirmed: boolean;
}

/** How the person can be reached. */
export async function readReachability(actor: DebtorActor): Promise<Reachability> {
  const identity = await enter(actor, { permission: 'own_case.read' }, (tx) =>
    readIdentity(tx, actor.caseId)
  );
  return {
    email: identity?.email ?? null,
    phone: identity?.phone ?? null,
    emailConfirmed: identity?.emailConfirmed ?? false,
    phoneConfirmed: identity?.phoneConfirmed ?? false
  };
}

/** Sends a code to an address or number she gives, to confirm that it is hers. At most three an hour. */
export async function askToConfirmChannel(
  actor: DebtorActor,
  target: { readonly channel: CodeChannel; readonly recipient: string }
): Promise<Result<true, CalmWait | CodeNotSent>> {
  mustBeAllowed(actor, 'own_case.set_preferences');
  const counted = await countTries([
    ['codeRequestsHour', `confirm|${actor.caseId}`],
    ['codeRequestsDay', `confirm|${actor.caseId}`]
  ]);
  if (!counted.ok) return counted;
  const { code, codeHash } = await drawOneTimeCode();
  const { caseId } = actor;
  const at = now();
  const isSent = await enter(actor, { permission: 'own_case.set_preferences', caseId }, async (tx) => {
    const kept = { purpose: 'confirm_channel', codeHash, ...target } as const;
    await keepOneTimeCode(tx, caseId, kept, at);
    const post = {
      caseId,
      channel: target.channel,
      purpose: 'sign_in_code',
      subject: m.access_code_subject(),
      body: m.access_code_body({ code: groupedCode(code) }),
      recipient: target.recipient
    } as const;
    // a refusal stays in the register: both sides read there why nothing went out
    return (await sendContact(tx, actor, post, at)).state === 'waiting';
  });
  return isSent ? ok(true) : refused({ code: 'code_not_sent' });
}

/** Takes the code she received: from now on this address or number may carry her sign-in codes. */
export async function confirmChannel(
  actor: DebtorActor,
  code: string
): Promise<Result<CodeChannel, NotRecognised | CalmWait>> {
  const { caseId } = actor;
  mustBeAllowed(actor, 'own_case.set_preferences');
  const counted = await countTries([['oneTimeCode', `confirm|${caseId}`]]);
  if (!counted.ok) return counted;
  const errand = { permission: 'own_case.set_preferences', caseId } as const;
  const tried = await enter(actor, errand, (tx) => takeCodeTry(tx, caseId, 'confirm_channel', now()));
  const isRight = await matchesSlowly(tried?.codeHash, code);
  if (!tried?.recipient || !isRight) return refused({ code: 'not_recognised' });
  const { channel, recipient } = tried;
  const isDone = await enter(actor, errand, async (tx) => {
    const at = now();
    if (!(await useOneTimeCode(tx, caseId, tried.id, at))) return false;
    await keepConfirmedChannel(tx, caseId, { kind: channel, recipient }, at);
    await recordAudit(tx, actor, caseId, { action: 'channel.confirmed', detail: { channel } }, at);
    return true;
  });
  if (!isDone) return refused({ code: 'not_recognised' });
  await counted.value.succeeded();
  return ok(channel);
}
