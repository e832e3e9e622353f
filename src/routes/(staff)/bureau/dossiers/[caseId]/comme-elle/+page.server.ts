import { standInOn, totalRemainingCents } from '$lib/cases';
import { promiseWords } from '$lib/backoffice/ui/promise-words';
import { euros, m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { signalView } from '$lib/questionnaire/ui/words';
import { loadCaseDesk } from '$lib/server/backoffice';
import { guardStaff, orNotFound } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';

/** What she sees when she comes in, read-only, without what she kept to herself. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const desk = await orNotFound(loadCaseDesk(actor, caseIdOf(event.params)));
  const now = new Date();
  const { head, names } = desk;
  const answers = standInOn(head, dayInZone(now, head.timeZone)) ?? head.referentId;
  const [plan] = desk.plans.plans;
  return {
    seen: {
      referent: answers ? (names.get(answers)?.name ?? null) : null,
      unread: head.unreadByDebtor,
      next: nextStep(plan?.state, head.questionnaireDoneAt !== null),
      owed: euros(totalRemainingCents(desk.debts)),
      debts: desk.debts.map(({ id, creditorName }) => ({ id: id as string, creditorName })),
      signals: desk.signals.map((row) => ({
        id: row.id,
        ...signalView(row.signal, ''),
        words: row.words,
        due:
          row.words === null && row.wordsDueAt
            ? promiseWords({ kind: 'signal_words', by: row.wordsDueAt }, now)
            : null
      }))
    }
  };
};

function nextStep(planState: string | undefined, isQuestionnaireDone: boolean): string {
  if (planState === 'countered') return m.backoffice_as_plan_answer();
  return isQuestionnaireDone ? m.backoffice_as_nothing() : m.backoffice_as_questionnaire();
}
