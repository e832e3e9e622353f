import { readMonth, writtenMonth } from '../month';
import { isAidKey } from '../claims';
import { draftOf, outOfScope, typedOn, withPassed, type KeptAnswers } from './answers-kept';
import { estimated } from './estimated';
import { placeLookedUp, type Places } from './place';
import type { RawAnswer } from './fields';
import type { FieldFault } from './read-fields';
import { readScreen } from './read-screen';
import { MOST_FIRST_SCREENS, SCREENS, isScreenId, screensOf, type ScreenId } from './screens';
import { withoutTold } from './answers-told';
import type { Commune } from '../territory';

/** Where she is: before the first question, at a question, sent elsewhere, or at her result. */
export type Stop =
  | { readonly kind: 'start' | 'out_of_scope' | 'result' | 'not_covered' }
  | {
      readonly kind: 'question';
      readonly screen: ScreenId;
      /** What to show in the boxes: typed just now, or before. */
      readonly typed: RawAnswer;
      readonly faults: readonly FieldFault[];
      /** Communes to choose from, when a postcode has several or is not known. */
      readonly communes: readonly Commune[];
    };

/** A simulation and where it stands. */
export interface Interview {
  readonly kept: KeptAnswers;
  readonly stop: Stop;
}

/** What she pressed, as the form says it: `next`, `dont_know`, `skip`, `back`, `edit:rent`, `held:rsa`… */
export interface Press {
  readonly kept: KeptAnswers;
  /** The screen the form was about; null on the result. */
  readonly screen: ScreenId | null;
  readonly go: string;
  readonly raw: RawAnswer;
}

const question = (kept: KeptAnswers, screen: ScreenId): Stop => ({
  kind: 'question',
  screen,
  typed: typedOn(kept, screen) ?? {},
  faults: [],
  communes: []
});

/** The screens that would still change something, in the order in which they are asked. */
export function screensLeft(kept: KeptAnswers, month: number): readonly ScreenId[] {
  const behind = new Set(kept.passed.map(({ screen }) => screen));
  const left = new Set<ScreenId>([...screensOf(estimated(kept, month).frontier), 'arrears']);
  return SCREENS.filter((screen) => left.has(screen) && !behind.has(screen));
}

/** How many screens are behind her, those taken from the questionnaire left out. */
export function screensBehind(kept: KeptAnswers): number {
  return kept.passed.filter(({ reused }) => reused !== true).length;
}

/** The next stop once everything so far is in order. */
export function nextStop(kept: KeptAnswers, month: number): Stop {
  if (!readMonth(writtenMonth(month)).ok) return { kind: 'not_covered' };
  if (!kept.passed.some(({ screen }) => screen === 'scope')) return question(kept, 'scope');
  if (outOfScope(kept).length > 0) return { kind: 'out_of_scope' };
  if (!kept.goesOn && screensBehind(kept) >= MOST_FIRST_SCREENS) return { kind: 'result' };
  const [screen] = screensLeft(kept, month);
  return screen ? question(kept, screen) : { kind: 'result' };
}

function goBack(kept: KeptAnswers, screen: ScreenId | null): Interview {
  const asked = kept.passed.filter(({ reused }) => reused !== true);
  const place = asked.findIndex((one) => one.screen === screen);
  const before = asked[(place < 0 ? asked.length : place) - 1];
  return before ? { kept, stop: question(kept, before.screen) } : { kept, stop: { kind: 'start' } };
}

function toggled<T extends string>(own: readonly T[], one: T, isHers: boolean): readonly T[] {
  const others = own.filter((other) => other !== one);
  return isHers ? [...others, one] : others;
}

function withHeld(kept: KeptAnswers, key: string, isHeld: boolean): KeptAnswers {
  return isAidKey(key) ? { ...kept, held: toggled(kept.held, key, isHeld) } : kept;
}

function withRight(kept: KeptAnswers, id: string, isHers: boolean): KeptAnswers {
  return { ...kept, has: toggled(kept.has, id, isHers) };
}

async function answered(press: Press, screen: ScreenId, month: number, places: Places): Promise<Interview> {
  const { kept } = press;
  const stay = (
    faults: readonly FieldFault[],
    communes: readonly Commune[] = [],
    typed = press.raw
  ): Interview => ({
    kept,
    stop: { kind: 'question', screen, typed, faults, communes }
  });
  let raw = press.raw;
  if (screen === 'place') {
    const place = await placeLookedUp(raw, places);
    if (!place.ok) return stay([place.why.fault], place.why.communes);
    raw = place.value;
  }
  const read = readScreen(screen, raw, draftOf(kept), { sources: kept.sources });
  if (!read.ok && raw['overseas'] !== 'yes') return stay(read.why.faults);
  const after = withPassed(kept, { screen, raw });
  return { kept: after, stop: nextStop(after, month) };
}

/** Carries out what she pressed. Anything unknown leaves her where her answers lead. */
export async function moved(press: Press, month: number, places: Places): Promise<Interview> {
  const { kept, screen, go } = press;
  const [what = '', detail = ''] = go.split(':');
  const at = (next: KeptAnswers): Interview => ({ kept: next, stop: nextStop(next, month) });
  switch (what) {
    case 'next':
      return screen ? answered(press, screen, month, places) : at(kept);
    case 'dont_know':
    case 'skip':
      return screen ? at(withPassed(kept, { screen, raw: null })) : at(kept);
    case 'back':
      return goBack(kept, screen);
    case 'edit':
      return isScreenId(detail) ? { kept, stop: question(kept, detail) } : at(kept);
    case 'result':
      return { kept: { ...kept, goesOn: false }, stop: { kind: 'result' } };
    case 'more':
      return at({ ...kept, goesOn: true });
    case 'held':
      return { kept: withHeld(kept, detail, true), stop: { kind: 'result' } };
    case 'not_held':
      return { kept: withHeld(kept, detail, false), stop: { kind: 'result' } };
    case 'has':
      return { kept: withRight(kept, detail, true), stop: { kind: 'result' } };
    case 'has_not':
      return { kept: withRight(kept, detail, false), stop: { kind: 'result' } };
    case 'tell':
      return { kept, stop: { kind: 'result' } };
    case 'untell':
      return { kept: withoutTold(kept, detail), stop: { kind: 'result' } };
    default:
      return at(kept);
  }
}
