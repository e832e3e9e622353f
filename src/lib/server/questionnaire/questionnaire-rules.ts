import type { Cents } from '$lib/kernel';
import type { Answers } from '$lib/questionnaire';

/**
 * What other domains decide and this one only applies: the protected floor (budget), and by when the referent owes
 * words about a signal raised now (contact policy: working days and hours of the place).
 */
export interface QuestionnaireRules {
  floorOf(answers: Answers): Cents | null;
  wordsDueAt(signalKind: string, at: Date): Date;
}
