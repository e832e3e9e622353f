import { longInstant, m } from '$lib/i18n';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadOwnQuestionnaire, type OwnQuestionnaire } from '$lib/server/questionnaire';
import { HOME } from '../../addresses';
import { REVIEW, SIGNALS } from '../ways';
import type { PageServerLoad } from './$types';

/** What happens now, who does it and by when: only what is really promised. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const own = await orNotFound(loadOwnQuestionnaire(actor, actor.caseId));
  return {
    promise: promiseWords(own),
    hasSignals: own.signals.some((row) => row.endedWhy === null),
    links: { signals: SIGNALS, review: REVIEW, home: HOME }
  };
};

/** Words are owed about signals she agreed to tell; nothing else is promised by answering. */
function promiseWords({ signals, referentName, timeZone }: OwnQuestionnaire): string | null {
  const owed = signals
    .filter((row) => row.endedWhy === null && row.wordsAt === null && row.wordsDueAt !== null)
    .map((row) => row.wordsDueAt!.getTime());
  if (owed.length === 0) return null;
  const when = longInstant(new Date(Math.min(...owed)), timeZone);
  return referentName === null
    ? m.questionnaire_done_team({ when })
    : m.questionnaire_done_referent({ name: referentName, when });
}
