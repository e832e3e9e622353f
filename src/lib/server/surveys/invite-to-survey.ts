import type { Actor } from '$lib/access';
import { m } from '$lib/i18n';
import { addDays, dayInZone, type CaseId } from '$lib/kernel';
import { mayInvite, type ServiceEvent } from '$lib/surveys';
import { holdCase, selectCaseHead } from '../cases';
import { loadContactSituation, sendContact } from '../contact-policy';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { insertInvitation, selectLastInvitation } from './survey-repository';
import { makeSurveyToken } from './survey-token';

/** How long a survey link works. */
export const LINK_DAYS = 30;

/** What became of an invitation. */
export type InvitationOutcome =
  | { readonly kind: 'invited'; readonly secret: string }
  | { readonly kind: 'not_invited'; readonly why: string };

/**
 * Asks a person how it went, after something was done for her, never after a demand, and once in ninety days at most.
 * The contact policy has the last word; when it refuses, nothing is kept and she may be asked another time.
 */
export async function inviteToSurvey(
  actor: Actor,
  caseId: CaseId,
  event: ServiceEvent,
  origin: string
): Promise<InvitationOutcome> {
  const at = now();
  return enter(actor, { permission: 'system.survey', caseId }, async (tx): Promise<InvitationOutcome> => {
    // the second of two that ask at the same moment finds the invitation, not a refusal for her register
    await holdCase(tx, caseId);
    const [head, situation, lastInvitedAt] = await Promise.all([
      selectCaseHead(tx, caseId),
      loadContactSituation(tx, caseId, at),
      selectLastInvitation(tx, caseId)
    ]);
    const channel = situation.noticeChannel;
    if (!channel) return { kind: 'not_invited', why: 'no_confirmed_channel' };
    const question = { ...situation, proposed: { channel, purpose: 'survey', at } } as const;
    const allowed = mayInvite({ event, lastInvitedAt, question });
    if (!allowed.ok) return { kind: 'not_invited', why: allowed.why.code };
    const token = makeSurveyToken(caseId);
    const link = `${origin}/avis/${token.secret}`;
    const sent = await sendContact(
      tx,
      actor,
      {
        caseId,
        channel,
        purpose: 'survey',
        subject: m.surveys_invitation_subject(),
        body: channel === 'email' ? m.surveys_invitation_body({ link }) : m.surveys_invitation_sms({ link })
      },
      at
    );
    if (sent.state !== 'waiting') return { kind: 'not_invited', why: sent.state };
    await insertInvitation(
      tx,
      caseId,
      {
        tokenHash: token.hash,
        sealedCase: token.sealedCase,
        teamId: head.teamId,
        referentId: head.referentId,
        occasion: event.occasion,
        expiresOn: addDays(dayInZone(at, head.timeZone), LINK_DAYS)
      },
      at
    );
    return { kind: 'invited', secret: token.secret };
  });
}
