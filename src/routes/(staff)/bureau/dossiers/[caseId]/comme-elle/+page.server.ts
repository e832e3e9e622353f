import { promiseWords } from '$lib/backoffice/ui/promise-words';
import { signalView } from '$lib/questionnaire/ui/words';
import { loadCaseDesk } from '$lib/server/backoffice';
import { loadHomeAtDesk } from '$lib/server/home';
import { guardStaff, orNotFound } from '$lib/server/http';
import { homeView } from '../../../../../(debtor)/accueil/home-view';
import type { PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';

/** What she sees when she comes in, read-only, without what she kept to herself. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const caseId = caseIdOf(event.params);
  const [desk, home] = await orNotFound(
    Promise.all([loadCaseDesk(actor, caseId), loadHomeAtDesk(actor, caseId)])
  );
  const now = new Date();
  return {
    home: homeView(home, false),
    seen: {
      unread: desk.head.unreadByDebtor,
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
