import { AIDS, type AidKey } from '../aids';
import type { Arrears } from '../catalogue/vocabulary';
import type { Place } from '../catalogue/rights-context';
import type { Draft, DraftAdult } from '../draft';
import { fieldsOf, type AskedWith, type RawAnswer } from './fields';
import { readChoices, type FieldFault } from './read-fields';
import { readScreen, type DraftChange } from './read-screen';
import { ASKED_ARREARS, isOutOfScope, type OutOfScope } from './scope';
import { isScreenId, type ScreenId } from './screens';
import { readTold, type Told } from './told';

/** One screen behind her: what she typed, or that she does not know or would rather not say. */
export interface Passed {
  readonly screen: ScreenId;
  readonly raw: RawAnswer | null;
  /** Taken from what she told the questionnaire, and less precise than an answer here. */
  readonly reused?: true;
}

/** All that a simulation is made of; plain JSON, kept by the page or the phone, never by the server unasked. */
export interface KeptAnswers {
  readonly version: 1;
  readonly passed: readonly Passed[];
  /** Aids she says she already receives. */
  readonly held: readonly AidKey[];
  /** Ids of other rights she says she has. */
  readonly has: readonly string[];
  /** What she said beside rights that depend on it. */
  readonly told: Told;
  /** She wishes to go on after the first result. */
  readonly goesOn: boolean;
  /** Codes of her income sources in the questionnaire; null when unknown. */
  readonly sources: readonly string[] | null;
}

/** A simulation nobody has begun. */
export const NOTHING_ANSWERED: KeptAnswers = {
  version: 1,
  passed: [],
  held: [],
  has: [],
  told: {},
  goesOn: false,
  sources: null
};

const LARGEST = 20_000;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRaw = (value: unknown): value is RawAnswer =>
  isFields(value) && Object.values(value).every((text) => typeof text === 'string');
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];

function readPassed(value: unknown): Passed | null {
  if (!isFields(value) || typeof value['screen'] !== 'string' || !isScreenId(value['screen'])) return null;
  const raw = value['raw'];
  if (raw !== null && !isRaw(raw)) return null;
  return { screen: value['screen'], raw, ...(value['reused'] === true && { reused: true as const }) };
}

/** Reads answers kept as JSON by a page or a phone; null when they are not such answers. */
export function readKept(text: string): KeptAnswers | null {
  if (text.length > LARGEST) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value) || value['version'] !== 1 || !Array.isArray(value['passed'])) return null;
    const passed = value['passed'].map(readPassed).filter((one) => one !== null);
    const known = texts(value['held']);
    return {
      version: 1,
      passed,
      held: AIDS.map(({ key }) => key).filter((key) => known.includes(key)),
      has: texts(value['has']),
      told: readTold(value['told']),
      goesOn: value['goesOn'] === true,
      sources: Array.isArray(value['sources']) ? texts(value['sources']) : null
    };
  } catch {
    // not JSON: told to the caller as no answers, who says so
    return null;
  }
}

const pays = new Set(['private_unfurnished', 'private_furnished', 'hlm', 'owner_with_mortgage']);

function mergeAdult(known: DraftAdult | undefined, said: DraftAdult | undefined): DraftAdult {
  return { ...known, ...said };
}

function merge(draft: Draft, change: DraftChange): Draft {
  const { adults, housing, ...rest } = change;
  return {
    ...draft,
    ...rest,
    ...(adults && {
      adults: [mergeAdult(draft.adults[0], adults[0]), mergeAdult(draft.adults[1], adults[1])]
    }),
    ...(housing && { housing: { ...draft.housing, ...housing } })
  };
}

/** Income the law rules out for an adult, and boxes not shown because she named her sources, are none. */
function withImpossible(adult: DraftAdult, asked: readonly string[]): DraftAdult {
  if (adult.activity === undefined) return adult;
  const none = (['unemployment_benefit', 'retirement_pension', 'invalidity_pension'] as const).filter(
    (income) => !asked.includes(income)
  );
  return { ...Object.fromEntries(none.map((income) => [income, 0])), ...adult };
}

