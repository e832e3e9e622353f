import type { Right } from './right';
import type { RightsContext } from './rights-context';
import { GROUPS, type Group, type ShownRight } from './shown-right';
import { THEMES } from './vocabulary';

const DEBT_THEMES: readonly Right['theme'][] = ['debt', 'seizure', 'bank', 'budget'];

function answersArrears(right: Right, { arrears }: RightsContext): boolean {
  return right.arrears?.some((late) => arrears?.includes(late)) === true;
}

function groupOf({ right, missing }: ShownRight, context: RightsContext): Group {
  const isInDebt = context.inDebt === true || (context.arrears ?? []).length > 0;
  if (answersArrears(right, context)) return 'arrears';
  if (right.urgent || right.theme === 'emergency') return 'emergency';
  if (missing.some((one) => one.startsWith('situation.')) && !(isInDebt && right.arrears)) return 'in_case';
  if (isInDebt && DEBT_THEMES.includes(right.theme)) return 'debt';
  return right.theme === 'youth' ? 'youth' : 'other';
}

const KIND_RANK: Record<Right['kind'], number> = { aid: 0, right: 1, procedure: 2, service: 3, mediation: 4 };
const LOAN_RANK = { none: 0, either: 0, loan: 1 } as const;

/** Within a group: what helps within days, sure before maybe, money before the rest, loans last, local first. */
function compare(a: ShownRight, b: ShownRight): number {
  const rank = ({ right, answer, group }: ShownRight) => [
    GROUPS.indexOf(group),
    LOAN_RANK[right.loan ?? 'none'],
    answer === 'yes' ? 0 : 1,
    KIND_RANK[right.kind],
    right.scope === undefined ? 1 : 0,
    THEMES.indexOf(right.theme)
  ];
  const [first, second] = [rank(a), rank(b)];
  return (
    first.map((value, index) => value - (second[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  );
}

/** Rights in the order in which they are shown, each with its part of the page. */
export function inOrder(shown: readonly ShownRight[], context: RightsContext): readonly ShownRight[] {
  return shown.map((one) => ({ ...one, group: groupOf(one, context) })).sort(compare);
}
