import { z } from 'zod';
import { DESK_ZONE, promiseWords } from '$lib/backoffice/ui/promise-words';
import { fullDate, m } from '$lib/i18n';
import { dayInZone, parseId } from '$lib/kernel';
import { signalView } from '$lib/questionnaire/ui/words';
import { loadCaseDesk, type CaseDesk } from '$lib/server/backoffice';
import { commandOf, guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { answerSignal, type SignalNotThere, type WordsRefusal } from '$lib/server/questionnaire';
import type { Actions, PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';

const wordsForm = z.object({ signalId: z.string(), words: z.string().optional().default('') });

/** The signals staff may know, as the person reads them, with a place for words. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const desk = await orNotFound(loadCaseDesk(actor, caseIdOf(event.params)));
  const now = new Date();
  return { signals: desk.signals.map((row) => signalToAnswer(row, desk, actor.staffId, now)) };
};

export const actions: Actions = {
  /** Keeps the words; the person reads them as they are. */
  words: async (event) => {
    const actor = guardStaff(event, 'case.answer_signal');
    const form = await readForm(event, wordsForm);
    if (!form.ok) return form.failure;
    const { words } = form.data;
    const signalId = parseId<'signal'>(form.data.signalId);
    if (!signalId) return refuseForm(form.values, [{ field: '', message: m.backoffice_signals_gone() }]);
    const input = { signalId, words };
    const said = await orNotFound(
      answerSignal(actor, caseIdOf(event.params), input, commandOf(form.commandId, input))
    );
    if (!said.ok) {
      return refuseForm(form.values, [{ field: `words-${signalId}`, message: refusalWords(said.why) }]);
    }
    return { answered: signalId as string };
  }
};

function signalToAnswer(row: CaseDesk['signals'][number], desk: CaseDesk, staffId: string, now: Date) {
  const view = signalView(row.signal, '');
  const owed = row.words === null ? row.wordsDueAt : null;
  return {
    ...view,
    id: row.id,
    causes: view.causes.map(({ question, answer, answeredOn }) =>
      m.backoffice_signals_answered_on({ question, answer, day: answeredOn })
    ),
    due: owed && promiseWords({ kind: 'signal_words', by: owed }, now),
    words: row.words,
    wordsBy: wordsBy(row, desk, staffId),
    command: crypto.randomUUID()
  };
}

function wordsBy(row: CaseDesk['signals'][number], { names }: CaseDesk, staffId: string): string {
  if (!row.wordsAt || !row.wordsBy) return '';
  const day = fullDate(dayInZone(row.wordsAt, DESK_ZONE));
  if (row.wordsBy === staffId) return m.backoffice_signals_words_by({ day });
  const name = names.get(row.wordsBy)?.name;
  return name
    ? m.backoffice_signals_words_by_other({ name, day })
    : m.backoffice_signals_words_by_team({ day });
}

function refusalWords(why: WordsRefusal | SignalNotThere | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'words_empty':
      return m.backoffice_signals_words_empty();
    case 'words_too_long':
      return m.backoffice_signals_words_too_long({
        length: String(why.length),
        maximum: String(why.maximum)
      });
    case 'signal_not_there':
      return m.backoffice_signals_gone();
    case 'command_reused':
      return m.backoffice_error_reused();
  }
}
