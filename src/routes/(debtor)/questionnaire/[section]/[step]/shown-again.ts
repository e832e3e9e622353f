import { fail } from '@sveltejs/kit';
import { list, m, quoted } from '$lib/i18n';
import type { AnswerRefusal, NotReachable, QuestionId, RawFields } from '$lib/questionnaire';
import { entryWords, questionView } from '$lib/questionnaire/ui/words';
import type { AnsweredElsewhere, OwnAnswers } from '$lib/server/questionnaire';

type Why = AnswerRefusal | NotReachable | AnsweredElsewhere | { readonly code: 'command_reused' };

/** A question page that comes back: as she filled it, with what is to correct, or with what to know first. */
export function shownAgain(id: QuestionId, fields: RawFields, why: Why, { referentName }: OwnAnswers) {
  const again = { command: crypto.randomUUID() };
  switch (why.code) {
    case 'answered_elsewhere': {
      const view = questionView(id, { typed: fields, referentName });
      const answer = list(entryWords(id, why.entry).map(quoted));
      const notice = m.questionnaire_page_elsewhere({ answer });
      return fail(409, { ...again, view, notice, seen: why.entry.answeredAt });
    }
    case 'command_reused': {
      const view = questionView(id, { typed: fields, referentName });
      return fail(409, { ...again, view, notice: m.questionnaire_page_reused() });
    }
    case 'question_not_reachable': {
      const view = questionView(id, { typed: fields, referentName });
      return fail(404, { ...again, view, notice: m.questionnaire_error_not_reachable() });
    }
    default:
      return fail(400, { ...again, view: questionView(id, { sent: { fields, why }, referentName }) });
  }
}
