import { AIDS, monthlyShare, type AidKey, type AidRhythm } from '../aids';
import { complete, type Draft, type Guess } from '../draft';
import type { AidEstimate } from '../estimate';
import { explain, type Explanation } from '../explanation';
import { contradictionIn } from '../contradiction';
import type { HouseholdRefusal } from '../household-refusal';
import type { Household } from '../household';
import { ok, refused, type Result } from '$lib/kernel';
import { draftOf, type KeptAnswers } from './answers-kept';
import { estimated } from './estimated';
import { screensLeft } from './interview';
import { screensOf, type ScreenId } from './screens';

/** How sure an amount is: nothing missing, nothing left open but the rare, or answers that would change it. */
export type Sureness = 'sure' | 'likely' | 'to-check';

/** One aid for this household. Euros of its rhythm; for the health cover 2 free, 1 with participation, 0 none. */
export interface FoundAid {
  readonly key: AidKey;
  readonly rhythm: AidRhythm;
  readonly low: number;
  readonly high: number;
  /** With the answers given, and the most usual one where there is none. */
  readonly usual: number;
  readonly sureness: Sureness;
  /** Screens whose answers are missing for it. */
  readonly waitsFor: readonly ScreenId[];
}

/** A sum a month, in euros, least and most. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a simulation gives. */
export interface Outcome {
  /** Found, not received yet: largest first. */
  readonly toClaim: readonly FoundAid[];
  /** Those she says she receives. */
  readonly held: readonly FoundAid[];
  /** Not for this household as it stands. */
  readonly closed: readonly FoundAid[];
  /** Given without asking: the landlord takes it off the rent. */
  readonly automatic: readonly FoundAid[];
  /** What is to claim, a month on average: what is paid once is left out. */
  readonly monthly: Range & { readonly usual: number };
  /** Screens that would make it more precise. */
  readonly left: readonly ScreenId[];
  /** The household computed, the most usual answer standing for each missing one. */
  readonly household: Household;
}

const usualAnswer: Guess = (_question, among) => among[0] as (typeof among)[number];

/** A whole household from a draft, with the most usual answer wherever one is missing. */
export function usualHousehold(draft: Draft): Household {
  return complete(draft, usualAnswer);
}

const CENT = 0.005;
// a range this narrow does not change what she would do
const NARROW = 1.15;

function surenessOf(aid: AidEstimate, isApproximate: boolean): Sureness {
  if (aid.state === 'known') return isApproximate ? 'likely' : 'sure';
  return aid.low > 0 && aid.high <= aid.low * NARROW ? 'likely' : 'to-check';
}

function foundFrom(aid: AidEstimate, usual: Explanation, reused: ReadonlySet<ScreenId>): FoundAid {
  const isApproximate = screensOf([...usual.questions]).some((screen) => reused.has(screen));
  const [low, high] = aid.state === 'known' ? [aid.value, aid.value] : [aid.low, aid.high];
  return {
    key: aid.aid,
    rhythm: aid.rhythm,
    low,
    high,
    usual: usual.value,
    sureness: surenessOf(aid, isApproximate),
    waitsFor: aid.state === 'known' ? [] : screensOf(aid.dependsOn)
  };
}

const AUTOMATIC: readonly AidKey[] = ['reduction_loyer_solidarite'];

/** Whether there is something for the household as it stands, the usual answer standing for a missing one. */
function isOpen(aid: FoundAid): boolean {
  return aid.usual > CENT;
}

function sumOf(aids: readonly FoundAid[], of: (aid: FoundAid) => number): number {
  return aids.reduce((sum, aid) => {
    const definition = AIDS.find(({ key }) => key === aid.key) as (typeof AIDS)[number];
    return sum + monthlyShare(definition, of(aid));
  }, 0);
}

const monthlyWeight = (aid: FoundAid) => sumOf([aid], ({ usual }) => usual);

/** Every aid for the household of the answers, in a month; refused when the answers contradict one another. */
export function outcomeOf(kept: KeptAnswers, month: number): Result<Outcome, HouseholdRefusal> {
  const draft = draftOf(kept);
  // each screen was read with its limits: only what screens say together can be wrong
  const household = usualHousehold(draft);
  const contradiction = contradictionIn(household, month);
  if (contradiction) return refused(contradiction);
  const { aids } = estimated(kept, month);
  const explanations = explain(household, month);
  const reused = new Set(kept.passed.filter((one) => one.reused).map(({ screen }) => screen));
  const found = aids.map((aid, place) => foundFrom(aid, explanations[place] as Explanation, reused));
  const open = found.filter(isOpen).sort((a, b) => monthlyWeight(b) - monthlyWeight(a));
  const isHeld = ({ key }: FoundAid) => kept.held.includes(key);
  const isAutomatic = ({ key }: FoundAid) => AUTOMATIC.includes(key);
  const toClaim = open.filter((aid) => !isHeld(aid) && !isAutomatic(aid));
  const sum = (of: (aid: FoundAid) => number) => sumOf(toClaim, of);
  return ok({
    toClaim,
    held: open.filter(isHeld),
    automatic: open.filter((aid) => isAutomatic(aid) && !isHeld(aid)),
    closed: found.filter((aid) => !isOpen(aid)),
    monthly: {
      low: sum(({ low }) => low),
      high: sum(({ high }) => high),
      usual: sum(({ usual }) => usual)
    },
    left: screensLeft(kept, month),
    household
  });
}
