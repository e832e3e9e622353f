import { awaitedOf } from '$lib/backoffice';
import { promiseWords } from '$lib/backoffice/ui/promise-words';
import { m } from '$lib/i18n';
import { NEED, TRACK } from '$lib/questionnaire/ui/words';
import { FOLLOWED_LIMIT, listMyCases, searchCases } from '$lib/server/backoffice';
import type { CaseHead } from '$lib/server/cases';
import { guardStaff } from '$lib/server/http';
import { needOfHead } from '../ma-journee/day-view';
import type { PageServerLoad } from './$types';

/** Her people by name, or what a search finds. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'desk.worklist');
  const query = event.url.searchParams.get('q');
  const now = new Date();
  if (query === null) {
    const heads = await listMyCases(actor);
    const limit = heads.length === FOLLOWED_LIMIT ? FOLLOWED_LIMIT : null;
    return { query: '', isSearch: false, error: null, limit, lines: heads.map((head) => lineOf(head, now)) };
  }
  const found = await searchCases(actor, query);
  return {
    query,
    isSearch: true,
    limit: null,
    error: found.ok ? null : m.backoffice_cases_search_short(),
    lines: found.ok ? found.value.map((head) => lineOf(head, now)) : []
  };
};

function lineOf(head: CaseHead, now: Date) {
  const [first] = awaitedOf(head);
  return {
    caseId: head.id as string,
    name: head.displayName,
    note: `${head.city} · ${head.reference}`,
    need: NEED[needOfHead(head)](),
    track: TRACK[head.track](),
    promise: first ? promiseWords(first, now) : m.backoffice_cases_nothing_promised(),
    unread: head.unreadByStaff,
    isClosed: head.closedAt !== null
  };
}
