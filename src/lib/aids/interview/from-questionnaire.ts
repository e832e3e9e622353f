import { chosen, valueOf, type AgeBand, type Answers } from '$lib/questionnaire';
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

function childrenPassed(answers: Answers): readonly Passed[] {
  const household = valueOf(answers, 'household');
  if (household?.kind !== 'household') return [];
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

/**
 * A simulation begun with what she told the questionnaire: who lives with her, where money comes from, aids she
 * receives. Ages are known by band only, so what rests on them is said to be less sure.
 */
export function fromQuestionnaire(answers: Answers): KeptAnswers {
  const sources = chosen(answers, 'income_sources');
  return {
    version: 1,
    passed: childrenPassed(answers),
    held: sources.flatMap((source) => RECEIVED[source] ?? []),
    goesOn: false,
    sources: sources.length > 0 ? sources : null
  };
}
