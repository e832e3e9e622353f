import type { QuestionId, SectionId } from './question';
import { QUESTIONS, QUESTIONS_IN_ORDER } from './questions';

/** The sections in order, each with its neutral place in the address. */
export const SECTIONS: readonly { readonly id: SectionId; readonly slug: string }[] = [
  { id: 'exchanges', slug: 'vous-et-nous' },
  { id: 'situation', slug: 'reperes' },
  { id: 'month', slug: 'le-mois' },
  { id: 'support', slug: 'a-votre-rythme' }
];

const SECTION_SLUG = new Map(SECTIONS.map((section) => [section.id, section.slug]));

/** The two parts of a question's address, as in `/questionnaire/{section}/{step}`. */
export function addressOf(id: QuestionId): { section: string; step: string } {
  const question = QUESTIONS[id];
  return { section: SECTION_SLUG.get(question.section) ?? '', step: question.slug };
}

/** The question at an address, or null when there is none there. */
export function questionAt(section: string, step: string): QuestionId | null {
  const found = QUESTIONS_IN_ORDER.find(
    (question) => question.slug === step && addressOf(question.id).section === section
  );
  return found?.id ?? null;
}

/** The questions of a section, in order. */
export function questionsOfSection(section: SectionId): readonly QuestionId[] {
  return QUESTIONS_IN_ORDER.filter((question) => question.section === section).map((question) => question.id);
}
