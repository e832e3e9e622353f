import type { CaseId } from '$lib/kernel';
import { needOf, needRank, recommendTrack } from '$lib/questionnaire';
import { noteOnDesk } from '../cases';
import type { Transaction } from '../db';
import { selectAnswers } from './answers-repository';
import { selectLiveSignals } from './signals-repository';

/** Recomputes need, recommendation and words owed of a case from its stored signals, after one ended or was answered. */
export async function refreshDeskFromSignals(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  const [answers, live] = await Promise.all([selectAnswers(tx, caseId), selectLiveSignals(tx, caseId)]);
  const rows = live.filter((row) => row.endedWhy === null);
  const inForce = rows.map((row) => row.signal);
  const need = needOf(inForce, answers);
  const owed = rows
    .filter((row) => row.wordsAt === null && row.wordsDueAt !== null)
    .map((row) => row.wordsDueAt!.getTime());
  await noteOnDesk(
    tx,
    caseId,
    {
      need: { code: need, rank: needRank(need) },
      signalWordsDueAt: owed.length > 0 ? new Date(Math.min(...owed)) : null,
      recommendedTrack: recommendTrack(inForce).track
    },
    at
  );
}
