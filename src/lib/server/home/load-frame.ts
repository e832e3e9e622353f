import type { Actor } from '$lib/access';
import { standInOn } from '$lib/cases';
import type { ReplyPromise } from '$lib/contact-policy';
import { dayInZone, type CaseId, type LocalDate, type StaffId } from '$lib/kernel';
import {
  effectsInForce,
  hasEffect,
  needsToApply,
  type Need,
  type Signal,
  type SignalKind
} from '$lib/questionnaire';
import { staffNames } from '../access';
import { ownCaseHead, type OwnCaseHead } from '../cases';
import { promiseReply } from '../contact-policy';
import { look } from '../db';
import { now } from '../platform/runtime';
import { openSignals } from '../questionnaire';

/** Someone of the staff, by the names she reads. */
export interface NamedPerson {
  readonly firstName: string;
  readonly name: string;
}

/** Who follows her, and who answers while that person is away. */
export interface Companions {
  /** Null while nobody is named yet: the team answers. */
  readonly referent: NamedPerson | null;
  readonly standIn: (NamedPerson & { readonly untilOn: LocalDate }) | null;
}

/** What stands around every page of hers. */
export interface HomeFrame extends Companions {
  readonly promise: ReplyPromise;
  /** Lines of the thread she has not read. */
  readonly unread: number;
  /** Needs she stated, for every screen. */
  readonly needs: readonly Need[];
  /** False while her exchanges stay in her space, or once she answered that she wants no phone: nobody would call. */
  readonly mayAskForCall: boolean;
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly at: Date;
}

/** The signals that change what stands around a page. */
export const FRAME_SIGNALS: readonly SignalKind[] = ['besoin', 'securite'];

/** Reads what stands around every page. Runs each time a page is opened, so it stays at two small reads. */
export async function loadFrame(actor: Actor, caseId: CaseId): Promise<HomeFrame> {
  const at = now();
  const [head, signals] = await look(actor, { permission: 'own_case.read', caseId }, [
    ownCaseHead(caseId),
    openSignals(caseId, FRAME_SIGNALS)
  ]);
  return frameOf(head, signals, await companionsOf(head, dayInZone(at, head.timeZone)), at);
}

/** The frame from what was read. */
export function frameOf(
  head: OwnCaseHead,
  signals: readonly Signal[],
  companions: Companions,
  at: Date
): HomeFrame {
  const today = dayInZone(at, head.timeZone);
  const effects = effectsInForce(signals, today);
  const needs = needsToApply(effects);
  return {
    ...companions,
    promise: promiseReply(at),
    unread: head.unreadByDebtor,
    needs,
    mayAskForCall: !hasEffect(effects, 'safe_contact_mode') && !needs.includes('no_phone'),
    timeZone: head.timeZone,
    today,
    at
  };
}

/** Reads the names of her referent and of a stand-in of today. */
export async function companionsOf(head: OwnCaseHead, today: LocalDate): Promise<Companions> {
  const { referentId, standInUntil } = head;
  const standInId = standInOn(head, today);
  const names = await staffNames(
    null,
    [referentId, standInId].filter((id): id is StaffId => id !== null)
  );
  const standIn = standInId && names.get(standInId);
  return {
    referent: (referentId && names.get(referentId)) ?? null,
    standIn: standIn && standInUntil ? { ...standIn, untilOn: standInUntil } : null
  };
}
