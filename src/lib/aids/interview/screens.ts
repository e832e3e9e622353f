/** The screens of the simulator: one question each, in the order in which they are asked when they matter. */
export const SCREENS = [
  'scope',
  'couple',
  'children',
  'age',
  'activity',
  'income',
  'housing',
  'rent',
  'place',
  'arrears',
  'alimony',
  'pregnant',
  'disability',
  'separated',
  'past_work',
  'young_work',
  'scholarship',
  'child_disability',
  'flatshare',
  'contribution',
  'savings'
] as const;
/** One screen of the simulator. */
export type ScreenId = (typeof SCREENS)[number];

/** How many screens are shown before a first result; the others wait until she wishes to be more precise. */
export const MOST_FIRST_SCREENS = 12;

const SCREEN_OF: Readonly<Record<string, ScreenId>> = {
  couple: 'couple',
  children: 'children',
  age: 'age',
  activity: 'activity',
  net_salary: 'income',
  unemployment_benefit: 'income',
  retirement_pension: 'income',
  invalidity_pension: 'income',
  housing_status: 'housing',
  rent: 'rent',
  zone: 'place',
  alimony: 'alimony',
  pregnant: 'pregnant',
  disability: 'disability',
  recently_separated: 'separated',
  ass_eligible: 'past_work',
  rsa_jeune: 'young_work',
  scholarship: 'scholarship',
  aeeh: 'child_disability',
  flatshare: 'flatshare',
  pays_contribution: 'contribution',
  savings: 'savings'
};

/** The screen that asks an engine question (`net_salary.1` is asked by `income`); null for one nobody asks. */
export function screenOf(question: string): ScreenId | null {
  return SCREEN_OF[question.split('.')[0] ?? ''] ?? null;
}

/** The screens that ask some engine questions, each once, in the order of the questions. */
export function screensOf(questions: readonly string[]): readonly ScreenId[] {
  return [...new Set(questions.map(screenOf))].filter((screen): screen is ScreenId => screen !== null);
}

/** Whether a text names a screen. */
export function isScreenId(text: string): text is ScreenId {
  return (SCREENS as readonly string[]).includes(text);
}
