import { z } from 'zod';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { euros, m, shortInstant } from '$lib/i18n';
import { parseAmount } from '$lib/kernel';
import { loadChanges, setNewsThreshold, type NewsThreshold } from '$lib/server/aids';
import { guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { newsLines, passLine } from '../pass-view';
import { revisionLines, subjectName } from '../revision-view';
import type { Actions, PageServerLoad } from './$types';

const text = z.string().optional().default('');
const thresholdForm = z.object({ threshold: text, reason: text });

/** What waits for a second person, the passes over the profiles, the threshold, and the history. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  const { proposed, history, passes, news, threshold } = await orNotFound(loadChanges(actor));
  const byId = new Map([...proposed, ...history].map((revision) => [revision.id as string, revision]));
  return {
    waitingLines: await revisionLines(proposed, event.fetch),
    history: await revisionLines(history, event.fetch),
    passes: passes.map((pass) => {
      const revision = byId.get(pass.revisionId);
      const counts = news.get(pass.revisionId);
      const line = passLine(pass);
      return {
        ...line,
        counts: [...line.counts, ...(counts ? newsLines(counts) : [])],
        ...(revision && { change: { id: revision.id as string, name: subjectName(revision) } })
      };
    }),
    threshold: thresholdWords(threshold)
  };
};

function thresholdWords({ cents, reason, setByName, setAt }: NewsThreshold) {
  return {
    now: m.veille_threshold_now({ amount: euros(cents, { cents: 'when-needed' }) }),
    why:
      setByName && setAt
        ? m.veille_threshold_by({
            name: setByName,
            when: shortInstant(setAt, DESK_ZONE),
            reason: reason ?? ''
          })
        : m.veille_threshold_usual()
  };
}

export const actions: Actions = {
  /** Sets from how much gain people are told, with the reason. */
  threshold: async (event) => {
    const actor = guardStaff(event, 'law_watch.decide');
    const form = await readForm(event, thresholdForm);
    if (!form.ok) return form.failure;
    const amount = parseAmount(form.data.threshold);
    const badAmount = { field: 'threshold', message: m.veille_threshold_fault() };
    if (!amount.ok) return refuseForm(form.values, [badAmount]);
    const input = { cents: amount.value, reason: form.data.reason };
    const set = await orNotFound(setNewsThreshold(actor, input));
    if (set.ok) return { done: m.veille_threshold_done() };
    return refuseForm(form.values, [
      set.why.code === 'reason_missing'
        ? { field: 'reason', message: m.veille_fault_reason_missing() }
        : badAmount
    ]);
  }
};
