import {
  NOTHING_ANSWERED,
  TELL,
  isScreenId,
  moved,
  openCatalogue,
  outOfScope,
  parameterSources,
  readKept,
  withTold,
  type Interview,
  type KeptAnswers,
  type RawAnswer
} from '$lib/aids';
import { m } from '$lib/i18n';
import type { LetterView } from './letter-view';
import { questionView, type QuestionView } from './question-view';
import { OUT_OF_SCOPE_WORDS } from './question-words';
import type { ResultView } from './result-view';
import type { Surroundings } from './surroundings';
import type { WhatIfFault, WhatIfView } from './what-if-view';

/** What the simulator shows: plain JSON, made by the server or by the phone with the same code. */
export type SimulatorView = { readonly kept: string; readonly notice?: string } & (
  | { readonly kind: 'start' | 'not_covered' }
  | { readonly kind: 'question'; readonly question: QuestionView }
  | { readonly kind: 'out_of_scope'; readonly reasons: readonly string[] }
  | { readonly kind: 'result'; readonly result: ResultView; readonly fault?: WhatIfFault }
  | { readonly kind: 'what_if'; readonly whatIf: WhatIfView }
  | { readonly kind: 'letter'; readonly letter: LetterView }
);

/** What surrounds a simulation: its month, and what is known besides. */
export interface SimulatorWorld extends Surroundings {
  readonly month: number;
}

const asView = (kept: KeptAnswers) => ({ kept: JSON.stringify(kept) });

/** The first view of a simulation not begun, or begun with answers given before. */
export function startView(kept: KeptAnswers = NOTHING_ANSWERED): SimulatorView {
  return { kind: 'start', ...asView(kept) };
}

function outOfScopeView(kept: KeptAnswers): SimulatorView {
  const reasons = outOfScope(kept).map((code) => OUT_OF_SCOPE_WORDS[code]());
  return { kind: 'out_of_scope', ...asView(kept), reasons };
}

async function resultOf(
  kept: KeptAnswers,
  world: SimulatorWorld,
  fault?: WhatIfFault
): Promise<SimulatorView> {
  // whatever was pressed: an amount we cannot compute is never shown
  if (outOfScope(kept).length > 0) return outOfScopeView(kept);
  // its texts and laws come beside its code, not after
  const [{ resultView }] = await Promise.all([import('./result-view'), openCatalogue(), parameterSources()]);
  const result = await resultView(kept, world.month, world);
  if (result) return { kind: 'result', ...asView(kept), result, ...(fault && { fault }) };
  return { kind: 'start', ...asView(kept), notice: m.aids_fault_contradiction() };
}

async function viewOf(interview: Interview, world: SimulatorWorld): Promise<SimulatorView> {
  const { kept, stop } = interview;
  switch (stop.kind) {
    case 'question':
      return { kind: 'question', ...asView(kept), question: questionView(interview, stop, world.month) };
    case 'out_of_scope':
      return outOfScopeView(kept);
    case 'result':
      return resultOf(kept, world);
    default:
      return { kind: stop.kind, ...asView(kept) };
  }
}

async function whatIf(
  kept: KeptAnswers,
  kind: string,
  raw: RawAnswer,
  world: SimulatorWorld
): Promise<SimulatorView> {
  if (outOfScope(kept).length > 0) return outOfScopeView(kept);
  const { whatIfView } = await import('./what-if-view');
  const seen = await whatIfView(kept, kind, raw, world.month, world.places);
  if (seen === null) return resultOf(kept, world);
  return 'errors' in seen ? resultOf(kept, world, seen) : { kind: 'what_if', ...asView(kept), whatIf: seen };
}

async function letter(kept: KeptAnswers, what: string, world: SimulatorWorld): Promise<SimulatorView> {
  const { letterView } = await import('./letter-view');
  const written = await letterView(what, kept, world);
  return written ? { kind: 'letter', ...asView(kept), letter: written } : resultOf(kept, world);
}

/** Fields of the form that are not answers. */
const OWN_FIELDS = new Set(['kept', 'screen', 'go', 'command']);

/**
 * Carries out one press of the simulator's form: every field as text, several values joined by commas. The same
 * function answers on the phone and, without JavaScript, on the server, which keeps nothing.
 */
export async function simulate(form: RawAnswer, world: SimulatorWorld): Promise<SimulatorView> {
  const read = readKept(form['kept'] ?? '');
  if (read === null) return { ...startView(), notice: m.aids_page_unreadable() };
  const kept = withTold(read, form);
  const isAnswer = (name: string) => !OWN_FIELDS.has(name) && !name.startsWith(TELL);
  const raw = Object.fromEntries(Object.entries(form).filter(([name]) => isAnswer(name)));
  const go = form['go'] ?? 'next';
  if (go === 'bodies') return resultOf(kept, { ...world, wantsBodies: true });
  if (go.startsWith('letter:')) return letter(kept, go.slice('letter:'.length), world);
  if (go.startsWith('if:')) return whatIf(kept, go.slice('if:'.length), raw, world);
  const screen = form['screen'] ?? '';
  const press = { kept, screen: isScreenId(screen) ? screen : null, go, raw };
  return viewOf(await moved(press, world.month, world.places), world);
}
