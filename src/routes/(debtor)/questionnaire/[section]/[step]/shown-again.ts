import { fail } from '@sveltejs/kit';
import { list, m, quoted } from '$lib/i18n';
import type { AnswerRefusal, NotReachable, QuestionId, RawFields } from '$lib/questionnaire';
import { entryWords, questionView, type QuestionView } from '$lib/questionnaire/ui/words';
import type { AnsweredElsewhere, OwnAnswers } from '$lib/server/questionnaire';

type Why = AnswerRefusal | NotReachable | AnsweredElsewhere | { readonly code: 'command_reused' };

/** A question page that comes back as she filled it. */
export interface ShownAgain {
  readonly view: QuestionView;
  /** What to know before sending again, when it is not about one field. */
  readonly notice: string | null;
  /** When the answer she is told of was given; null: as the page had it. */
  readonly seen: string | null;
  /** The next attempt says something else, so it is another command. */
  readonly command: string;
}

/** Gives a page back with what is to correct, or with what to know first. */
export function shownAgain(id: QuestionId, fields: RawFields, why: Why, { referentName }: OwnAnswers) {
  const again = (status: number, notice: string, seen: string | null = null) =>
    fail<ShownAgain>(status, {
      view: questionView(id, { typed: fields, referentName }),
      notice,
      seen,
      command: crypto.randomUUID()
    });
  switch (why.code) {
    case 'answered_elsewhere': {
      const answer = list(entryWords(id, why.entry).map(quoted));
      return again(409, m.questionnaire_page_elsewhere({ answer }), why.entry.answeredAt);
    }
    case 'command_reused':
      return again(409, m.questionnaire_page_reused());
    case 'question_not_reachable':
      return again(404, m.questionnaire_error_not_reachable());
    default: {
      const view = questionView(id, { sent: { fields, why }, referentName });
      return fail<ShownAgain>(400, { view, notice: null, seen: null, command: crypto.randomUUID() });
    }
  }
}
