import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from './contact-policy';
import { activePause, openPause, pauseResumesOn, prolongPause } from './pauses';

const day = localDate;
const open = (reason: Parameters<typeof openPause>[0], on: string) =>
  openPause(reason, day(on), DEFAULT_POLICY);

describe('a pause', () => {
  it.each([
    ['2026-11-10', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2026-12-02', '2026-12-02']
  ])('a dispute answered on %s lets contacts resume on %s: thirty days at least', (answered, resumes) => {
    const dispute = { ...open('dispute', '2026-11-01'), liftedOn: day(answered) };
    expect(pauseResumesOn(dispute, DEFAULT_POLICY)).toBe(resumes);
  });

  it('ends early when she takes it back', () => {
    const pause = { ...open('health', '2026-11-01'), liftedOn: day('2026-11-05') };
    expect(pauseResumesOn(pause, DEFAULT_POLICY)).toBe('2026-11-05');
  });

  it('is prolonged from its end, or from today when it had ended', () => {
    const pause = open('health', '2026-11-01');
    expect(pause.endsOn).toBe('2026-12-01');
    expect(prolongPause(pause, day('2026-11-20'), DEFAULT_POLICY).endsOn).toBe('2026-12-31');
    expect(prolongPause(pause, day('2026-12-10'), DEFAULT_POLICY).endsOn).toBe('2027-01-09');
    expect(prolongPause(open('dispute', '2026-11-01'), day('2026-11-20'), DEFAULT_POLICY).endsOn).toBeNull();
  });

  it('that ends last is the one that holds', () => {
    const pauses = [
      open('health', '2026-11-01'),
      open('surendettement_filed', '2026-11-10'),
      open('distress', '2026-11-12')
    ];
    expect(activePause(pauses, day('2026-11-12'), DEFAULT_POLICY)?.resumesOn).toBe('2027-02-08');
    const endless = [...pauses, open('dispute', '2026-11-12')];
    expect(activePause(endless, day('2026-11-12'), DEFAULT_POLICY)).toMatchObject({
      pause: { reason: 'dispute' },
      resumesOn: null
    });
    expect(activePause(pauses, day('2026-10-31'), DEFAULT_POLICY)).toBeNull();
  });
});
