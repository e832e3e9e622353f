import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { writeSignalWords } from './signals-repository';
import type { SignalNotThere } from './remove-signal';
import { refreshDeskFromSignals } from './signal-promises';

/** Longest words about a signal, in characters. */
export const MAX_SIGNAL_WORDS = 1000;

/** The words cannot be kept. */
export type WordsRefusal =
  | { readonly code: 'words_empty' }
  | { readonly code: 'words_too_long'; readonly length: number; readonly maximum: number };

/** The referent answers a signal in words, which the person reads as they are on "Mes signaux". */
export async function answerSignal(
  actor: Actor,
  caseId: CaseId,
  input: { readonly signalId: Id<'signal'>; readonly words: string },
  command?: Command
): Promise<Result<null, WordsRefusal | SignalNotThere | CommandReused>> {
  const words = input.words.trim();
  if (words === '') return refused({ code: 'words_empty' });
  if (words.length > MAX_SIGNAL_WORDS) {
    return refused({ code: 'words_too_long', length: words.length, maximum: MAX_SIGNAL_WORDS });
  }
  const at = now();
  const asked = { act: 'answerSignal', command };
  return enter(actor, { permission: 'case.answer_signal', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      if (actor.kind !== 'staff') throw new Error('Only staff answer signals');
      const written = await writeSignalWords(tx, caseId, input.signalId, words, actor.staffId, at);
      if (!written) return refused({ code: 'signal_not_there' as const });
      await refreshDeskFromSignals(tx, caseId, at);
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'signal.answered', detail: { signalId: input.signalId } },
        at
      );
      return ok(null);
    })
  );
}
