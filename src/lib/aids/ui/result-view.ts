import {
  explain,
  outcomeOf,
  parameterSources,
  writtenMonth,
  type AidKey,
  type Explanation,
  type FoundAid,
  type KeptAnswers,
  type Outcome,
  type ParameterSource,
  type ScreenId,
  type Sureness
} from '$lib/aids';
import { m, monthAndYear, plural } from '$lib/i18n';
import { localDate } from '$lib/kernel';
import { AID_BODY, AID_CLOSED, AID_NAME, AID_PAPERS, AID_SITE, AID_WHAT, AID_WHERE } from './aid-words';
import { amountWords, exactEuros, roundEuros } from './amount-words';
import { answerLines, type AnswerLine } from './answer-lines';
import { bodiesAround, type BodiesAround, type BodiesState, type BodyView } from './body-view';
import { monthPlot, type MonthPlot } from './month-plot';
import { SCREEN_TITLE } from './question-words';
import { rightsView, type RightsView } from './rights-view';
import type { Surroundings } from './surroundings';
import { traceView, type TraceView } from './trace-view';

/** One aid in words. */
export interface AidView {
  readonly key: AidKey;
  readonly name: string;
  readonly amount: string;
  readonly rhythm: string;
  readonly sureness: Sureness;
  readonly what: string;
  /** The resources and the limit, where the law has one. */
  readonly because: string;
  /** The first questions whose answers it waits for. */
  readonly missing: readonly { readonly screen: ScreenId; readonly title: string }[];
  readonly where: string;
  /** The nearest body to ask, once it was looked for. */
  readonly body: BodyView | null;
  readonly papers: string;
  readonly site: string;
  readonly trace: TraceView;
}

/** The result in words. */
export interface ResultView {
  readonly title: string;
  /** Null when there is nothing to claim each month. */
  readonly sum: { readonly month: string; readonly year: string; readonly range: string } | null;
  readonly count: string;
  readonly toClaim: readonly AidView[];
  readonly held: readonly { readonly key: AidKey; readonly line: string }[];
  readonly automatic: readonly string[];
  readonly closed: readonly { readonly key: AidKey; readonly name: string; readonly why: string }[];
  readonly plot: MonthPlot | null;
  /** Rights beside the amounts: for arrears and emergencies first. */
  readonly rights: RightsView;
  /** Addresses of bodies: there, to be asked for, or why not. */
  readonly bodies: BodiesState;
  /** Words for the questions left; empty when there is none. */
  readonly left: string;
  readonly answers: readonly AnswerLine[];
  readonly month: string;
  readonly mayRent: boolean;
  readonly isCouple: boolean;
}

/** What the words of one aid are made from. */
interface Material {
  readonly month: number;
  readonly written: string;
  readonly sources: readonly ParameterSource[];
  readonly explanations: ReadonlyMap<AidKey, Explanation>;
  readonly outcome: Outcome;
  readonly bodies: BodiesAround;
}

const rhythmOf = (aid: FoundAid): string => {
  const limit = LIMIT_RHYTHM[aid.key] ?? 'year';
  return limit === 'month' ? m.aids_amount_month() : m.aids_amount_year();
};

const LIMIT_RHYTHM: Readonly<Partial<Record<AidKey, 'month' | 'year'>>> = {
  rsa: 'month',
  prime_activite: 'month',
  reduction_loyer_solidarite: 'month',
  aspa: 'month',
  ass: 'month'
};

function amountsOf(aid: FoundAid, { explanations }: Material) {
  const steps = explanations.get(aid.key)?.steps ?? [];
  const participation = steps.find(({ name }) => name === 'css_participation_monthly')?.value ?? 0;
  return amountWords(aid, participation);
}

function becauseOf(aid: FoundAid, { explanations }: Material): string {
  const limit = explanations.get(aid.key)?.limit;
  if (!limit) return '';
  const perTime = (value: number) => `${exactEuros(value)} ${rhythmOf(aid)}`;
  return m.aids_result_limit({ resources: perTime(limit.resources), ceiling: perTime(limit.ceiling) });
}

// more would hide the aid itself; the others are asked one after the other by "Préciser"
const MOST_MISSING = 2;

