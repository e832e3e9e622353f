import type { Right } from './right';
import type { Missing } from './verdict';

/**
 * The parts of the page, the most pressing first. `in_case`: hers only in a situation she has not spoken of, such as
 * a seized account; best shown folded.
 */
export const GROUPS = ['arrears', 'emergency', 'debt', 'youth', 'other', 'in_case'] as const;
/** A part of the page. */
export type Group = (typeof GROUPS)[number];

/** A right that is hers, or may be. */
export interface ShownRight {
  readonly right: Right;
  readonly answer: 'yes' | 'maybe';
  /** What would settle it; empty for a yes. */
  readonly missing: readonly Missing[];
  /** Which part of the page it stands in: the first are the most pressing. */
  readonly group: Group;
  /** The body lends or gives: she has no income, so a grant is what to ask for. */
  readonly grantOnly: boolean;
}
