import type { Actor } from '$lib/access';
import type { ReplyPromise } from '$lib/contact-policy';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import { effectsInForce, needsToApply, type Need } from '$lib/questionnaire';
import { staffNames } from '../access';
import { selectCaseHead, type CaseHead } from '../cases';
import { promiseReply } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { selectOpenSignals } from '../questionnaire';

/** Who she talks to today. */
export interface PersonToTalkTo {
  readonly firstName: string;
  readonly name: string;
  /** Her referent is away, and this person answers meanwhile. */
  readonly isStandIn: boolean;
}

/** What stands around every page of hers. */
export interface HomeFrame {
  /** Null while nobody is named yet: the team answers. */
  readonly talkTo: PersonToTalkTo | null;
  readonly promise: ReplyPromise;
  /** Lines of the thread she has not read. */
  readonly unread: number;
  /** Needs she stated, for every screen. */
  readonly needs: readonly Need[];
  readonly timeZone: string;
  readonly at: Date;
}

/** Reads what stands around every page. Runs each time a page is opened, so it stays at three small reads. */
export async function loadFrame(actor: Actor, caseId: CaseId): Promise<HomeFrame> {
  const at = now();
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [head, signals] = await Promise.all([
      selectCaseHead(tx, caseId),
      selectOpenSignals(tx, caseId, 'besoin')
    ]);
    const today = dayInZone(at, head.timeZone);
    return {
      talkTo: await talkToOf(tx, head, today),
      promise: promiseReply(at),
      unread: head.unreadByDebtor,
      needs: needsToApply(effectsInForce(signals, today)),
      timeZone: head.timeZone,
      at
    };
  });
}

async function talkToOf(tx: Transaction, head: CaseHead, today: LocalDate): Promise<PersonToTalkTo | null> {
  const isStandIn = head.standInId !== null && head.standInUntil !== null && today <= head.standInUntil;
  const id = isStandIn ? head.standInId : head.referentId;
  if (id === null) return null;
  const names = (await staffNames(tx, [id])).get(id);
  return names ? { ...names, isStandIn } : null;
}
