import type { FreshWords } from './fresh-first';
import type { SimulatorView, SimulatorWorld } from './simulate';

/** Her answers kept in her file, and what the form that keeps them needs. */
export interface OwnFile {
  /** What she agreed to when she saved; null when she saved nothing. */
  readonly saved: { readonly tellsReferent: boolean; readonly wantsNews: boolean } | null;
  /** What a change of the law brought her and she was told of. */
  readonly fresh: FreshWords;
  /** The id of the command of the form. */
  readonly command: string;
}

/** What the page tells its script, as JSON in the page. A result is computed again rather than told twice. */
export interface ToldSimulator {
  readonly view:
    Exclude<SimulatorView, { kind: 'result' }> | { readonly kind: 'again'; readonly kept: string };
  readonly leftOverCents: SimulatorWorld['leftOverCents'];
  /** Null for someone who did not sign in. */
  readonly file: OwnFile | null;
}

/** What a page tells its script of the view it shows. */
export function toldSimulator(
  view: SimulatorView,
  leftOverCents: ToldSimulator['leftOverCents'],
  file: OwnFile | null
): string {
  const told = view.kind === 'result' ? { kind: 'again' as const, kept: view.kept } : view;
  return JSON.stringify({ view: told, leftOverCents, file } satisfies ToldSimulator);
}
