import { chosen, withoutAnswers, type Answers } from './answers';
import type { QuestionId } from './question';
import { QUESTIONS } from './questions';

/** Who looks at her answers: her referent (or the stand-in), or another member of the team. Never a creditor. */
export type Viewer = 'referent' | 'team';

/**
 * Her answers as a member of staff may see them: what each page told her about who sees. What needs her consent
 * is left out as if it had never been asked, so that a blank tells nothing either.
 */
export function answersSeenBy(answers: Answers, viewer: Viewer): Answers {
  const ids = Object.keys(answers.entries) as QuestionId[];
  return withoutAnswers(
    answers,
    ids.filter((id) => !maySee(answers, id, viewer))
  );
}

function maySee(answers: Answers, id: QuestionId, viewer: Viewer): boolean {
  switch (QUESTIONS[id].seenBy) {
    case 'team':
      return true;
    case 'referent':
      return viewer === 'referent';
    case 'nobody_without_consent':
      return viewer === 'referent' && chosen(answers, 'tell_referent').includes('yes');
  }
}
