import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, localDate } from '$lib/kernel';
import {
  LEGAL_EVENTS,
  PROPOSED,
  isOver,
  transition,
  type PlanEvent,
  type PlanState,
  type PlanStateName
} from './plan-state';

const day = localDate('2026-09-15');
const later = addDays(day, 8);
const events: Record<PlanEvent['name'], PlanEvent> = {
  accept: { name: 'accept', on: day },
  accept_counter: { name: 'accept_counter', on: day },
  counter: { name: 'counter', words: 'Vingt euros suffisent.' },
  explain: { name: 'explain', words: 'La banque demande une pièce.' },
  keep_mine: { name: 'keep_mine' },
  withdraw: { name: 'withdraw' },
  cancel: { name: 'cancel', on: day },
  start: { name: 'start', on: later },
  adapt: { name: 'adapt' },
  suspend: { name: 'suspend', on: later },
  resume: { name: 'resume' },
  complete: { name: 'complete', leftCents: cents(0) },
  close: { name: 'close', isSettled: false }
};

const after = (...names: PlanEvent['name'][]): PlanState =>
  names.reduce((state: PlanState, name) => {
    const next = transition(state, events[name]);
    if (!next.ok) throw new Error(JSON.stringify(next.why));
    return next.value;
  }, PROPOSED);

const states: Record<PlanStateName, PlanState> = {
  proposed: PROPOSED,
  countered: after('counter'),
  explained: after('explain'),
  accepted: after('accept'),
  running: after('accept', 'start'),
  adapted: after('accept', 'start', 'adapt'),
  suspended: after('accept', 'start', 'suspend'),
  completed: after('accept', 'start', 'complete'),
  withdrawn: after('withdraw'),
  cancelled: after('accept', 'cancel'),
  ended: after('accept', 'close')
};

describe('a plan', () => {
  it.each<[PlanEvent['name'][], PlanStateName]>([
    [['accept'], 'accepted'],
    [['accept', 'start'], 'running'],
    [['accept', 'start', 'adapt', 'adapt'], 'adapted'],
    [['accept', 'start', 'complete'], 'completed'],
    [['counter', 'accept_counter'], 'accepted'],
    [['counter', 'keep_mine', 'accept'], 'accepted'],
    [['counter', 'explain'], 'explained'],
    [['explain'], 'explained'],
    [['accept', 'cancel'], 'cancelled'],
    [['accept', 'start', 'withdraw'], 'withdrawn'],
    [['accept', 'start', 'suspend', 'resume'], 'running'],
    [['counter', 'suspend', 'resume'], 'countered'],
    [['accept', 'start', 'suspend', 'withdraw'], 'withdrawn'],
    [['close'], 'ended'],
    [['counter', 'close'], 'ended'],
    [['accept', 'start', 'suspend', 'close'], 'ended']
  ])('after %j is %s', (names, expected) => {
    expect(after(...names).name).toBe(expected);
  });

  it('moves only where the table of legal events says so', () => {
    for (const [from, state] of Object.entries(states) as [PlanStateName, PlanState][])
      for (const event of Object.values(events)) {
        const result = transition(state, event);
        const legal = LEGAL_EVENTS[from].includes(event.name);
        if (!legal)
          expect(result).toEqual({
            ok: false,
            why: { code: 'transition_not_allowed', from, event: event.name }
          });
        else if (!result.ok) expect(result.why.code).not.toBe('transition_not_allowed');
      }
  });

  it('is over when explained, completed, withdrawn, cancelled or ended with its case, and only then', () => {
    expect((Object.keys(states) as PlanStateName[]).filter(isOver).sort()).toEqual([
      'cancelled',
      'completed',
      'ended',
      'explained',
      'withdrawn'
    ]);
  });

  it.each([
    ['the last day', 7, true],
    ['the day after', 8, false]
  ])('can be cancelled until %s', (_when, days, accepted) => {
    const on = addDays(day, days);
    const result = transition(states.accepted, { name: 'cancel', on });
    expect(result.ok).toBe(accepted);
    if (!result.ok)
      expect(result.why).toEqual({ code: 'change_of_mind_over', untilOn: '2026-09-22', askedOn: on });
    expect(transition(states.accepted, { name: 'start', on }).ok).toBe(!accepted);
  });

  it('is complete with a case that was settled, once agreed; what was only talked about merely ends', () => {
    const settled: PlanEvent = { name: 'close', isSettled: true };
    const after = (state: PlanState) => transition(state, settled);
    for (const name of ['accepted', 'running', 'adapted', 'suspended'] as const)
      expect(after(states[name]), name).toEqual({ ok: true, value: { name: 'completed' } });
    for (const name of ['proposed', 'countered'] as const)
      expect(after(states[name]), name).toEqual({ ok: true, value: { name: 'ended' } });
  });

  it.each(['counter', 'explain'] as const)('cannot be answered by %s without words', (name) => {
    expect(transition(PROPOSED, { name, words: ' \n ' })).toEqual({
      ok: false,
      why: { code: 'words_missing', event: name }
    });
    expect(transition(PROPOSED, { name, words: ' Parlons-en. ' })).toMatchObject({
      ok: true,
      value: { words: 'Parlons-en.' }
    });
  });

  it('is completed only when nothing is owed any more', () => {
    expect(transition(states.running, { name: 'complete', leftCents: cents(1) })).toEqual({
      ok: false,
      why: { code: 'still_owed', leftCents: 1 }
    });
  });

  it('can be stopped by her without a reason, as long as it lives', () => {
    for (const [name, state] of Object.entries(states) as [PlanStateName, PlanState][])
      expect(transition(state, { name: 'withdraw' }).ok).toBe(!isOver(name));
  });

  it('comes back from a suspension exactly as it was, whatever happened before', () => {
    const names = Object.keys(events) as PlanEvent['name'][];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 12 }), (path) => {
        let state: PlanState = PROPOSED;
        for (const name of path) {
          const next = transition(state, events[name]);
          expect(transition(state, events[name])).toEqual(next);
          if (next.ok) state = next.value;
        }
        const paused = transition(state, events.suspend);
        if (paused.ok)
          expect(transition(paused.value, { name: 'resume' })).toEqual({ ok: true, value: state });
        else expect(isOver(state.name) || state.name === 'suspended').toBe(true);
      })
    );
  });
});
