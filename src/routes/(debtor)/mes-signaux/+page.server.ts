import { m } from '$lib/i18n';
import { SIGNAL_NAME } from '$lib/questionnaire/ui/words';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadOwnSignals } from '$lib/server/questionnaire';
import type { PageServerLoad } from './$types';
import { endedLine, isInForce, signalSheet } from './signal-sheets';

/** Her signals: why each is there, what it changes, who saw it, until when, and the words about it. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const own = await orNotFound(loadOwnSignals(actor, actor.caseId));
  const { signals, timeZone } = own;
  const past = signals.filter((row) => !isInForce(row, own));
  const removed = past.find((row) => row.id === event.url.searchParams.get('retire'));
  return {
    quickExit: true,
    sheets: signals.filter((row) => isInForce(row, own)).map((row) => signalSheet(row, own)),
    past: past.map((row) => ({ id: row.id, line: endedLine(row, timeZone) })),
    removed: removed ? m.questionnaire_signals_removed({ signal: SIGNAL_NAME[removed.signal.kind]() }) : null,
    isGone: event.url.searchParams.has('absent'),
    command: crypto.randomUUID()
  };
};
