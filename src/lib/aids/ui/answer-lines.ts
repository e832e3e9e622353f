import { draftOf, fieldsOf, type Field, type KeptAnswers, type RawAnswer, type ScreenId } from '$lib/aids';
import { list, m } from '$lib/i18n';
import { CHOICE_WORDS, FIELD_LABEL, SCREEN_TITLE } from './question-words';

/** One answer as read again before the result: what was asked, what she said. */
export interface AnswerLine {
  readonly screen: ScreenId;
  readonly title: string;
  readonly answer: string;
}

function fieldWords(field: Field, typed: string): string {
  const words = CHOICE_WORDS[field.name] ?? CHOICE_WORDS[field.about];
  if (field.kind === 'one_choice' || field.kind === 'several_choices')
    return list(typed.split(',').flatMap((code) => words?.[code]?.() ?? []));
  const label = (FIELD_LABEL[field.name] ?? FIELD_LABEL[field.about])?.() ?? '';
  if (typed.trim() === '') return '';
  return field.kind === 'money' ? `${label} : ${typed.trim()}` : typed.trim();
}

function answerWords(screen: ScreenId, raw: RawAnswer, fields: readonly Field[]): string {
  if (screen === 'place') return [raw['postcode'], raw['commune']].filter(Boolean).join(' ');
  const said = fields
    .map((field) => fieldWords(field, raw[field.name] ?? ''))
    .filter((words) => words !== '');
  return said.length > 0 ? said.join(' · ') : m.aids_answer_nothing();
}

/** Every screen behind her, to read again and change. */
export function answerLines(kept: KeptAnswers): readonly AnswerLine[] {
  const draft = draftOf(kept);
  return kept.passed.map(({ screen, raw, reused }) => {
    const fields = fieldsOf(screen, draft, { sources: kept.sources });
    const answer = raw === null ? m.aids_result_answers_unknown() : answerWords(screen, raw, fields);
    return {
      screen,
      title: SCREEN_TITLE[screen](),
      answer: reused ? `${answer} (${m.aids_result_answers_reused()})` : answer
    };
  });
}
