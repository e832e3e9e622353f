import type { Draft } from '../draft';
import { alternativesAmong, type Alternative, type SetAside } from './alternatives';
import { hasOwnIncome } from './household-facts';
import { judgeCondition } from './judge-condition';
import { judgePlace } from './judge-place';
import { inOrder } from './order';
import type { Right } from './right';
import type { Place, RightsContext } from './rights-context';
import type { ShownRight } from './shown-right';
import { YES, every, maybe, no, type Reason, type Verdict } from './verdict';

/** A right that is not hers, with why and by how much. */
export interface MissedRight {
  readonly right: Right;
  readonly reasons: readonly Reason[];
}

/** What can be said of the rights of a household. */
export interface RightsAnswer {
  /** In the order in which they are shown. */
  readonly shown: readonly ShownRight[];
  readonly missed: readonly MissedRight[];
  /** Hers too, but another is better or takes their place. */
  readonly setAside: readonly SetAside[];
}

/** Money a person without income must not be asked to repay. */
const INCOME_BENEFITS = ['aah', 'aspa', 'asi', 'ass', 'are'] as const;

/** Whether she could repay: an income of her own, or a lasting benefit. The RSA alone is not one. */
function canRepay(draft: Draft, { receives }: RightsContext): boolean | undefined {
  return INCOME_BENEFITS.some((benefit) => receives?.[benefit] === true) || hasOwnIncome(draft);
}

function judgeLoan(right: Right, draft: Draft, context: RightsContext): Verdict {
  if (right.loan !== 'loan') return YES;
  const able = canRepay(draft, context);
  if (able === undefined) return maybe('income');
  return able ? YES : no({ code: 'loan_without_income' });
}

function judgeAudience({ audience }: Right, { audiences }: RightsContext): Verdict {
  return audience === undefined || audiences?.includes(audience) === true
    ? YES
    : no({ code: 'meant_for_others' });
}

function judgeRight(right: Right, draft: Draft, place: Place, context: RightsContext): Verdict {
  return every([
    judgeAudience(right, context),
    judgePlace(right.scope, place),
    judgeLoan(right, draft, context),
    right.when ? judgeCondition(right.when, draft, context) : YES
  ]);
}

/** Those of other people and other places say nothing to her: they are not even among the missed. */
function concernsHer(reasons: readonly Reason[]): boolean {
  return !reasons.some(({ code }) => code === 'meant_for_others' || code === 'elsewhere');
}

/**
 * The rights of a household as far as its answers go, in the order in which they are shown: what answers its
 * arrears first. What she already has is left out; so is what is meant for others or exists elsewhere. A loan is
 * never offered to people without income, nor before it is known whether they have one.
 */
export function judgeRights(
  rights: readonly Right[],
  alternatives: readonly Alternative[],
  draft: Draft,
  place: Place,
  context: RightsContext
): RightsAnswer {
  const shown: ShownRight[] = [];
  const missed: MissedRight[] = [];
  const grantOnly = canRepay(draft, context) !== true;
  const has = new Set(context.has);
  for (const right of rights) {
    if (has.has(right.id) || right.engine?.some((aid) => context.receives?.[aid] === true)) continue;
    const verdict = judgeRight(right, draft, place, context);
    if (verdict.answer === 'no') {
      if (concernsHer(verdict.reasons)) missed.push({ right, reasons: verdict.reasons });
      continue;
    }
    const missing = verdict.answer === 'maybe' ? verdict.missing : [];
    if (missing.includes('income') && right.loan === 'loan') continue;
    const { answer } = verdict;
    shown.push({ right, answer, missing, group: 'other', grantOnly: grantOnly && right.loan === 'either' });
  }
  const { kept, setAside } = alternativesAmong(shown, alternatives);
  return { shown: inOrder(kept, context), missed, setAside };
}
