import type { Alternative } from '../catalogue/alternatives';
import { judgePlace } from '../catalogue/judge-place';
import type { Condition } from '../catalogue/condition';
import type { Right } from '../catalogue/right';
import type { Place } from '../catalogue/rights-context';
import { judgeRights } from '../catalogue/rights-for';
import type { ShownRight } from '../catalogue/shown-right';
import type { Draft } from '../draft';
import { checkHousehold } from '../household-check';
import { consistentDraftOf, outOfScope, placeOf, type KeptAnswers } from '../interview/answers-kept';
import { usualHousehold } from '../interview/outcome';
import { rightsContextOf } from '../interview/rights-context-of';
import { Simulator } from '../simulation';
import type { RightSides } from './compare-rights';
import type { Edition } from './edition';
import { NOT_HELD, changeBetween, held, type Holding, type HoldingChange } from './holding';
import type { ScreenedGain } from './rescreening';
import { settledEstimates } from './settled-estimates';

/** What the body alone settles; everything else that is missing is a question she has not answered. */
const LEFT_TO_THE_BODY = new Set(['words', 'near_ceiling']);

/** Nothing says no, and she has answered all that is hers to answer. */
function isHers({ answer, missing }: ShownRight): boolean {
  return answer === 'yes' || missing.every((one) => LEFT_TO_THE_BODY.has(one));
}

/**
 * Whether a change may bring somebody money she would want to hear of. Not a loan, which is no gain; not a step, a
 * service or a mediator, which pay nothing; not what the engine computes, whose amounts are parameters.
 */
export function mayBringNews({ before, after }: RightSides): boolean {
  if (!after || after.loan === 'loan' || after.engine) return false;
  if (after.kind !== 'aid' && after.kind !== 'right') return false;
  const judged = ({ when, scope, audience, loan, engine, kind, replaces, pays }: Right) =>
    JSON.stringify([when, scope, audience, loan, engine, kind, replaces, pays]);
  return before === null || judged(before) !== judged(after);
}

/** Alimony is asked last, and most have none: whoever stopped before it is not left out of every aid with a ceiling. */
function withoutAlimony(draft: Draft): Draft {
  const none = { alimony_received: 0, alimony_paid: 0 };
  return { ...draft, adults: draft.adults.map((adult) => ({ ...none, ...adult })) };
}

/** The rights that may take the place of one, or give way to it. */
function rivalsOf({ before, after }: RightSides, others: readonly Right[], table: readonly Alternative[]) {
  const own = [before, after].flatMap((right) => (right ? [right.id, ...(right.replaces ?? [])] : []));
  const facing = table.flatMap(({ keep, insteadOf }) =>
    own.includes(keep) || own.includes(insteadOf) ? [keep, insteadOf] : []
  );
  const near = new Set([...own, ...facing]);
  return others.filter(({ id, replaces = [] }) => near.has(id) || replaces.some((other) => near.has(other)));
}

/** Whether a condition asks what the engine gives: an aid, a benefit received, or the quotient of the CAF. */
function asksForAmounts(condition: Condition | undefined): boolean {
  if (condition === undefined) return false;
  if ('all' in condition) return condition.all.some(asksForAmounts);
  if ('any' in condition) return condition.any.some(asksForAmounts);
  if ('not' in condition) return asksForAmounts(condition.not);
  return 'aid' in condition || 'benefit' in condition || 'quotient' in condition;
}

/**
 * Holds stored answers against a right before and after a change: where she lives, among the rights that exclude it,
 * without what she has already. A right that hangs on a question she left open is not hers yet. For amounts of the
 * engine the most usual answer stands for a missing one, as elsewhere.
 */
export class RightScreening {
  private readonly simulator: Simulator;
  private readonly rivals: readonly Right[];
  private readonly isNews: boolean;
  /** Those of the sides and rivals for which the amounts of the engine are worked out. */
  private readonly onAmounts: ReadonlySet<Right>;

  constructor(
    private readonly month: number,
    private readonly sides: RightSides,
    others: readonly Right[],
    private readonly alternatives: readonly Alternative[],
    edition: Edition
  ) {
    this.isNews = mayBringNews(sides);
    this.simulator = new Simulator(month, edition);
    this.rivals = rivalsOf(sides, others, alternatives);
    const judged = [sides.before, sides.after, ...this.rivals].filter((right) => right !== null);
    this.onAmounts = new Set(judged.filter(({ when }) => asksForAmounts(when)));
  }

  /** What the change is to her; null when nothing can be said: her answers contradict one another, or go to a person. */
  changeFor(kept: KeptAnswers): HoldingChange | null {
    if (outOfScope(kept).length > 0) return null;
    const place = placeOf(kept);
    // most local aids are far from most people: nothing else is worked out for them
    if (!this.existsAt(place)) return { side: 'same', monthly: 0 };
    const said = consistentDraftOf(kept);
    if (!said) return null;
    const checked = checkHousehold(usualHousehold(said), this.month);
    if (!checked.ok) return null;
    const { before, after } = this.sides;
    // a hundred départements have a fund of their own: all but hers are out before anything is judged
    const rivals = this.rivals.filter(({ scope }) => judgePlace(scope, place).answer !== 'no');
    const isWorked = [before, after, ...rivals].some((right) => right && this.onAmounts.has(right));
    const estimates = isWorked ? settledEstimates(this.simulator, checked.value) : [];
    const context = rightsContextOf(kept, this.month, { estimates, inDebt: true });
    const draft = withoutAlimony(said);
    const holding = (right: Right | null, names: readonly string[]): Holding => {
      if (names.length === 0) return NOT_HELD;
      const all = right ? [right, ...rivals] : rivals;
      const { shown } = judgeRights(all, this.alternatives, draft, place, context);
      const own = shown.find((one) => names.includes(one.right.id) && isHers(one));
      return own ? held(own.right) : NOT_HELD;
    };
    // what it takes the place of was hers under another name
    const names = [...(before ? [before.id] : []), ...(after?.replaces ?? [])];
    return changeBetween(holding(before, names), holding(after, after ? [after.id] : []));
  }

  /** What she gains a month by the right; null as in `changeFor`. */
  gainOf(kept: KeptAnswers): ScreenedGain | null {
    const change = this.changeFor(kept);
    if (change === null) return null;
    const { after } = this.sides;
    if (change.side !== 'gains' || !this.isNews || !after) return { cents: 0, about: [] };
    const cents = change.monthly === null ? 'opened' : Math.round(change.monthly * 100);
    return { cents, about: [after.id] };
  }

  private existsAt(place: Place): boolean {
    const { before, after } = this.sides;
    return [before, after].some((right) => right && judgePlace(right.scope, place).answer !== 'no');
  }
}
