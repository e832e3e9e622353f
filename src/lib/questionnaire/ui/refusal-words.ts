import { m, number } from '$lib/i18n';
import { impossible } from '$lib/kernel';
import type { AnswerRefusal, QuestionId } from '$lib/questionnaire';
import { choiceWords, SKIP } from './choice-words';

/** How to fix a refused answer, without the word "Erreur", beside the field it is about. */
export function refusalWords(id: QuestionId, why: AnswerRefusal): string {
  switch (why.code) {
    case 'answer_missing':
      return m.questionnaire_error_answer_missing();
    case 'choice_unknown':
      return m.questionnaire_error_choice_unknown();
    case 'none_with_others':
      return m.questionnaire_error_none_with_others({ none: noneOf(id) });
    case 'answer_and_skip':
      return m.questionnaire_error_answer_and_skip({ skip: SKIP[why.skip]() });
    case 'text_too_long':
      return m.questionnaire_error_text_too_long({
        length: number(why.length),
        maximum: number(why.maximum)
      });
    default:
      return figureWords(why);
  }
}

function noneOf(id: QuestionId): string {
  return choiceWords(id === 'exchange_needs' || id === 'income_sources' ? id : 'other_urgent', 'none');
}

type FigureRefusal = Exclude<AnswerRefusal, { field: 'answer' | 'skip' }>;

function figureWords(why: FigureRefusal): string {
  switch (why.code) {
    case 'amount_missing':
      return m.questionnaire_error_amount_missing();
    case 'amount_not_a_number':
      return m.questionnaire_error_amount_not_a_number();
    case 'amount_negative':
      return m.questionnaire_error_amount_negative();
    case 'amount_too_large':
      return m.questionnaire_error_amount_too_large();
    default:
      return householdWords(why);
  }
}

function householdWords(why: Exclude<FigureRefusal, { field: 'amount' }>): string {
  switch (why.code) {
    case 'adults_missing':
      return m.questionnaire_error_adults_missing();
    case 'adults_not_a_number':
      return m.questionnaire_error_adults_not_a_number();
    case 'adults_out_of_range':
      return m.questionnaire_error_adults_out_of_range({ maximum: number(why.maximum) });
    case 'ages_not_understood':
      return m.questionnaire_error_ages_not_understood();
    case 'age_out_of_range':
      return m.questionnaire_error_age_out_of_range({ age: number(why.age) });
    case 'child_is_an_adult':
      return m.questionnaire_error_child_is_an_adult({ age: number(why.age) });
    case 'too_many_children':
      return m.questionnaire_error_too_many_children({ maximum: number(why.maximum) });
    default:
      return impossible(why);
  }
}
