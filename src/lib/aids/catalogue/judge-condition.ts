import { impossible } from '$lib/kernel';
import type { Draft } from '../draft';
import type { AidKey } from '../aids';
import type { Condition, Range } from './condition';
import { adultAges, adultsOf, childAges, type Ages } from './household-facts';
import { judgeMonthlyIncome, judgeQuotient, judgeYearlyTaxIncome } from './judge-income';
import type { Arrears, Benefit } from './vocabulary';
import type { RightsContext } from './rights-context';
import { YES, every, maybe, no, some, type Missing, type Reason, type Verdict } from './verdict';

function isWithin(age: number, [least, most]: Range): boolean {
  return (least === null || age >= least) && (most === null || age <= most);
}

/** Why nobody is of age; when there is one adult only, by how many years. */
function ageReason(known: readonly number[], [least, most]: Range): Reason {
  const age = known[0];
  if (known.length === 1 && age !== undefined) {
    if (least !== null && age < least) return { code: 'too_young', bound: least, years: least - age };
    if (most !== null && age > most) return { code: 'too_old', bound: most, years: age - most };
  }
  return { code: 'nobody_of_age', least, most };
}

function judgeAges({ known, missing }: Ages, range: Range): Verdict {
  if (known.some((age) => isWithin(age, range))) return YES;
  return missing.length > 0
    ? maybe(...missing)
    : no({ code: 'nobody_of_age', least: range[0], most: range[1] });
}

function judgeAdultAge(ages: Ages, range: Range): Verdict {
  const verdict = judgeAges(ages, range);
  return verdict.answer === 'no' ? no(ageReason(ages.known, range)) : verdict;
}

function judgeChildren(draft: Draft, needed: number, unborn: boolean): Verdict {
  if (draft.children === undefined) return maybe('children');
  const adults = adultsOf(draft);
  const born = draft.children.length;
  if (born >= needed) return YES;
  const mayExpect = unborn && born + 1 >= needed;
  if (mayExpect && adults.some(({ pregnant }) => pregnant === true)) return YES;
  const open = adults.flatMap(({ pregnant }, who) => (pregnant === undefined ? [`pregnant.${who}`] : []));
  if (mayExpect && open.length > 0) return maybe(...open);
  return no({ code: 'too_few_children', needed, fewer: needed - born });
}

/** Holds when an adult fits; open while an adult has not answered or it is not known whether there are two. */
function judgeAdults<T>(
  draft: Draft,
  question: string,
  read: (adult: Draft['adults'][number]) => T | undefined,
  fits: (value: T) => boolean,
  reason: (values: readonly T[]) => Reason
): Verdict {
  const values = adultsOf(draft).map(read);
  const known = values.filter((value) => value !== undefined);
  if (known.some(fits)) return YES;
  const missing = values.flatMap((value, who) => (value === undefined ? [`${question}.${who}`] : []));
  if (missing.length > 0) return maybe(...missing);
  return draft.couple === undefined ? maybe('couple') : no(reason(known));
}

function judgeDisabledChild({ children }: Draft): Verdict {
  if (children === undefined) return maybe('children');
  if (children.some(({ aeeh }) => aeeh === true)) return YES;
  return children.some(({ aeeh }) => aeeh === undefined) ? maybe('aeeh') : no({ code: 'no_disabled_child' });
}

/** Entitled to one of these, as far as the engine can tell. */
function judgeAids(keys: readonly AidKey[], { estimates, receives }: RightsContext): Verdict {
  const missing = new Set<Missing>();
  for (const key of keys) {
    const estimate = estimates?.find(({ aid }) => aid === key);
    if (receives?.[key] === true) return YES;
    if (estimate === undefined) missing.add('aids');
    else if (estimate.state === 'known' ? estimate.value > 0 : estimate.low > 0) return YES;
    else if (estimate.state === 'unknown' && estimate.high > 0)
      estimate.dependsOn.forEach((question) => missing.add(question));
  }
  return missing.size > 0 ? maybe(...missing) : no({ code: 'not_entitled', aids: keys });
}

/** Receives one of these. Not said: what the engine says she cannot have, she does not receive. */
function judgeBenefits(benefits: readonly Benefit[], { estimates, receives }: RightsContext): Verdict {
  const missing: Missing[] = [];
  for (const key of benefits) {
    const said = receives?.[key];
    if (said === true) return YES;
    const estimate = estimates?.find(({ aid }) => aid === key);
    const cannot = estimate?.state === 'known' && estimate.value === 0;
    if (said === undefined && !cannot) missing.push(`benefit.${key}`);
  }
  return missing.length > 0 ? maybe(...missing) : no({ code: 'not_received', benefits });
}

