import { AIDS, monthlyShare, type AidDefinition, type AidKey, type AidRhythm } from './aids';
import { complete, type Draft, type Guess } from './draft';
import { Tracer, questionsIn } from './kernel/tracer';
import { Settler } from './settling';

/** The questions, in the order in which they are asked; those of an adult are followed by `.0` or `.1`. */
export const QUESTIONS = [
  'couple',
  'children',
  'age',
  'activity',
  'net_salary',
  'housing_status',
  'rent',
  'zone',
  'unemployment_benefit',
  'retirement_pension',
  'invalidity_pension',
  'alimony',
  'pregnant',
  'disability',
  'recently_separated',
  'ass_eligible',
  'rsa_jeune',
  'scholarship',
  'aeeh',
  'flatshare',
  'pays_contribution',
  'savings'
] as const;

/** What can be said of an aid while some answers are missing. */
export type AidEstimate =
  | { readonly aid: AidKey; readonly rhythm: AidRhythm; readonly state: 'known'; readonly value: number }
  | {
      readonly aid: AidKey;
      readonly rhythm: AidRhythm;
      readonly state: 'unknown';
      /** Least and most over the households tried; an indication, not a bound of the law. */
      readonly low: number;
      readonly high: number;
      /** The missing answers it was found to depend on. */
      readonly dependsOn: readonly string[];
    };

/** Where a household stands after some answers. */
export interface Estimate {
  readonly aids: readonly AidEstimate[];
  /** The missing answers that still matter, in the order of QUESTIONS: what to ask next. */
  readonly frontier: readonly string[];
  /** Missing answers for which only the usual one was tried, because another is rare for such a household. */
  readonly assumed: readonly string[];
  /** Monthly euros over all aids, least and most; what is paid by the year counts for a twelfth. */
  readonly monthly: { readonly low: number; readonly high: number };
}

const HOUSEHOLDS_TRIED = 96;
const HOUSEHOLDS_RECORDED = 16;
const CENTS = 100;
const cent = (value: number) => Math.round(value * CENTS) / CENTS;

/** A guess that is the same each time for one household tried and one question, and spreads evenly over many. */
function guesser(tried: number, missing: Missing): Guess {
  return (question, among) => {
    missing.all.add(question);
    if (among.length > 1) missing.open.add(question);
    let seed = tried * 2654435761;
    for (let place = 0; place < question.length; place++)
      seed = Math.imul(seed ^ question.charCodeAt(place), 16777619);
    seed ^= seed >>> 15;
    // the first household tried takes the most usual answer to everything
    const index = tried === 0 ? 0 : (seed >>> 0) % among.length;
    return among[index] as (typeof among)[number];
  };
}

/** Questions without an answer; those of which several answers were tried are open. */
interface Missing {
  readonly all: Set<string>;
  readonly open: Set<string>;
}

interface Tried {
  readonly low: number[];
  readonly high: number[];
  readonly dependsOn: Set<string>[];
  readonly open: Set<string>;
  lowSum: number;
  highSum: number;
}

function record(settler: Settler, missing: ReadonlySet<string>, tried: Tried): void {
  const { evaluation } = settler;
  const tracer = new Tracer();
  evaluation.forget();
  evaluation.recorder = tracer;
  AIDS.forEach((aid) => aid.read(evaluation));
  evaluation.recorder = null;
  AIDS.forEach((aid, index) => {
    for (const question of questionsIn(tracer.stepsOf(aid.slots)))
      if (missing.has(question)) tried.dependsOn[index]?.add(question);
  });
}

function tryHousehold(settler: Settler, draft: Draft, number: number, tried: Tried): void {
  const missing: Missing = { all: new Set(), open: tried.open };
  const e = settler.settle(complete(draft, guesser(number, missing)));
  let sum = 0;
  AIDS.forEach((aid, index) => {
    const value = cent(aid.read(e));
    sum += monthlyShare(aid, value);
    tried.low[index] = Math.min(tried.low[index] ?? value, value);
    tried.high[index] = Math.max(tried.high[index] ?? value, value);
  });
  tried.lowSum = Math.min(tried.lowSum, sum);
  tried.highSum = Math.max(tried.highSum, sum);
  if (number < HOUSEHOLDS_RECORDED) record(settler, missing.all, tried);
}

function estimateOf(aid: AidDefinition, index: number, tried: Tried): AidEstimate {
  const { key, rhythm } = aid;
  const dependsOn = inOrder(tried.dependsOn[index] as Set<string>);
  const low = tried.low[index] as number;
  if (dependsOn.length === 0) return { aid: key, rhythm, state: 'known', value: low };
  return { aid: key, rhythm, state: 'unknown', low, high: tried.high[index] as number, dependsOn };
}

function inOrder(questions: ReadonlySet<string>): readonly string[] {
  const rank = (question: string) => {
    const [name, person] = question.split('.');
    return QUESTIONS.indexOf(name as (typeof QUESTIONS)[number]) * 2 + Number(person ?? 0);
  };
  return [...questions].sort((a, b) => rank(a) - rank(b));
}

/**
 * What can be said of a household of which some answers are missing. An aid is known when none of the missing
 * answers was read to find it, in any of the households tried; else it has a range and the answers it waits for.
 */
export function estimate(draft: Draft, month: number): Estimate {
  const settler = new Settler(month);
  const tried: Tried = {
    low: [],
    high: [],
    dependsOn: AIDS.map(() => new Set<string>()),
    open: new Set(),
    lowSum: Number.POSITIVE_INFINITY,
    highSum: 0
  };
  for (let number = 0; number < HOUSEHOLDS_TRIED; number++) tryHousehold(settler, draft, number, tried);
  const aids = AIDS.map((aid, index) => estimateOf(aid, index, tried));
  const waiting = new Set(aids.flatMap((aid) => (aid.state === 'unknown' ? aid.dependsOn : [])));
  const needed = inOrder(waiting);
  const frontier = needed.filter((question) => tried.open.has(question));
  const assumed = needed.filter((question) => !tried.open.has(question));
  return { aids, frontier, assumed, monthly: { low: cent(tried.lowSum), high: cent(tried.highSum) } };
}
