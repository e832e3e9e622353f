import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '$lib/kernel';
import { noAnswers, type Answers, type Reply } from '../answers';
import { recordAnswer } from '../record-answer';
import type { QuestionId } from '../question';
import { anEntry, anyAnswers, FLOOR, someAnswers, TODAY, type Short } from '../testing/builders';
import { reconcileSignals } from './reconcile';
import { signalsFrom } from './signals-from';
import type { Signal, SignalEndedWhy, StoredSignal } from './signal';

const signalsOn = (answers: Answers, today: LocalDate = TODAY) =>
  signalsFrom(answers, { today, floorCents: FLOOR });
const stored = (signal: Signal, endedWhy: SignalEndedWhy | null = null): StoredSignal => ({
  id: `id-${signal.kind}`,
  // as it comes back from the database
  signal: JSON.parse(JSON.stringify(signal)) as Signal,
  endedWhy
});
const only = (said: Partial<Record<QuestionId, Short>>, day: LocalDate = TODAY): Signal => {
  const [signal] = signalsFrom(someAnswers(said, day), { today: day, floorCents: FLOOR });
  if (!signal) throw new Error('these answers raise no signal');
  return signal;
};
const say = (answers: Answers, id: QuestionId, short: Short, on: LocalDate, at: string): Answers => {
  const recorded = recordAnswer(answers, id, anEntry(id, short) as Reply, { answeredAt: at, answeredOn: on });
  if (!recorded.ok) throw new Error(recorded.why.code);
  return recorded.value.answers;
};

describe('stored signals against her answers', () => {
  it('raises what is new, keeps what is unchanged', () => {
    const answers = someAnswers({ going_without: 'often', left_over: 'nothing' });
    const result = reconcileSignals([stored(only({ going_without: 'often' }))], signalsOn(answers), TODAY);
    expect(result.raised.map((signal) => signal.kind)).toEqual(['marge_nulle']);
    expect(result.kept.map((one) => one.signal.kind)).toEqual(['urgent_vital']);
    expect([result.changed, result.ended]).toEqual([[], []]);
  });

  it('ends what another answer takes back', () => {
    const result = reconcileSignals([stored(only({ going_without: 'often' }))], [], TODAY);
    expect(result.ended).toMatchObject([{ stored: { id: 'id-urgent_vital' }, why: 'answer_changed' }]);
  });

  it('ends what is over on the day after its last, not before', () => {
    const signal = only({ going_without: 'often' });
    const answers = someAnswers({ going_without: 'often' });
    const on = (day: LocalDate) => reconcileSignals([stored(signal)], signalsOn(answers, day), day);
    expect(on(addDays(TODAY, 30)).kept).toHaveLength(1);
    expect(on(addDays(TODAY, 31)).ended).toMatchObject([{ why: 'expired' }]);
  });

  it('changes a signal in place when its answer, its needs or the consent change', () => {
    const change = (before: Partial<Record<QuestionId, Short>>, after: Partial<Record<QuestionId, Short>>) =>
      reconcileSignals([stored(only(before))], [only(after)], TODAY).changed.length;
    expect(change({ exchange_needs: ['large_text'] }, { exchange_needs: ['no_phone'] })).toBe(1);
    expect(change({ going_without: 'sometimes' }, { going_without: 'often' })).toBe(1);
    expect(change({ feeling: 'too_much' }, { feeling: 'too_much', tell_referent: 'yes' })).toBe(1);
    expect(change({ feeling: 'too_much' }, { feeling: 'too_much' })).toBe(0);
  });

  it('ignores rows that ended before: a new answer makes a new row', () => {
    const old = stored(only({ going_without: 'often' }), 'expired');
    expect(reconcileSignals([old], [only({ going_without: 'often' })], TODAY).raised).toHaveLength(1);
  });
});

describe('a signal she removed', () => {
  const first = say(noAnswers(), 'going_without', 'often', TODAY, '2026-11-21T10:00:00.000Z');
  const removed = signalsOn(first).map((signal) => stored(signal, 'removed_by_person'));

  it('is not raised again by the same answer', () => {
    expect(reconcileSignals(removed, signalsOn(first), TODAY).raised).toEqual([]);
  });

  it('is not raised again when she walks through the pages and sends the same answer', () => {
    const again = say(first, 'going_without', 'often', addDays(TODAY, 3), '2026-11-24T10:00:00.000Z');
    expect(reconcileSignals(removed, signalsOn(again), TODAY).raised).toEqual([]);
  });

  it('is raised by another answer, also when she comes back to the first one', () => {
    const no = say(first, 'going_without', 'no', TODAY, '2026-11-21T11:00:00.000Z');
    const back = say(no, 'going_without', 'often', TODAY, '2026-11-21T12:00:00.000Z');
    expect(reconcileSignals(removed, signalsOn(no), TODAY).raised).toEqual([]);
    expect(reconcileSignals(removed, signalsOn(back), TODAY).raised).toHaveLength(1);
  });

  it('is raised by the same answer once its time is over: it was asked and said again', () => {
    const later = addDays(TODAY, 31);
    const again = say(first, 'going_without', 'often', later, '2026-12-22T10:00:00.000Z');
    expect(reconcileSignals(removed, signalsOn(again, later), later).raised).toHaveLength(1);
  });

  it('comes back with the new answer only, when it has two', () => {
    const bank = stored(only({ card_withdrawn: 'yes' }), 'removed_by_person');
    const fresh = {
      ...only({ card_withdrawn: 'yes' }),
      causes: [
        ...only({ card_withdrawn: 'yes' }).causes,
        ...only({ rejected_payments: 'five_or_more' }, addDays(TODAY, -5)).causes
      ]
    };
    const [raised] = reconcileSignals([bank], [fresh], TODAY).raised;
    expect(raised?.causes.map((cause) => cause.questionId)).toEqual(['rejected_payments']);
    expect(raised?.raisedOn).toBe(addDays(TODAY, -5));
  });
});

describe('whatever is stored', () => {
  it('once written, nothing is left to write', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (before, after) => {
        const existing = signalsOn(before).map((signal) => stored(signal));
        const result = reconcileSignals(existing, signalsOn(after), TODAY);
        const written = [
          ...result.raised.map((signal) => stored(signal)),
          ...result.kept,
          ...result.changed.map(({ stored: row, signal }) => ({ ...row, signal })),
          ...result.ended.map(({ stored: row, why }) => ({ ...row, endedWhy: why }))
        ];
        const again = reconcileSignals(written, signalsOn(after), TODAY);
        expect([again.raised, again.changed, again.ended]).toEqual([[], [], []]);
        expect(again.kept).toHaveLength(signalsOn(after).length);
      })
    );
  });
});
