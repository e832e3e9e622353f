import { localDate } from '$lib/kernel';
import { expect, it } from 'vitest';
import { adviserPause, noteAdviser, type AdviserNote, type AdviserNoteBy } from './adviser-pause';
import { DEFAULT_POLICY } from './contact-policy';
import { openPause, type Pause } from './pauses';

const day = localDate;
const begun = openPause('debt_adviser', day('2026-11-01'), DEFAULT_POLICY);
const ended: Pause = { ...begun, liftedOn: day('2026-11-05') };
const ill = openPause('health', day('2026-11-01'), DEFAULT_POLICY);

it.each<[AdviserNote, string, readonly Pause[], string, unknown]>([
  ['begin', 'nothing yet', [], '2026-11-10', { startsOn: '2026-11-10', endsOn: '2026-12-10' }],
  [
    'begin',
    'a pause of another cause',
    [ill],
    '2026-11-10',
    { reason: 'debt_adviser', endsOn: '2026-12-10' }
  ],
  ['begin', 'one that runs', [begun], '2026-11-10', { code: 'pause_runs', untilOn: '2026-12-01' }],
  ['begin', 'one that ended early', [ended], '2026-11-10', { startsOn: '2026-11-10', liftedOn: null }],
  ['begin', 'one that is over', [begun], '2026-12-01', { startsOn: '2026-12-01', endsOn: '2026-12-31' }],
  ['prolong', 'one that runs', [ill, begun], '2026-11-10', { startsOn: '2026-11-01', endsOn: '2026-12-31' }],
  ['prolong', 'its last day', [begun], '2026-11-30', { endsOn: '2026-12-31' }],
  ['prolong', 'one that is over', [begun], '2026-12-01', { code: 'no_pause' }],
  ['prolong', 'a pause of another cause', [ill], '2026-11-10', { code: 'no_pause' }],
  ['end', 'one that runs', [begun], '2026-11-10', { startsOn: '2026-11-01', liftedOn: '2026-11-10' }],
  ['end', 'one that ended early', [ended], '2026-11-10', { code: 'no_pause' }],
  ['end', 'nothing yet', [], '2026-11-10', { code: 'no_pause' }]
])('%s, with %s', (note, _with, noted, today, expected) => {
  const result = noteAdviser(note, noted, { today: day(today), by: 'follower' }, DEFAULT_POLICY);
  expect(result.ok ? result.value : result.why).toMatchObject(expected as object);
});

it('runs until the day before its end, and no longer', () => {
  expect(adviserPause([ill, begun], day('2026-11-30'), DEFAULT_POLICY)).toEqual(begun);
  expect(adviserPause([ill, begun], day('2026-12-01'), DEFAULT_POLICY)).toBeNull();
});

const lasting = (startsOn: string, endsOn: string): Pause => ({
  reason: 'debt_adviser',
  startsOn: day(startsOn),
  endsOn: day(endsOn),
  liftedOn: null
});
const prolong = (noted: readonly Pause[], today: string, by: AdviserNoteBy = 'follower') => {
  const result = noteAdviser('prolong', noted, { today: day(today), by }, DEFAULT_POLICY);
  return result.ok ? result.value.endsOn : result.why;
};

it('is prolonged at most sixty days ahead, and says from when', () => {
  expect(prolong([begun], '2026-11-01')).toBe('2026-12-31');
  expect(prolong([lasting('2026-11-01', '2026-12-31')], '2026-11-30')).toEqual({
    code: 'too_far_ahead',
    untilOn: '2026-12-31',
    days: 60,
    fromOn: '2026-12-01'
  });
  expect(prolong([lasting('2026-11-01', '2026-12-31')], '2026-12-01')).toBe('2027-01-30');
  expect(prolong([lasting('2026-11-01', '2026-12-31')], '2026-11-30', 'supervisor')).toMatchObject({
    code: 'too_far_ahead'
  });
});

it('beyond 120 days in twelve months waits for a supervisor, ended and begun again or not', () => {
  const long = lasting('2026-08-03', '2026-11-01');
  expect(prolong([long], '2026-10-30'), '120 days').toBe('2026-12-01');
  expect(prolong([lasting('2026-08-03', '2026-11-02')], '2026-10-30')).toEqual({
    code: 'supervisor_confirms',
    days: 120
  });
  expect(prolong([lasting('2026-08-03', '2026-11-02')], '2026-10-30', 'supervisor')).toBe('2026-12-02');
  const before: Pause = { ...lasting('2026-01-01', '2026-04-02'), liftedOn: null };
  const begin = (noted: readonly Pause[], by: AdviserNoteBy, today = '2026-11-10') =>
    noteAdviser('begin', noted, { today: day(today), by }, DEFAULT_POLICY).ok;
  expect(begin([before], 'follower'), '91 days, and 30').toBe(false);
  expect(begin([{ ...before, liftedOn: day('2026-04-01') }], 'follower'), 'ended a day sooner').toBe(true);
  expect(begin([before], 'supervisor')).toBe(true);
  expect(begin([before], 'follower', '2027-02-01'), 'a year later').toBe(true);
  expect(begin([{ ...before, reason: 'health' }], 'follower')).toBe(true);
});
