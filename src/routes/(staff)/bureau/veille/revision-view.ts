import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { fullDate, m, shortInstant } from '$lib/i18n';
import type { Revision } from '$lib/server/aids';

/** What a change is about, in a few words. */
export function subjectName({ revised }: Revision): string {
  if (revised.subject === 'parameter') return revised.after.label;
  return (revised.after ?? revised.before)?.name ?? revised.key;
}

function stateWords({ state, publishedOn }: Revision): string {
  if (state === 'proposed') return m.veille_state_proposed();
  if (state === 'rejected') return m.veille_state_rejected();
  return publishedOn
    ? m.veille_state_published_on({ day: fullDate(publishedOn) })
    : m.veille_state_published();
}

function decisionWords(revision: Revision): string | null {
  const { state, decidedAt, decidedByName } = revision;
  if (state === 'proposed' || !decidedAt) return null;
  const who = { name: decidedByName ?? '', when: shortInstant(decidedAt, DESK_ZONE) };
  return state === 'published' ? m.veille_history_published(who) : m.veille_history_rejected(who);
}

/** A change in words: who, when, why. */
export interface RevisionLine {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly from: string;
  readonly proposed: string;
  readonly reason: string;
  readonly decided: string | null;
  readonly decisionReason: string | null;
}

/** A line of the history. */
export function revisionLine(revision: Revision): RevisionLine {
  const { id, revised, inForceOn, proposedByName, proposedAt, reason, decisionReason, state } = revision;
  return {
    id,
    name: subjectName(revision),
    about:
      revised.subject === 'parameter' ? m.veille_change_about_parameter() : m.veille_change_about_right(),
    state: stateWords(revision),
    isOpen: state === 'proposed',
    from: m.veille_history_from({ day: fullDate(inForceOn) }),
    proposed: m.veille_history_proposed({ name: proposedByName, when: shortInstant(proposedAt, DESK_ZONE) }),
    reason,
    decided: decisionWords(revision),
    decisionReason
  };
}
