import { localDate } from '$lib/kernel';
import { expect, it } from 'vitest';
import { adviserPause, noteAdviser, type AdviserNote } from './adviser-pause';
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
  const result = noteAdviser(note, noted, day(today), DEFAULT_POLICY);
  expect(result.ok ? result.value : result.why).toMatchObject(expected as object);
});

it('runs until the day before its end, and no longer', () => {
  expect(adviserPause([ill, begun], day('2026-11-30'), DEFAULT_POLICY)).toEqual(begun);
  expect(adviserPause([ill, begun], day('2026-12-01'), DEFAULT_POLICY)).toBeNull();
});
