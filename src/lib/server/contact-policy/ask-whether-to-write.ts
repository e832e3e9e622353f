import type { Actor } from '$lib/access';
import {
  mayContact,
  type ContactPermission,
  type ContactRefusal,
  type NoticeChannel
} from '$lib/contact-policy';
import type { CaseId } from '$lib/kernel';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';

/**
 * What would become of the notice of a reply written now. The reply itself is in her thread at once, whatever the
 * rules say of the notice.
 */
export type ForeseenNotice =
  | { readonly state: 'now'; readonly channel: NoticeChannel; readonly rule: ContactPermission }
  | {
      readonly state: 'later';
      readonly channel: NoticeChannel;
      readonly rule: ContactRefusal;
      readonly from: Date;
    }
  | { readonly state: 'stopped'; readonly channel: NoticeChannel; readonly rule: ContactRefusal }
  | { readonly state: 'no_channel' };

/** What the desk shows before a reply is sent, without writing anything. */
export async function askWhetherToWrite(actor: Actor, caseId: CaseId): Promise<ForeseenNotice> {
  const at = now();
  return enter(actor, { permission: 'case.write_message', caseId }, async (tx) => {
    const situation = await loadContactSituation(tx, caseId, at);
    const channel = situation.noticeChannel;
    if (!channel) return { state: 'no_channel' } as const;
    const decision = mayContact({ ...situation, proposed: { channel, purpose: 'answer_to_debtor', at } });
    if (decision.ok) return { state: 'now', channel, rule: decision.value } as const;
    const { nextAt } = decision.why;
    return nextAt
      ? ({ state: 'later', channel, rule: decision.why, from: nextAt } as const)
      : ({ state: 'stopped', channel, rule: decision.why } as const);
  });
}