function judgeArrears(wanted: readonly Arrears[], { arrears }: RightsContext): Verdict {
  if (arrears === undefined) return maybe('arrears');
  return arrears.some((late) => wanted.includes(late))
    ? YES
    : no({ code: 'no_such_arrears', arrears: wanted });
}

function judgeDebt({ inDebt, arrears }: RightsContext): Verdict {
  if (inDebt === true || (arrears ?? []).length > 0) return YES;
  return inDebt === false ? no({ code: 'not_in_debt' }) : maybe('arrears');
}

function judgeSituation(situation: string, { situations }: RightsContext): Verdict {
  const said = situations?.[situation];
  if (said === undefined) return maybe(`situation.${situation}`);
  return said ? YES : no({ code: 'not_the_situation', situation });
}

function judgeNot(condition: Condition, draft: Draft, context: RightsContext): Verdict {
  const { answer, ...rest } = judgeCondition(condition, draft, context);
  if (answer === 'yes') return no({ code: 'excluded', by: condition });
  return answer === 'no' ? YES : maybe(...('missing' in rest ? rest.missing : []));
}

function judgeCouple({ couple }: Draft, wanted: boolean): Verdict {
  if (couple === undefined) return maybe('couple');
  return couple === wanted ? YES : no({ code: couple ? 'lives_in_couple' : 'lives_alone' });
}

function judgeHousing(draft: Draft, wanted: Extract<Condition, { housing: unknown }>['housing']): Verdict {
  const status = draft.housing?.status;
  if (status === undefined) return maybe('housing_status');
  return wanted.includes(status) ? YES : no({ code: 'other_housing', wanted });
}

/** Who lives there: ages, children, activity, disability, home. */
function judgeHousehold(condition: Condition, draft: Draft, context: RightsContext): Verdict | null {
  if ('adultAge' in condition) return judgeAdultAge(adultAges(draft, context.month), condition.adultAge);
  if ('childAge' in condition) return judgeAges(childAges(draft, context.month), condition.childAge);
  if ('anyoneAge' in condition) {
    const [adults, children] = [adultAges(draft, context.month), childAges(draft, context.month)];
    const known = [...adults.known, ...children.known];
    return judgeAges({ known, missing: [...adults.missing, ...children.missing] }, condition.anyoneAge);
  }
  if ('children' in condition) return judgeChildren(draft, condition.children, condition.unborn === true);
  if ('couple' in condition) return judgeCouple(draft, condition.couple);
  if ('housing' in condition) return judgeHousing(draft, condition.housing);
  if ('disabledChild' in condition) return judgeDisabledChild(draft);
  if ('activity' in condition) {
    const { activity: wanted } = condition;
    return judgeAdults(
      draft,
      'activity',
      ({ activity }) => activity,
      (activity) => wanted.includes(activity),
      () => ({ code: 'other_activity', wanted })
    );
  }
  if (!('disability' in condition)) return null;
  const { disability: needed } = condition;
  return judgeAdults(
    draft,
    'disability',
    (adult) => adult.disability_rate,
    (rate) => rate >= needed,
    (rates) => ({ code: 'disability_below', needed, short: needed - Math.max(...rates) })
  );
}

/** Holds a condition against a household with unanswered questions and what else is known of the person. */
export function judgeCondition(condition: Condition, draft: Draft, context: RightsContext): Verdict {
  if ('all' in condition) return every(condition.all.map((part) => judgeCondition(part, draft, context)));
  if ('any' in condition) return some(condition.any.map((part) => judgeCondition(part, draft, context)));
  if ('not' in condition) return judgeNot(condition.not, draft, context);
  if ('monthlyIncome' in condition) return judgeMonthlyIncome(draft, condition.monthlyIncome);
  if ('yearlyTaxIncome' in condition) return judgeYearlyTaxIncome(draft, condition.yearlyTaxIncome);
  if ('quotient' in condition) return judgeQuotient(draft, context, condition.quotient);
  if ('aid' in condition) return judgeAids(condition.aid, context);
  if ('benefit' in condition) return judgeBenefits(condition.benefit, context);
  if ('situation' in condition) return judgeSituation(condition.situation, context);
  if ('arrears' in condition) return judgeArrears(condition.arrears, context);
  if ('inDebt' in condition) return judgeDebt(context);
  if ('words' in condition) return maybe('words');
  return judgeHousehold(condition, draft, context) ?? impossible(condition as never);
}
