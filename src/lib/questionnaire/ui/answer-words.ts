import { euros, list, m, plural } from '$lib/i18n';
import {
  AGE_BANDS,
  DAYS,
  MOMENTS,
  type AnswerValue,
  type ChoiceQuestionId,
  type Entry,
  type HouseholdValue,
  type QuestionId,
  type Slot
} from '$lib/questionnaire';
import { AGE_BAND, choiceWords, DAY, MOMENT, SKIP } from './choice-words';

/** What she answered, in her words: one line each, for "Vos réponses", "Mes signaux" and the case page. */
export function answerWords(id: QuestionId, value: AnswerValue): readonly string[] {
  switch (value.kind) {
    case 'one_choice':
      return [choiceWords(id as ChoiceQuestionId, value.choice)];
    case 'several_choices':
      return value.choices.map((code) => choiceWords(id as ChoiceQuestionId, code));
    case 'times':
      return timesWords(value.slots, value.neverAtWork);
    case 'household':
      return householdWords(value);
    case 'left_over':
      return [leftOverWords(value)];
    case 'free_text':
      return [value.text];
  }
}

/** An entry in words: the answer, the way of not answering, or that it is blank and may stay so. */
export function entryWords(id: QuestionId, entry: Entry | undefined): readonly string[] {
  if (!entry) return [m.questionnaire_answer_blank()];
  if (entry.disposition === 'later') return [m.questionnaire_answer_later()];
  return entry.disposition === 'answered' ? answerWords(id, entry.value) : [SKIP[entry.disposition]()];
}

function leftOverWords(value: Extract<AnswerValue, { kind: 'left_over' }>): string {
  if (value.bound === 'nothing') return m.questionnaire_answer_left_nothing();
  const amount = euros(value.amountCents, { cents: 'when-needed' });
  return value.bound === 'about'
    ? m.questionnaire_answer_left_about({ amount })
    : m.questionnaire_answer_left_less_than({ amount });
}

function householdWords({ adults, childrenByBand }: HouseholdValue): readonly string[] {
  const adult = plural(adults, m.questionnaire_answer_adults_one, m.questionnaire_answer_adults_other);
  const children = AGE_BANDS.flatMap((band) => {
    const count = childrenByBand[band] ?? 0;
    return count === 0
      ? []
      : [m.questionnaire_answer_children({ count: String(count), band: AGE_BAND[band]() })];
  });
  const none = m.questionnaire_answer_no_children();
  return [adult({ count: String(adults) }), ...(children.length === 0 ? [none] : children)];
}

function timesWords(slots: readonly Slot[], neverAtWork: boolean): readonly string[] {
  const lines = DAYS.flatMap((day) => {
    const moments = MOMENTS.filter((moment) => slots.includes(`${day}_${moment}`));
    const names = moments.map((moment) => MOMENT[moment]().toLocaleLowerCase('fr'));
    return moments.length === 0
      ? []
      : [m.questionnaire_answer_slots({ day: DAY[day](), moments: list(names) })];
  });
  return neverAtWork ? [...lines, m.questionnaire_answer_never_at_work()] : lines;
}