function aidView(aid: FoundAid, material: Material): AidView {
  const { month, written, sources, explanations, outcome } = material;
  const isCouple = outcome.household.adults.length === 2;
  const trace = traceView(explanations.get(aid.key) as Explanation, sources, written, month, isCouple);
  return {
    key: aid.key,
    name: AID_NAME[aid.key](),
    ...amountsOf(aid, material),
    sureness: trace.assumed && aid.sureness === 'sure' ? 'likely' : aid.sureness,
    what: AID_WHAT[aid.key](),
    because: becauseOf(aid, material),
    missing: aid.waitsFor.slice(0, MOST_MISSING).map((screen) => ({ screen, title: SCREEN_TITLE[screen]() })),
    where: AID_WHERE[aid.key](),
    body: material.bodies.of(AID_BODY[aid.key]),
    papers: AID_PAPERS[aid.key](),
    site: AID_SITE[aid.key](),
    trace
  };
}

/** Why not: by how much the limit is passed when that is the reason, else whom the aid is for. */
function closedWhy(aid: FoundAid, { explanations }: Material): string {
  const explanation = explanations.get(aid.key);
  const applies = explanation?.steps.at(-1)?.applies === true;
  const limit = explanation?.limit;
  if (!applies || !limit || limit.over <= 0) return AID_CLOSED[aid.key]();
  const per = rhythmOf(aid);
  return m.aids_result_over({
    resources: exactEuros(limit.resources),
    ceiling: exactEuros(limit.ceiling),
    over: `${exactEuros(limit.over)} ${per}`
  });
}

const named = (aid: FoundAid, material: Material) => {
  const { amount, rhythm } = amountsOf(aid, material);
  return { name: AID_NAME[aid.key](), amount: `${amount} ${rhythm}`.trim() };
};

const MONTHS = 12;

function sumView({ monthly }: Outcome): ResultView['sum'] {
  if (Math.round(monthly.usual) <= 0) return null;
  const isOpen = Math.round(monthly.low) !== Math.round(monthly.high);
  return {
    month: roundEuros(monthly.usual),
    year: m.aids_result_per_year({ amount: roundEuros(monthly.usual * MONTHS) }),
    range: isOpen ? m.aids_result_range({ low: roundEuros(monthly.low), high: roundEuros(monthly.high) }) : ''
  };
}

function leftWords(left: readonly ScreenId[]): string {
  if (left.length === 0) return '';
  return plural(
    left.length,
    m.aids_result_precise_note_one(),
    m.aids_result_precise_note_other({ count: String(left.length) })
  );
}

function countWords(count: number): string {
  if (count === 0) return m.aids_result_none();
  return plural(count, m.aids_result_count_one(), m.aids_result_count_other({ count: String(count) }));
}

const RENTED = new Set(['private_unfurnished', 'private_furnished', 'hlm']);

function viewOf(kept: KeptAnswers, material: Material, around: Surroundings, rights: RightsView): ResultView {
  const { outcome } = material;
  const sum = sumView(outcome);
  const { adults, housing } = outcome.household;
  return {
    title: sum ? m.aids_result_h1() : m.aids_result_h1_none(),
    sum,
    count: countWords(outcome.toClaim.length),
    toClaim: outcome.toClaim.map((aid) => aidView(aid, material)),
    held: outcome.held.map((aid) => ({
      key: aid.key,
      line: m.aids_result_held_one(named(aid, material))
    })),
    automatic: outcome.automatic.map((aid) => m.aids_result_automatic(named(aid, material))),
    closed: outcome.closed.map((aid) => ({
      key: aid.key,
      name: AID_NAME[aid.key](),
      why: closedWhy(aid, material)
    })),
    plot: monthPlot(kept, outcome, around),
    rights,
    bodies: material.bodies.state,
    left: leftWords(outcome.left),
    answers: answerLines(kept),
    month: m.aids_result_month({ month: monthAndYear(localDate(`${material.written}-01`)) }),
    mayRent: RENTED.has(housing.status),
    isCouple: adults.length === 2
  };
}

/** The result in words, or null when two answers contradict each other. */
export async function resultView(
  kept: KeptAnswers,
  month: number,
  around: Surroundings
): Promise<ResultView | null> {
  const found = outcomeOf(kept, month);
  if (!found.ok) return null;
  const outcome = found.value;
  const explanations = new Map(explain(outcome.household, month).map((one) => [one.aid, one]));
  const [sources, bodies] = await Promise.all([parameterSources(), bodiesAround(kept, around)]);
  const rights = await rightsView(kept, month, around, bodies);
  const material = { month, written: writtenMonth(month), sources, explanations, outcome, bodies };
  return viewOf(kept, material, around, rights);
}
