import type { Arrears } from '../catalogue/vocabulary';

/** Situations the engine does not compute; each is sent to a person or to the official simulator. */
export const OUT_OF_SCOPE = ['self_employed', 'overseas', 'foreign_national', 'shared_custody'] as const;
/** One situation the engine does not compute. */
export type OutOfScope = (typeof OUT_OF_SCOPE)[number];

/** What she may be late in paying, of those asked on one screen. They decide nothing of the amounts. */
export const ASKED_ARREARS = [
  'rent',
  'energy',
  'water',
  'telecom',
  'canteen',
  'health',
  'tax',
  'caf',
  'credit'
] as const satisfies readonly Arrears[];

/** The choice that excludes the others. */
export const NO_SITUATION = 'none';

/** Whether a text names a situation that is not computed. */
export function isOutOfScope(text: string): text is OutOfScope {
  return (OUT_OF_SCOPE as readonly string[]).includes(text);
}
