import type { AgeBand, ChoiceOf, HouseholdValue } from '$lib/questionnaire';
import type { AidKey } from '../aids';
import type { KeptAnswers, Passed } from './answers-kept';

// within a band, an age on the side where most rules treat the whole band alike
const AGE_IN_BAND: Readonly<Record<AgeBand, number>> = {
  '0-2': 1,
  '3-5': 4,
  '6-10': 8,
  '11-13': 12,
  '14-17': 15,
  '18-20': 19,
  '21-24': 22
};

const RECEIVED: Readonly<Record<string, readonly AidKey[]>> = {
  rsa: ['rsa'],
  activity_bonus: ['prime_activite'],
  housing_benefit: ['aide_logement'],
  family_benefits: ['af', 'cf', 'paje_base']
};

const ACCEPTED: readonly ChoiceOf<'overindebtedness_file'>[] = ['receivable', 'plan_running'];

/** What the questionnaire knows that the simulator would ask. Read by the caller: the phone need not carry it. */
export interface ToldBefore {
  readonly household: HouseholdValue | null;
  readonly sources: readonly ChoiceOf<'income_sources'>[];
  /** Other arrears more pressing than what is asked here. */
  readonly urgent: readonly ChoiceOf<'other_urgent'>[];
  /** Where her file at the Banque de France stands; null when she did not say. */
  readonly debtFile: ChoiceOf<'overindebtedness_file'> | null;
}

function childrenPassed(household: HouseholdValue | null): readonly Passed[] {
  if (household === null) return [];
  const ages = Object.entries(household.childrenByBand).flatMap(([band, count]) =>
    Array.from({ length: count ?? 0 }, () => AGE_IN_BAND[band as AgeBand])
  );
  const raw = ages.length > 0 ? { children: 'yes', ages: ages.join(', ') } : { children: 'no', ages: '' };
  const children: Passed = { screen: 'children', raw, reused: true };
  // two adults may be a couple or not: only one adult says it
  return household.adults === 1
    ? [{ screen: 'couple', raw: { couple: 'no' }, reused: true }, children]
    : [children];
}

/** "Other" says that there is something, not what: then the question is asked. */
function arrearsPassed(urgent: ToldBefore['urgent']): readonly Passed[] {
  if (urgent.length === 0 || urgent.includes('other')) return [];
  return [{ screen: 'arrears', raw: { arrears: urgent.join(',') }, reused: true }];
}

/**
 * A simulation begun with what she told the questionnaire: who lives with her, where money comes from, aids she
 * receives. Ages are known by band only, so what rests on them is said to be less sure.
 */
export function fromQuestionnaire({ household, sources, urgent, debtFile }: ToldBefore): KeptAnswers {
  return {
    version: 1,
    passed: [...childrenPassed(household), ...arrearsPassed(urgent)],
    held: sources.flatMap((source) => RECEIVED[source] ?? []),
    has: [],
    told: debtFile === null ? {} : { 'situation.debt_file_accepted': ACCEPTED.includes(debtFile) },
    goesOn: false,
    sources: sources.length > 0 ? sources : null
  };
}
