import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import type { Scope } from '$lib/aids';
import { fullDate, m, shortInstant } from '$lib/i18n';
import type { Revision } from '$lib/server/aids';
import { placeWords, scopeWords, scopesOf, type PlaceWords } from './place-words';

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

/** Where it exists from then on, and where it did; null while that stays the same, and where it ends. */
function whereWords({ revised }: Revision, wordsOf: PlaceWords): string | null {
  if (revised.subject === 'parameter' || !revised.after) return null;
  const after = scopeWords(revised.after.scope, wordsOf);
  if (!revised.before) return m.veille_history_where({ after });
  const before = scopeWords(revised.before.scope, wordsOf);
  const isSame = sameScope(revised.before.scope, revised.after.scope);
  return isSame ? null : m.veille_history_where_changed({ before, after });
}

function sameScope(before: Scope | undefined, after: Scope | undefined): boolean {
  const written = (scope: Scope | undefined) =>
    JSON.stringify(Object.entries(scope ?? {}).sort(([a], [b]) => a.localeCompare(b)));
  return written(before) === written(after);
}

/** A change in words: who, when, why. */
export interface RevisionLine {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** Where the right exists, when that changes; null for anything else. */
  readonly where: string | null;
  readonly from: string;
  readonly proposed: string;
  readonly reason: string;
  readonly decided: string | null;
  readonly decisionReason: string | null;
}

/** A line of the history. */
export function revisionLine(revision: Revision, wordsOf: PlaceWords): RevisionLine {
  const { id, revised, inForceOn, proposedByName, proposedAt, reason, decisionReason, state } = revision;
  return {
    id,
    name: subjectName(revision),
    about:
      revised.subject === 'parameter' ? m.veille_change_about_parameter() : m.veille_change_about_right(),
    state: stateWords(revision),
    isOpen: state === 'proposed',
    where: whereWords(revision, wordsOf),
    from: m.veille_history_from({ day: fullDate(inForceOn) }),
    proposed: m.veille_history_proposed({ name: proposedByName, when: shortInstant(proposedAt, DESK_ZONE) }),
    reason,
    decided: decisionWords(revision),
    decisionReason
  };
}

/** The lines of the history; the names of their places are read from the files of the territory. */
export async function revisionLines(
  revisions: readonly Revision[],
  get: typeof fetch
): Promise<readonly RevisionLine[]> {
  const wordsOf = await placeWords(get, revisions.flatMap(scopesOf));
  return revisions.map((revision) => revisionLine(revision, wordsOf));
}
