import type { LawImpact, Right, RightImpact } from '$lib/aids';
import type { Id, LocalDate, StaffId } from '$lib/kernel';
import type { ParameterEntry } from '../parameter-schema';

/** Names a change of the law watch. */
export type RevisionId = Id<'law-revision'>;

/** Where a change stands. */
export type RevisionState = 'proposed' | 'published' | 'rejected';

/** What a change is about, with the whole record before and after; null: was not there, or is no more. */
export type RevisedSubject =
  | {
      readonly subject: 'parameter';
      readonly key: string;
      readonly before: ParameterEntry;
      readonly after: ParameterEntry;
    }
  | {
      readonly subject: 'right';
      readonly key: string;
      readonly before: Right | null;
      readonly after: Right | null;
    };

/** A change as kept: who, when, why, before and after. */
export interface Revision {
  readonly id: RevisionId;
  readonly revised: RevisedSubject;
  /** The day the new value applies from by law. */
  readonly inForceOn: LocalDate;
  readonly reason: string;
  readonly state: RevisionState;
  readonly proposedBy: StaffId;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** The day from which the product uses it. */
  readonly publishedOn: LocalDate | null;
  /** As it stood when it was published. */
  readonly impact: LawImpact | RightImpact | null;
}

/** The day from which a published change is used: rights have no dated values, so theirs waits for both days. */
export function usedFrom({ revised, publishedOn, inForceOn }: Revision): LocalDate | null {
  if (publishedOn === null || revised.subject === 'parameter') return publishedOn;
  return publishedOn > inForceOn ? publishedOn : inForceOn;
}

/** The day from which people may gain by a published change. */
export function gainsFrom({ publishedOn, inForceOn }: Revision): LocalDate | null {
  if (publishedOn === null) return null;
  return publishedOn > inForceOn ? publishedOn : inForceOn;
}