function withoutContradictions(draft: Draft): Draft {
  const { housing, recently_separated, ...rest } = draft;
  const status = housing?.status;
  const { rent, ...others } = housing ?? {};
  const keepsRent = status === undefined || pays.has(status);
  return {
    ...rest,
    ...(housing && { housing: keepsRent && rent !== undefined ? housing : others }),
    ...(recently_separated !== undefined && draft.couple !== true && { recently_separated })
  };
}

/** The household as far as the answers tell it; a screen that no longer reads is as if not answered. */
export function draftOf(kept: KeptAnswers): Draft {
  return readInTurn(kept).draft;
}

/** What an answer says against another one, where the others only say that it is missing or no answer. */
const CONTRADICTIONS: ReadonlySet<FieldFault['code']> = new Set([
  'child_not_younger_than_parent',
  'ages_without_children'
]);

/**
 * The same, for who cannot ask her again: null when two of her answers contradict one another, so that nothing is
 * computed from a guess in the place of what she said.
 */
export function consistentDraftOf(kept: KeptAnswers): Draft | null {
  const { draft, contradicts } = readInTurn(kept);
  return contradicts ? null : draft;
}

function readInTurn(kept: KeptAnswers): { readonly draft: Draft; readonly contradicts: boolean } {
  const asked: AskedWith = { sources: kept.sources };
  let draft: Draft = { adults: [{}, {}] };
  let contradicts = false;
  for (const { screen, raw } of kept.passed) {
    if (raw === null) continue;
    const read = readScreen(screen, raw, draft, asked);
    if (!read.ok) contradicts ||= read.why.faults.some(({ code }) => CONTRADICTIONS.has(code));
    if (read.ok) draft = merge(draft, read.value);
    if (read.ok && screen === 'income') draft = incomesSettled(draft, asked);
  }
  return { draft: withoutContradictions(draft), contradicts };
}

function incomesSettled(draft: Draft, asked: AskedWith): Draft {
  const shown = fieldsOf('income', draft, asked);
  const of = (person: 0 | 1) => shown.filter((field) => field.person === person).map(({ about }) => about);
  return { ...draft, adults: draft.adults.map((adult, who) => withImpossible(adult, of(who as 0 | 1))) };
}

/** What she typed on a screen; null when it was passed without an answer or not yet. */
export function typedOn(kept: KeptAnswers, screen: ScreenId): RawAnswer | null {
  return kept.passed.find((one) => one.screen === screen)?.raw ?? null;
}

/** The situations she named that are not computed. */
export function outOfScope(kept: KeptAnswers): readonly OutOfScope[] {
  const raw = typedOn(kept, 'scope');
  const own: OutOfScope[] = [];
  if (raw) {
    const [field] = fieldsOf('scope', { adults: [] }, { sources: null });
    const chosen = field ? readChoices(field, raw['scope']) : null;
    if (chosen?.ok) own.push(...chosen.value.filter(isOutOfScope));
  }
  const isOverseas = typedOn(kept, 'place')?.['overseas'] === 'yes';
  return isOverseas && !own.includes('overseas') ? [...own, 'overseas'] : own;
}

/** What she is late in paying; undefined while she has not said, empty when she said: nothing. */
export function arrearsOf(kept: KeptAnswers): readonly Arrears[] | undefined {
  const raw = typedOn(kept, 'arrears');
  if (raw === null) return undefined;
  const codes = (raw['arrears'] ?? '').split(',');
  return ASKED_ARREARS.filter((code) => codes.includes(code));
}

/** Where she lives, as far as her postcode told it. */
export function placeOf(kept: KeptAnswers): Place {
  const { insee, departement, region, epci, postcode } = typedOn(kept, 'place') ?? {};
  return {
    ...(postcode && { postcode }),
    ...(insee && { insee, epciSiren: epci ? epci : null }),
    ...(departement && { departement }),
    ...(region && { region })
  };
}

/** The answers with a screen passed: an answer replaces the one before it, at the same place. */
export function withPassed(kept: KeptAnswers, passed: Passed): KeptAnswers {
  const place = kept.passed.findIndex(({ screen }) => screen === passed.screen);
  return {
    ...kept,
    passed: place < 0 ? [...kept.passed, passed] : kept.passed.with(place, passed)
  };
}
